import { freePort } from '@eyeline/testing';
import { Agent } from './harness/agent.ts';
import { ContactCentre } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { LossyRelay } from './harness/lossy-relay.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, test, tones } from './harness/scene.ts';

test('a path that loses too much carries the sound alone, and the pictures again when it is better', async ({
  customerBrowser,
  agentBrowser,
}) => {
  const port = await freePort();
  const entryPoint = {
    ...{ entryPointId: 'support', title: 'Support', media: 'sfu' },
    form: [{ name: 'name', label: 'Name', type: 'text', required: true }],
  };
  const centre = await ContactCentre.start({ config: { entryPoints: [entryPoint], sfu: { port } }, agents: ['Anna'] });
  const relay = await LossyRelay.start(port);
  try {
    const agent = await Agent.signIn(agentBrowser, centre.url);
    const customer = await Customer.visit(customerBrowser, centre.url);
    for (const { page } of [agent, customer]) {
      await relay.carry(page);
      await page.reload();
    }
    await agent.goReady();
    await customer.ask('Ada Lovelace');
    await agent.acceptOffer();
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');

    relay.lose(0.3);
    for (const { page } of [agent, customer]) {
      await expect(page.locator('eyeline-call-tile.remote')).toContainText('Connection too weak');
      await expect(page.getByText('only your sound is sent')).toBeVisible();
    }
    relay.lose(0.02);
    await expectTone(agent.theirPicture, tones.customer);
    await expectTone(customer.theirPicture, tones.agent);

    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');
    for (const { page } of [agent, customer]) await expect(page.getByText('only your sound is sent')).toHaveCount(0);
  } finally {
    relay.stop();
    await centre.stop();
  }
});
