import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expect, test } from './harness/scene.ts';

test('an offer shows the form and a countdown', async ({ centre, customerBrowser, agentBrowser }) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('Ada Lovelace', 'Where is parcel 1815?');
  const offer = agent.page
    .getByRole('dialog')
    .or(agent.page.getByRole('alertdialog'))
    .or(agent.page.getByRole('region', { name: /offer/i }));
  await expect(offer.first()).toContainText('Ada Lovelace');
  await expect(offer.first()).toContainText('Where is parcel 1815?');
  await expect(agent.page.getByRole('timer')).toBeVisible();
});

test('a declined offer goes to another agent', async ({ centre, customerBrowser, agentBrowser }) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
  await ben.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('Ada Lovelace');
  await anna.press('Decline offer');
  await ben.acceptOffer();
  await expect(customer.page.getByText('Ben').first()).toBeVisible();
});

test.describe('with an offer that stands for a short while', () => {
  test.use({ centreOptions: { offerTimeoutMs: 15_000 } });

  test('an expired offer makes the agent not ready and goes to the next', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
    await anna.goReady();
    const customer = await Customer.visit(customerBrowser, centre.url);
    await customer.ask('Ada Lovelace');
    await expect(anna.page.getByRole('button', { name: 'Accept offer' })).toBeVisible();
    const second = await Customer.visit(customerBrowser, centre.url);
    await second.ask('Grace Hopper');
    await expect(anna.page.getByRole('button', { name: 'Accept offer' })).toHaveCount(0);
    await expect(anna.page.getByRole('button', { name: 'Go ready' })).toBeVisible();
    await expect(anna.page.getByText(/did not answer/i)).toBeVisible();
    await expect(customer.page.getByText(/you are next/i)).toBeVisible();

    const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
    await ben.goReady();
    await ben.acceptOffer();
    await expect(customer.page.getByText('Ben').first()).toBeVisible();
  });
});
