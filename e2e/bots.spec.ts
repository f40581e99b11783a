import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoConfig } from '@eyeline/server';
import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expect, test } from './harness/scene.ts';

/** Answers as Rasa's REST channel does. */
const rasa = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', chunk => {
    text += chunk;
  });
  request.on('end', () => {
    const { message } = JSON.parse(text);
    const answer =
      message === '/track'
        ? [
            { text: 'That needs a person.' },
            { custom: { handover: { reason: 'Looks for a parcel', context: { order: '4711' } } } },
          ]
        : [{ text: 'What is it about?', buttons: [{ title: 'My parcel', payload: '/track' }] }];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});
await new Promise<void>(resolve => rasa.listen(0, '127.0.0.1', resolve));
rasa.unref();
const url = `http://127.0.0.1:${(rasa.address() as AddressInfo).port}`;

test.use({
  centreOptions: {
    config: {
      ...demoConfig,
      entryPoints: demoConfig.entryPoints.map(one => ({ ...one, bot: 'helper' })),
      bots: { helper: { name: 'Halden helper', service: { type: 'rasa', url } } },
    },
  },
});

test('a program answers first, is marked as one, and hands over with what it found out', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('Zoe');
  const { page } = customer;
  await expect(page.getByText('Halden helper (bot)').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Talk to a person' })).toBeVisible();
  await expect(agent.page.getByRole('region', { name: /^Offer/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'My parcel' }).click();
  await agent.acceptOffer();
  await expect(agent.page.getByText(/Looks for a parcel.*order: .?4711/)).toBeVisible();
  await expect(page.getByText('That needs a person.')).toBeVisible();
  await expect(page.getByText('Looks for a parcel')).toHaveCount(0);
  await agent.send('I look for it');
  await expect(page.getByText('I look for it')).toBeVisible();
});
