import type { Page } from '@playwright/test';
import { expectMark, markCentre, meanColour, placeOf } from './harness/mark.ts';
import { expectPicture, expectStill } from './harness/picture.ts';
import { expect, meet, test } from './harness/scene.ts';

/** Of who opened the interaction, and of who came next. */
const colours = { customer: [255, 176, 0], agent: [76, 201, 255] } as const;

for (const [media, entryPoint] of [
  ['peer to peer', 'support'],
  ['through the SFU', 'support-sfu'],
] as const) {
  test(`pointing and drawing are seen at the same place of the picture by the other side, ${media}`, async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint });
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');

    await agent.press('Point and draw');
    const place = [0.3, 0.6] as const;
    const there = await placeOf(agent.theirPicture, place);
    // A pointer goes when it is not moved: the hand stays at it.
    await expectMark(customer.ownPicture, colours.agent, place, async () => {
      await agent.page.mouse.move(there.x + 2, there.y);
      await agent.page.mouse.move(there.x, there.y);
    });

    // With the keys, from where the pointer is: to the right of the one who looks, who reads where it is.
    await agent.page.getByRole('application').first().focus();
    for (let n = 0; n < 2; n += 1) await agent.page.keyboard.press('Shift+ArrowRight');
    await expectMark(customer.ownPicture, colours.agent, [0.5, 0.6], async () => {
      await agent.page.keyboard.press('ArrowRight');
      await agent.page.keyboard.press('ArrowLeft');
      await expect(customer.page.getByText('Anna Berg points: middle.')).toBeAttached();
    });

    await agent.press('Draw');
    const from = await placeOf(agent.theirPicture, [0.4, 0.4]);
    const to = await placeOf(agent.theirPicture, [0.6, 0.4]);
    await agent.page.mouse.move(from.x, from.y);
    await agent.page.mouse.down();
    await agent.page.mouse.move(to.x, to.y, { steps: 8 });
    await agent.page.mouse.up();
    await expectMark(customer.ownPicture, colours.agent, [0.5, 0.4]);

    // The customer's hand on the own picture, which hangs as a mirror.
    await customer.press('Call settings');
    await customer.press('Point and draw');
    await customer.press('Draw');
    const begin = await placeOf(customer.ownPicture, [0.7, 0.3]);
    const end = await placeOf(customer.ownPicture, [0.7, 0.7]);
    await customer.page.mouse.move(begin.x, begin.y);
    await customer.page.mouse.down();
    await customer.page.mouse.move(end.x, end.y, { steps: 8 });
    await customer.page.mouse.up();
    await expectMark(agent.theirPicture, colours.customer, [0.7, 0.5]);

    // Who comes back after a reload sees what the other has drawn.
    await agent.page.reload();
    await expectPicture(agent.theirPicture, 'red');
    await expectMark(agent.theirPicture, colours.customer, [0.7, 0.5]);
    await customer.press('Clear drawings');
    await expect.poll(() => markCentre(agent.theirPicture, colours.customer)).toBeNull();
  });
}

/** A device as telephones have one: only its camera's light and zoom are not real. */
const giveLens = (page: Page) =>
  page.evaluate(() => {
    const { prototype } = MediaStreamTrack;
    const lens = { torch: false, zoom: 1 };
    const { getCapabilities, getSettings, applyConstraints } = prototype;
    Object.assign(window, { lens });
    Object.assign(prototype, {
      getCapabilities(this: MediaStreamTrack) {
        return { ...getCapabilities.call(this), torch: true, zoom: { min: 1, max: 4, step: 0.1 } };
      },
      getSettings(this: MediaStreamTrack) {
        return { ...getSettings.call(this), ...lens };
      },
      async applyConstraints(this: MediaStreamTrack, { advanced = [], ...shape }: MediaTrackConstraints = {}) {
        Object.assign(lens, ...advanced);
        await applyConstraints.call(this, shape);
      },
    });
  });
const lensOf = (page: Page) => page.evaluate(() => Reflect.get(window, 'lens'));

test('a picture is frozen for both, and a snapshot of it is in the conversation once the customer allows it', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await giveLens(customer.page);
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');

  // Light and zoom of the customer's camera, from either side; the agent's own camera has none.
  await agent.press('Point and draw');
  await agent.press('Switch the light on');
  await expect(customer.page.getByText('Anna Berg has switched on your light.')).toBeVisible();
  await agent.press('Zoom in');
  await expect.poll(() => lensOf(customer.page)).toEqual({ torch: true, zoom: 1.5 });
  await customer.press('Call settings');
  await customer.press('Point and draw');
  await customer.press('Switch the light off');
  await customer.press('Zoom out');
  await expect.poll(() => lensOf(customer.page)).toEqual({ torch: false, zoom: 1 });
  await expect(customer.page.getByText('has switched on your light')).toHaveCount(0);
  await expect(agent.page.getByRole('button', { name: 'Switch the light on' })).toBeVisible();
  await expectPicture(agent.theirPicture, 'red');

  await agent.press('Freeze the picture');
  await expect(customer.page.getByText('The picture is frozen by Anna Berg.')).toBeVisible();
  await expectStill(agent.theirPicture, 'red');
  await expectStill(customer.ownPicture, 'red');
  // It is in the log: who comes back sees that it is frozen, and the same picture.
  await agent.page.reload();
  await expect(agent.page.getByText('You have frozen the picture.')).toBeVisible();
  await expectStill(agent.theirPicture, 'red');
  await expect(agent.page.getByText(/stands still/)).toBeHidden();

  await agent.press('Point and draw');
  await agent.press('Ask for a snapshot');
  await customer.press('No');
  await expect(agent.page.getByText('Ada Lovelace did not allow a snapshot')).toBeVisible();
  await agent.press('Ask for a snapshot');
  await customer.press('Allow');
  for (const { page } of [agent, customer]) {
    const preview = page.getByRole('button', { name: /^Open: Snapshot of/ });
    await expect(preview).toBeEnabled();
    await preview.click();
    const dialog = page.getByRole('dialog', { name: /^Snapshot of/ });
    const picture = dialog.getByRole('img');
    expect(await meanColour(picture)).toMatchObject({ width: 320, height: 240, mostly: 'red' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('snapshot.jpg');
    await dialog.getByRole('button', { name: 'Close' }).click();
  }

  await agent.press('Let the picture move');
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.ownPicture, 'red');
});
