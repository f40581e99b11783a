import { trackStates } from './harness/browser.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, meet, test } from './harness/scene.ts';

const form = [{ name: 'name', label: 'Name', type: 'text', required: true }];
const config = {
  entryPoints: [
    { entryPointId: 'support', title: 'Support', form },
    { entryPointId: 'brief', title: 'Support', form, escalation: { ringMs: 2000 } },
  ],
};
test.use({ centreOptions: { config, agents: ['Anna'] } });

test('ringing ends when nobody answers, and when the one who asks is gone; every light is out', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint: 'brief' });
  const accept = agent.page.getByRole('button', { name: 'Accept', exact: true });
  await customer.press('Start video');
  await expect(customer.page.getByRole('log')).toContainText(/not answered|did not answer|nobody answered/i);
  await expect(accept).toHaveCount(0);
  await expect.poll(() => trackStates(customer.page)).toEqual(['ended', 'ended']);
  await agent.press('End chat');
  await agent.wrapUp('Solved');
  await customer.page.close();
});

test('who asks and closes the page is not rung for any more', async ({ centre, customerBrowser, agentBrowser }) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const accept = agent.page.getByRole('button', { name: 'Accept', exact: true });
  await customer.press('Start video');
  await expect(accept).toBeVisible();
  await customer.page.close();
  await expect(accept).toHaveCount(0);
  await expect(agent.message).toBeVisible();
});

test('a window above all others has the picture, the microphone and hanging up', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await agent.press('Call settings');
  await agent.press('Picture in picture');
  /** What is in the window: its buttons by name, and how many frames its picture has shown. */
  const seen = () =>
    agent.page.evaluate(() => {
      const inside: Window | null = Reflect.get(Reflect.get(window, 'documentPictureInPicture') ?? {}, 'window');
      const video = inside?.document.querySelector('video');
      const buttons = [...(inside?.document.querySelectorAll('button') ?? [])].map(button => button.ariaLabel);
      return inside && { buttons, frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0 };
    });
  const pressThere = (name: string) =>
    agent.page.evaluate(label => {
      const inside: Window | null = Reflect.get(Reflect.get(window, 'documentPictureInPicture') ?? {}, 'window');
      inside?.document.querySelector<HTMLElement>(`button[aria-label="${label}"]`)?.click();
    }, name);
  await expect.poll(async () => (await seen())?.frames).toBeGreaterThan(10);
  expect((await seen())?.buttons).toEqual(['Microphone', 'Hang up']);
  await pressThere('Microphone');
  await expect(customer.page.locator('eyeline-call-tile.remote').getByLabel('Microphone off')).toBeVisible();
  await pressThere('Hang up');
  await expect(customer.theirPicture).toHaveCount(0);
  await expect.poll(seen).toBeNull();
});
