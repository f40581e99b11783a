import { trackStates } from './harness/browser.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

for (const [media, entryPoint] of [
  ['peer to peer', 'support'],
  ['through the SFU', 'support-sfu'],
] as const) {
  test(`a chat becomes video and ends, ${media}`, async ({ centre, customerBrowser, agentBrowser }) => {
    const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint });

    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(customer.theirPicture, 'blue');
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.ownPicture, 'red');
    await expectPicture(agent.ownPicture, 'blue');
    await expectTone(customer.theirPicture, tones.agent);
    await expectTone(agent.theirPicture, tones.customer);

    await customer.send('I can see you');
    await agent.expectTexts(['I can see you']);

    await agent.press('Hang up');
    await expect(customer.theirPicture).toHaveCount(0);
    await expect.poll(() => trackStates(customer.page)).toEqual(['ended', 'ended']);
    await expect.poll(() => trackStates(agent.page)).toEqual(['ended', 'ended']);
    await expect(customer.message).toBeEnabled();

    // The other way round, and this time the customer hangs up.
    await agent.press('Start video');
    await customer.press('Accept');
    await expectPicture(customer.theirPicture, 'blue');
    await expectPicture(agent.theirPicture, 'red');
    await customer.press('Hang up');
    await expect.poll(() => trackStates(customer.page)).toEqual(Array(4).fill('ended'));
    await expect.poll(() => trackStates(agent.page)).toEqual(Array(4).fill('ended'));

    await agent.press('End chat');
    await agent.wrapUp('Solved');
    await expect(agent.page.getByRole('button', { name: 'Go not ready' })).toBeVisible();
    await expect(customer.page.getByRole('button', { name: 'Start a new chat' })).toBeVisible();
  });
}

test('ending the chat in mid-call stops every track on both sides', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await agent.press('Start video');
  await customer.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await agent.press('End chat');
  await expect.poll(() => trackStates(customer.page)).toEqual(['ended', 'ended']);
  await expect.poll(() => trackStates(agent.page)).toEqual(['ended', 'ended']);
});

test('a declined video leaves the chat as it was', async ({ centre, customerBrowser, agentBrowser }) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await agent.press('Start video');
  await customer.press('Decline');
  await expect.poll(() => trackStates(agent.page)).toEqual(['ended', 'ended']);
  await customer.send('Not today, please');
  await agent.expectTexts(['Not today, please']);
  await expect(agent.page.getByRole('button', { name: 'Start video', exact: true })).toBeEnabled();
});
