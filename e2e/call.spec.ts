import { Agent } from './harness/agent.ts';
import { asksOf, trackStates } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expectNoFrames, expectPicture, expectSilence, expectTone } from './harness/picture.ts';
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

test('camera off, on hold, a screen beside the camera: there is a face where there is no picture, and the picture is back', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const theirTile = agent.page.locator('eyeline-call-tile.remote');
  const agentsTile = customer.page.locator('eyeline-call-tile.remote');
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await expect(theirTile.getByText('Ada Lovelace')).toHaveCount(0);

  // Down to voice: no camera is open any more, the face says why, and the sound goes on.
  await customer.press('Camera');
  await expect(theirTile).toContainText('Ada Lovelace');
  await expect(theirTile).toContainText('Camera off');
  await expect(customer.page.locator('eyeline-call-tile.local')).toContainText('Camera off');
  await expectNoFrames(agent.theirPicture);
  await expectTone(agent.theirPicture, tones.customer);
  await expect.poll(() => trackStates(customer.page)).toEqual(expect.arrayContaining(['ended', 'live']));
  await customer.press('Camera');
  await expectPicture(agent.theirPicture, 'red');
  await expect(theirTile.getByText('Camera off')).toHaveCount(0);

  // On hold nothing is sent by anybody. What is switched meanwhile is right afterwards.
  await agent.press('Hold');
  await expect(customer.page.getByText('You are on hold')).toBeVisible();
  await expect(theirTile).toContainText('On hold');
  await expect(agentsTile).toContainText('On hold');
  await expectSilence(agent.theirPicture);
  await expect.poll(async () => (await trackStates(customer.page)).includes('live')).toBe(false);
  await expect.poll(async () => (await trackStates(agent.page)).includes('live')).toBe(false);
  await customer.press('Camera');
  await agent.press('Resume call');
  await expect(theirTile).toContainText('Camera off');
  await expectTone(agent.theirPicture, tones.customer);
  await expectPicture(customer.theirPicture, 'blue');
  await customer.press('Camera');
  await expectPicture(agent.theirPicture, 'red');

  await agent.press('Share screen');
  await expect(customer.page.getByLabel('Their screen')).toBeVisible();
  await expect
    .poll(() => customer.page.getByLabel('Their screen').evaluate(video => Reflect.get(video, 'videoWidth')))
    .toBeGreaterThan(0);
  await expectPicture(customer.theirPicture, 'blue');
  await expect(agent.page.getByText('You are showing your screen')).toBeVisible();
  // The customer shows one too, at the same time.
  await customer.press('Share screen');
  await expect(agent.page.getByLabel('Their screen')).toBeVisible();
  await expect
    .poll(() => agent.page.getByLabel('Their screen').evaluate(video => Reflect.get(video, 'videoWidth')))
    .toBeGreaterThan(0);
  await expectPicture(agent.theirPicture, 'red');
  await agent.press('Share screen');
  await expect(customer.page.getByLabel('Their screen')).toHaveCount(0);
  await customer.press('Share screen');
  await expect(agent.page.getByLabel('Their screen')).toHaveCount(0);

  // Another microphone, from which a call goes on; and as large as the screen.
  const asked = await asksOf(agent.page);
  await agent.press('Call settings');
  await agent.page.getByRole('combobox', { name: 'Microphone' }).selectOption({ index: 1 });
  await expect.poll(() => asksOf(agent.page)).toEqual({ ...asked, microphone: asked.microphone + 1 });
  await expectTone(customer.theirPicture, tones.agent);
  const isFull = () => agent.page.evaluate(() => document.fullscreenElement !== null);
  await agent.press('Full screen');
  await expect.poll(isFull).toBe(true);
  await expectPicture(agent.theirPicture, 'red');
  await agent.press('Call settings');
  await agent.press('Leave full screen');
  await expect.poll(isFull).toBe(false);
});

test('nobody is in a call before they have looked at themselves, unless they do not want to', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html', { looksFirst: true });
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();

  await customer.press('Start video');
  await expectPicture(customer.ownPicture, 'red');
  await expect(customer.page.getByText('Your microphone works.')).toBeVisible();
  await expect(agent.page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);

  const found = agent.page.getByText('check before a call said');
  const briefing = '**/api/v1/doctor';
  await customer.page.route(briefing, route => route.abort());
  await customer.press('Check the connection');
  await expect(customer.page.getByText('A video call will not work here yet.')).toBeVisible();
  await expect(found).toContainText('The server cannot be reached');
  await customer.page.unroute(briefing);
  await customer.press('Check again');
  await expect(customer.page.getByText('Video calls will work here.')).toBeVisible();
  await expect(found).toHaveCount(0);
  await expectPicture(customer.ownPicture, 'red');
  await customer.press('Cancel');
  await expect.poll(() => trackStates(customer.page)).toEqual(['ended', 'ended']);

  await customer.press('Start video');
  await agent.page.getByRole('button', { name: 'Anna', exact: false }).first().click();
  await agent.press('Check camera and sound');
  await agent.press('Check now');
  await expect(agent.page.getByText('Video calls will work here.')).toBeVisible();
  await agent.press('Close');
  await expect.poll(() => trackStates(agent.page)).toEqual(['ended', 'ended']);
  await customer.page.getByLabel('Do not show this again').check();
  await customer.press('Start call');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await agent.press('Hang up');
  await expect(customer.theirPicture).toHaveCount(0);

  await customer.press('Start video');
  await expect(agent.page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  await agent.press('Not now, later');
  await expect(customer.page.getByText('would rather have the video call later')).toBeVisible();
});
