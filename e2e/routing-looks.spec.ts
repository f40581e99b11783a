import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { agents, config } from './harness/routing-config.ts';
import { expect, test } from './harness/scene.ts';

test.use({ centreOptions: { config, agents } });

test('what there is instead of an agent is accessible at every size, light and dark', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const closed = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=night');
  await closed.open();
  await expect(closed.page.getByText('We are closed at the moment')).toBeVisible();
  await expectGoodLooks(closed.page, 'widget-closed-for-the-day');

  const carla = await Agent.signIn(agentBrowser, centre.url, 'carla');
  await carla.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.open();
  await customer.page.getByRole('button', { name: 'Call me back' }).click();
  await customer.press('Ask for a callback');
  await expectGoodLooks(customer.page, 'widget-callback-error');
  await customer.fillCallback('Ada Lovelace', '+1 (555) 0100');
  await expect(customer.page.getByText('We call you back')).toBeVisible();
  await expectGoodLooks(customer.page, 'widget-callback');
  await carla.press('Accept offer');
  await expect(carla.page.getByRole('link', { name: /^Call/ })).toBeVisible();
  await expectGoodLooks(carla.page, 'desk-callback');

  const waiting = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=dutch');
  await waiting.ask('Grace Hopper');
  await waiting.press('Other ways');
  await expect(waiting.page.getByText('Nobody can help with this right now')).toBeVisible();
  await expectGoodLooks(waiting.page, 'widget-fallback');
});

test('the list, several conversations and handing over are accessible at every size, light and dark', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  const listed = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=list');
  await listed.ask('Grace Hopper');
  await expect(anna.page.getByText('Waiting (1)')).toBeVisible();
  await expectGoodLooks(anna.page, 'desk-list');
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('Ada Lovelace');
  await anna.acceptOffer();
  await expectGoodLooks(anna.page, 'desk-chat-and-list');
  await anna.press('Hand over');
  await expect(anna.page.getByRole('button', { name: /By hand/ })).toBeVisible();
  await expectGoodLooks(anna.page, 'desk-transfer');
  await anna.page.keyboard.press('Escape');
  await anna.transfer('By hand');
  await expect(customer.page.getByText('You are handed over to By hand')).toBeVisible();
  await expectGoodLooks(customer.page, 'widget-handed-over');
});
