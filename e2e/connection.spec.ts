import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { CuttableProxy } from './harness/cuttable-proxy.ts';
import { test as base, expect } from './harness/scene.ts';

const test = base.extend<{ cuttable: CuttableProxy }>({
  cuttable: async ({ centre }, use) => {
    const proxy = await CuttableProxy.start(centre.url);
    await use(proxy);
    await proxy.stop();
  },
});

test('what was written while the connection was down is there once after a reload, in its order, from both sides', async ({
  cuttable: proxy,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, proxy.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, proxy.url);
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  await customer.send('before');
  await agent.expectTexts(['before']);

  proxy.cut();
  const lost = customer.page.getByText(/connection/i).first();
  await expect(lost).toBeVisible();
  await expect(agent.page.getByText(/connection/i).first()).toBeVisible();
  for (const text of ['first', 'second']) await customer.send(text);
  await customer.expectTexts(['before', 'first', 'second']);
  await agent.send('answer');
  await customer.page.reload();
  await agent.page.reload();

  proxy.restore();
  await expect(agent.page.getByRole('log')).toContainText('second');
  await expect(customer.page.getByRole('log')).toContainText('answer');
  const texts = await customer.page.getByRole('log').locator('[data-message] [data-text]').allTextContents();
  expect(texts.toSorted()).toEqual(['answer', 'before', 'first', 'second']);
  expect(texts.indexOf('first')).toBeLessThan(texts.indexOf('second'));
  await agent.expectTexts(texts);
  await expect(customer.page.getByText('Sending')).toHaveCount(0);
});
