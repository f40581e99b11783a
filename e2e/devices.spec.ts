import type { Page } from '@playwright/test';
import { openBrowser } from './harness/browser.ts';
import { expectNoFrames, expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

/** As the browser tells it where a camera's cable is pulled; `plugIn` puts it back. */
const unplug = (page: Page) =>
  page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia;
    mediaDevices.getUserMedia = constraints =>
      constraints?.video
        ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))
        : ask.call(mediaDevices, constraints);
    for (const track of Reflect.get(window, 'givenTracks') as MediaStreamTrack[]) {
      if (track.kind !== 'video' || track.readyState === 'ended') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    Object.assign(window, {
      plugIn: () => {
        mediaDevices.getUserMedia = ask;
        mediaDevices.dispatchEvent(new Event('devicechange'));
      },
    });
  });
const plugIn = (page: Page) => page.evaluate(() => (Reflect.get(window, 'plugIn') as () => void)());

/** As browsers do that play no sound before a press in the page; Chromium counts those before a reload too. */
function holdSoundBack(): void {
  let isPressed = false;
  const onClick = () => {
    isPressed = true;
  };
  addEventListener('click', onClick, { capture: true });
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    if (isPressed || this.muted) return play.call(this);
    this.pause();
    return Promise.reject(new DOMException('a press is needed', 'NotAllowedError'));
  };
}

/** As in the browser's own settings, for both devices. */
async function allow(page: Page): Promise<void> {
  await page.context().grantPermissions(['camera', 'microphone']);
}
async function forbid(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const context = targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {};
  for (const name of ['camera', 'microphone'])
    await session.send('Browser.setPermission', { permission: { name }, setting: 'denied', ...context });
  await session.detach();
}

test('a camera that is unplugged, and devices that are forbidden in mid-call: both read so, the call goes on, and all is back by itself', async ({
  centre,
  agentBrowser,
}) => {
  const customerBrowser = await openBrowser({ colour: 'red', toneHz: tones.customer, permission: 'denied' });
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const theirTile = agent.page.locator('eyeline-call-tile.remote');
  await allow(customer.page);
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');

  await unplug(customer.page);
  await expect(customer.page.getByRole('alert')).toContainText('Your camera was unplugged or taken away');
  await expect(theirTile).toContainText('No camera');
  await expectNoFrames(agent.theirPicture);
  await expectTone(agent.theirPicture, tones.customer);
  await expectPicture(customer.theirPicture, 'blue');
  await plugIn(customer.page);
  await expectPicture(agent.theirPicture, 'red');
  await expect(customer.page.getByRole('alert')).toHaveCount(0);

  await unplug(agent.page);
  const agentsReason = agent.page.getByText('Your camera was unplugged or taken away');
  await expect(agentsReason).toBeVisible();
  await expect(customer.page.locator('eyeline-call-tile.remote')).toContainText('No camera');
  await expectTone(customer.theirPicture, tones.agent);
  await plugIn(agent.page);
  await expectPicture(customer.theirPicture, 'blue');
  await expect(agentsReason).toHaveCount(0);

  await forbid(customer.page);
  await expect(customer.page.getByRole('alert')).toContainText('was not allowed to use your camera');
  await expect(theirTile).toContainText('No permission for the camera');
  await expectNoFrames(agent.theirPicture);
  await expectPicture(customer.theirPicture, 'blue');
  await allow(customer.page);
  await expectPicture(agent.theirPicture, 'red');
  await expectTone(agent.theirPicture, tones.customer);
  await expect(customer.page.getByRole('alert')).toHaveCount(0);
  await customerBrowser.close();
});

test('who has no camera joins with the microphone, and a browser that holds sound back is asked to play it by one press', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await unplug(customer.page);
  await customer.press('Start video');
  await agent.press('Accept');
  await expectTone(agent.theirPicture, tones.customer);
  await expect(agent.page.locator('eyeline-call-tile.remote')).toContainText('No camera');
  await expectPicture(customer.theirPicture, 'blue');

  const isHeard = () =>
    customer.theirPicture.evaluate(video => video instanceof HTMLVideoElement && !video.muted && !video.paused);
  expect(await isHeard()).toBe(true);
  await customer.page.addInitScript(holdSoundBack);
  await customer.page.reload();
  const turnOn = customer.page.getByRole('button', { name: 'Turn sound on' });
  await expect(turnOn).toBeVisible();
  await expectPicture(customer.theirPicture, 'blue');
  expect(await isHeard()).toBe(false);
  await turnOn.click();
  await expect.poll(isHeard).toBe(true);
  await expect(turnOn).toHaveCount(0);
});
