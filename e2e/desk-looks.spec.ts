import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expectApart, shownCharacters } from './harness/geometry.ts';
import { expectNamesIsolated } from './harness/isolated-names.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

const config = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: 'Support',
      form: [
        { name: 'name', label: 'Your name', type: 'text', required: true },
        { name: 'question', label: 'How can we help?', type: 'textarea' },
      ],
    },
  ],
  routing: {
    policy: { offerTimeoutMs: 600_000 },
    queues: { default: { name: 'Support' } },
    agents: { anna: { domains: { chat: 3, video: 1 } } },
  },
};
test.use({ centreOptions: { config, agents: ['Anna'] } });

const narrow = { width: 320, height: 640 };
const wide = [640, 768, 1000, 1280, 1440].map(width => ({ width, height: 800 }));

async function atEach(page: Page, sizes: readonly (typeof narrow)[], check: (where: string) => Promise<void>) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await check(`${size.width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('several chats, an offer and a video: nothing is covered, cut or without a way back', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  // A contact centre of its own has agents of its own: nobody is sent to those of the demo.
  const stranger = await openPage(agentBrowser);
  const answered = stranger.waitForResponse('**/demo.json');
  await stranger.goto(`${centre.url}/desk.html`);
  await (await answered).finished();
  await expect(stranger.getByText('Demo agents')).toBeHidden();
  await stranger.context().close();

  const anna = await Agent.signIn(agentBrowser, centre.url);
  const { page } = anna;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = page.getByRole('textbox', { name: 'Message' });
  const bar = page.getByRole('region', { name: 'Your state' });
  const name = page.getByRole('article').getByRole('heading').first();
  const state = bar.locator('strong');
  const why = bar.getByText('You have just signed in');

  await atEach(page, [narrow, ...wide], async where => {
    const box = await page.getByRole('heading', { name: 'You are not ready' }).boundingBox();
    const middle = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    expect(Math.abs(middle - (page.viewportSize()?.width ?? 0) / 2), `${where}: off the middle`).toBeLessThan(2);
    expect(await shownCharacters(why), `${where}: why`).toBe('You have just signed in'.length);
  });

  await anna.goReady();
  const grace = await Customer.visit(customerBrowser, centre.url);
  await grace.ask('Grace Brewster Murray Hopper', 'My lamp has a dent.');
  await anna.acceptOffer();
  // What was asked in the form stands in the chat, on both sides.
  for (const one of [grace, anna])
    await expect(one.page.getByRole('log').getByText('My lamp has a dent.')).toBeVisible();
  const ada = await Customer.visit(customerBrowser, centre.url);
  await ada.ask('Ada Lovelace');
  const offer = page.getByRole('region', { name: 'Offer: Ada Lovelace' });
  await expect(offer).toBeVisible();
  await atEach(page, [narrow, ...wide], async where => {
    const places = { bar, offer, name, video: button('Start video'), more: button('More'), field };
    const list = { task: anna.task('Grace') };
    await expectApart(page, where === '320 px' ? places : { ...places, ...list }, where);
    expect(await shownCharacters(name), `${where}: the name`).toBeGreaterThanOrEqual(11);
    expect(await shownCharacters(state), `${where}: the state`).toBe('Customer waiting'.length);
    if (where === '320 px') expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(92);
  });
  await expectNamesIsolated(page, ['Grace Brewster Murray Hopper', 'Ada Lovelace', 'Anna'], 'chat and offer');
  await anna.acceptOffer();

  // Ending is asked, and neither Escape nor a second Enter ends anything.
  await anna.task('Grace').click();
  await button('More').focus();
  await page.keyboard.press('Enter');
  await button('End chat').focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('group', { name: 'End this chat?' });
  await expect(question.getByRole('button', { name: 'Keep chatting' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(field).toBeFocused();

  await anna.press('Start video');
  await expect(grace.page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  for (const one of [anna, grace])
    await expectNamesIsolated(one.page, ['Grace Brewster Murray Hopper', 'Ada Lovelace', 'Anna'], 'video offered');
  await atEach(page, wide, async where => {
    await expectApart(
      page,
      { bar, name, list: anna.task('Ada'), takeBack: button('Take back'), more: button('More') },
      where,
    );
    expect(await shownCharacters(name), `${where}: the name`).toBeGreaterThanOrEqual(11);
  });
  await grace.press('Accept');
  await expectPicture(anna.theirPicture, 'red');
  await anna.theirPicture.evaluate(video => Object.assign(video, { isTheSame: true }));

  // Another chat is read: the picture stays in sight, the same one, and goes on.
  await ada.send('Are you there?');
  await expect(anna.task('Ada')).toContainText('1 new');
  await anna.task('Ada').click();
  await expectPicture(anna.theirPicture, 'red');
  await atEach(page, [narrow, ...wide], async where => {
    const places = { bar, call: page.getByRole('region', { name: 'Video call' }), name, more: button('More'), field };
    await expectApart(page, places, where);
    const picture = await anna.theirPicture.boundingBox();
    expect(Math.min(picture?.width ?? 0, picture?.height ?? 0), `${where}: the picture`).toBeGreaterThan(100);
    for (const control of ['Microphone', 'Hang up', 'Make the call large']) await expect(button(control)).toBeVisible();
  });
  await page.setViewportSize(narrow);
  await grace.send('Shall I turn it round?');
  await expect(button('All conversations, 1 new')).toHaveText('1');
  await button('All conversations, 1 new').click();
  await expect(anna.task('Ada')).toBeVisible();
  await expectPicture(anna.theirPicture, 'red');
  await button('Make the call large').click();
  await expect(name).toHaveText('Grace Brewster Murray Hopper');
  expect(await anna.theirPicture.evaluate(video => Reflect.get(video, 'isTheSame'))).toBe(true);

  await page.setViewportSize({ width: 1280, height: 800 });
  await anna.press('Hang up');
  await anna.press('End chat');
  await anna.task('Ada').click();
  const wrapUp = anna.task('Grace').getByText('To wrap up');
  await atEach(page, wide, async where => {
    expect(await shownCharacters(wrapUp), `${where}: what is to be done`).toBe('To wrap up'.length);
  });
});

test('a customer widens, moves and shrinks the call; it is never off the screen', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url);
  await anna.goReady();
  const grace = await Customer.visit(customerBrowser, centre.url);
  await grace.page.setViewportSize({ width: 1280, height: 800 });
  await grace.ask('Grace');
  await anna.acceptOffer();
  await anna.press('Start video');
  await grace.press('Accept');
  await expectPicture(grace.theirPicture, 'blue');
  const { page } = grace;
  const panel = page.getByRole('dialog');
  const call = page.getByRole('region', { name: 'Video call' });
  const place = async () => (await panel.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  await grace.press('Make the call wide');
  await expect.poll(async () => (await call.boundingBox())?.width).toBeGreaterThan(600);
  await expectApart(page, { call, field: grace.message }, 'wide');
  await grace.press('Make the call narrow');
  await expect.poll(async () => (await place()).width).toBe(400);

  const home = await place();
  const grip = page.getByRole('button', { name: 'Move the call with the arrow keys' });
  await grip.press('ArrowLeft');
  expect((await place()).x).toBe(home.x - 40);
  const at = (await grip.boundingBox()) ?? home;
  await page.mouse.move(at.x + 8, at.y + 8);
  await page.mouse.down();
  await page.mouse.move(-500, -500, { steps: 4 });
  await page.mouse.up();
  expect(await place()).toMatchObject({ x: 8, y: 8 });

  // Small, and with the panel closed, it still can be muted and ended, and moved back.
  await grace.press('Close');
  await expectPicture(grace.theirPicture, 'blue');
  await expectApart(
    page,
    { picture: grace.theirPicture, launcher: page.getByRole('button', { name: /^Chat with us/ }) },
    'small',
  );
  await grace.press('Microphone');
  await page.mouse.move(700, 700);
  await expect(page.getByRole('button', { name: 'Microphone' })).toHaveAttribute('aria-pressed', 'false');
  // What is said of the call lies on no name and no reason.
  const face = page.locator('eyeline-call-tile.remote .face');
  await anna.press('Hold');
  await expect(page.getByText('You are on hold.')).toBeVisible();
  await expect(face).toHaveText(/Anna\s+On hold/);
  await expect(face.locator('.name')).toBeHidden();
  await expect(face.locator('.reason')).toBeHidden();
  await anna.press('Resume call');
  await expect(face.locator('.name')).toHaveCount(0);
  await grip.press('Home');
  await page.setViewportSize({ width: 390, height: 700 });
  await grace.press('Make the call large');
  await expect.poll(async () => (await place()).width).toBe(390);
  await grace.press('Hang up');
  await expect(call).toHaveCount(0);
});
