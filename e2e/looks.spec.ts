import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

test('every state of widget and desk is accessible at every size, light and dark', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await expectGoodLooks(agent.page, 'desk-not-ready');
  const customer = await Customer.visit(customerBrowser, centre.url);
  await expectGoodLooks(customer.page, 'widget-closed');
  await customer.open();
  await expect(customer.page.getByLabel('Your name')).toBeVisible();
  await expectGoodLooks(customer.page, 'widget-form');
  await customer.press('Start chat');
  await expectGoodLooks(customer.page, 'widget-form-error');
  await customer.page.getByLabel('Your name').fill('Ada Lovelace');
  await customer.press('Start chat');
  await expect(customer.page.getByText(/you are next/i)).toBeVisible();
  await expectGoodLooks(customer.page, 'widget-waiting');

  await agent.goReady();
  await expect(agent.page.getByRole('button', { name: 'Accept offer' })).toBeVisible();
  await expect(agent.page.getByRole('button', { name: 'Accept offer' })).toBeVisible();
  await agent.acceptOffer();
  await customer.send('Hello, my lamp arrived with a dent. Can you look at it?');
  await agent.send('Of course. Shall we look at it together, face to face?');
  await customer.expectTexts([
    'Hello, my lamp arrived with a dent. Can you look at it?',
    'Of course. Shall we look at it together, face to face?',
  ]);
  await agent.send(Array.from({ length: 40 }, (_, line) => `Line ${line}`).join('\n'));
  await expect(customer.page.getByText('Line 39')).toBeInViewport();
  await expectGoodLooks(customer.page, 'widget-chat');
  // Whichever way the screen is turned, who was at the last line still is.
  await expect(customer.page.getByText('Line 39')).toBeInViewport();
  const below = () =>
    customer.page.getByRole('log').evaluate(log => log.scrollHeight - log.scrollTop - log.clientHeight);
  await expect.poll(below).toBeLessThan(2);
  await expectGoodLooks(agent.page, 'desk-chat');

  await agent.press('Start video');
  await expect(customer.page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  await expectGoodLooks(customer.page, 'widget-invited');
  await customer.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await expectGoodLooks(customer.page, 'widget-call');
  await expectGoodLooks(agent.page, 'desk-call');

  await agent.press('End chat');
  await expect(agent.page.getByRole('button', { name: 'Finish' })).toBeVisible();
  await expectGoodLooks(agent.page, 'desk-wrap-up');
  await expect(customer.page.getByRole('button', { name: 'Start a new chat' })).toBeVisible();
  await expectGoodLooks(customer.page, 'widget-ended');
});
