import type { Page } from '@playwright/test';
import { trackStates } from './harness/browser.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

/** What a page has negotiated with whom: how many connections there are, and in what words. */
const negotiated = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    (Reflect.get(window, 'connections') as RTCPeerConnection[]).map(
      ({ localDescription, connectionState }) => `${connectionState} ${localDescription?.sdp}`,
    ),
  );

for (const [media, entryPoint] of [
  ['peer to peer', 'support'],
  ['through the SFU', 'support-sfu'],
] as const) {
  test(`a call by voice becomes one with pictures and goes back, ${media}: the sound goes on all the while`, async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint });
    const expectBothHeard = async () => {
      await expectTone(customer.theirPicture, tones.agent);
      await expectTone(agent.theirPicture, tones.customer);
    };
    await agent.press('Other kinds of call');
    await agent.page.getByRole('button', { name: /^Start voice call/ }).click();
    await customer.press('Accept');
    await expectBothHeard();
    await expect.poll(() => trackStates(customer.page)).toEqual(['live']);
    const before = [await negotiated(customer.page), await negotiated(agent.page)];

    // Asked, no picture of anybody is to be seen, and the sound goes on; so it does when the other side says no.
    await customer.press('Ask for video');
    await expect(agent.page.getByText(/would like to go on with video/)).toBeVisible();
    await expect(customer.page.getByText(/was asked for video and has not answered yet/)).toBeVisible();
    await expect(agent.page.locator('eyeline-call-tile.remote')).toContainText('Voice call');
    await expectBothHeard();
    await agent.press('No, stay as it is');
    await expect(customer.page.getByText(/was asked for video/)).toHaveCount(0);
    await expect.poll(() => trackStates(customer.page)).toEqual(['live', 'ended']);

    await agent.press('Ask for video');
    await customer.press('With my camera');
    await expectPicture(customer.theirPicture, 'blue');
    await expectPicture(agent.theirPicture, 'red');
    await expectBothHeard();
    // Peer to peer all lines were negotiated at the start; a room hears of a source when there is something of it.
    if (media === 'peer to peer')
      expect([await negotiated(customer.page), await negotiated(agent.page)]).toEqual(before);
    else expect((await negotiated(customer.page)).length).toBe(before[0]?.length);

    // Also after a reload it is what it has become.
    await customer.page.reload();
    await expectPicture(customer.theirPicture, 'blue');
    await expectPicture(agent.theirPicture, 'red');
    await expectBothHeard();

    const reloaded = [await negotiated(customer.page), await negotiated(agent.page)];
    await customer.press('Call settings');
    await customer.press('Go on by voice only');
    await expect(customer.page.locator('eyeline-call-tile.remote')).toContainText('Voice call');
    await expect(agent.page.locator('eyeline-call-tile.remote')).toContainText('Voice call');
    await expectBothHeard();
    await expect.poll(async () => (await trackStates(customer.page)).filter(state => state === 'live').length).toBe(1);
    await expect.poll(async () => (await trackStates(agent.page)).filter(state => state === 'live').length).toBe(1);

    // The agent sees without being seen.
    await customer.press('Ask for video');
    await agent.press('Without my camera');
    await expectPicture(agent.theirPicture, 'red');
    await expect(customer.page.locator('eyeline-call-tile.remote')).toContainText('Shows no picture in this call');
    await expectBothHeard();
    const after = [await negotiated(customer.page), await negotiated(agent.page)];
    if (media === 'peer to peer') expect(after).toEqual(reloaded);
    else expect(after.map(all => all.length)).toEqual(reloaded.map(all => all.length));
    await agent.press('Hang up');
  });
}
