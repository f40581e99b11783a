import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { CuttableProxy } from './harness/cuttable-proxy.ts';
import { expectPicture } from './harness/picture.ts';
import { test as base, expect } from './harness/scene.ts';

const test = base.extend<{ cuttable: CuttableProxy }>({
  cuttable: async ({ centre }, use) => {
    const proxy = await CuttableProxy.start(centre.url);
    await use(proxy);
    await proxy.stop();
  },
});

const upright = { width: 390, height: 844 };
const phone = { viewport: upright, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** As a phone does it whose keyboard lies over the page: what is seen becomes less, and nothing else is told. */
const keyboardUp = (page: Page, height: number | null) =>
  page.evaluate(seen => {
    const viewport = window.visualViewport;
    if (!viewport) throw new Error('no visual viewport');
    if (seen === null) Reflect.deleteProperty(viewport, 'height');
    else Object.defineProperty(viewport, 'height', { configurable: true, get: () => seen });
    viewport.dispatchEvent(new Event('resize'));
  }, height);

/** Share of the screen that it takes. */
const shareOf = async (page: Page, selector: string): Promise<number> => {
  const box = await page.locator(selector).first().boundingBox();
  const { width, height } = page.viewportSize() ?? upright;
  return box ? (box.width * box.height) / (width * height) : 0;
};

const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/looks/phone-${name}.png` });

test('a chat and a call on a phone: touch, a slow network, the keyboard, rotation, offline and back', async ({
  cuttable: proxy,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, proxy.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, proxy.url, '/shop.html', phone);
  const { page } = customer;
  const devtools = await page.context().newCDPSession(page);
  const insets = { top: 47, bottom: 34 };
  await devtools.send('Emulation.setSafeAreaInsetsOverride' as never, { insets } as never);
  const slow = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 20_000 };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow);

  await page.getByRole('button', { name: 'Chat with us' }).tap();
  await expect(page.getByLabel('Name')).toBeVisible();
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Start chat' }).tap();
  await agent.acceptOffer();
  await expect(customer.message).toBeVisible();
  await devtools.send('Network.emulateNetworkConditions', {
    ...slow,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  const header = page.locator('eyeline-chat-panel [part=header]');
  expect((await header.boundingBox())?.y, 'the header is below the notch').toBe(0);
  await expect(header).toHaveCSS('padding-top', '47px');

  // With the keyboard up, what is written and what was said last are above it.
  for (let n = 1; n <= 12; n++) await agent.send(`Line ${n} of what there is to say about a parcel`);
  await expect(page.getByText('Line 12')).toBeVisible();
  await customer.message.tap();
  await keyboardUp(page, 420);
  const bottomOf = async (what: string) => {
    const box = await page.locator(what).last().boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  };
  await expect.poll(() => bottomOf('eyeline-composer')).toBeLessThanOrEqual(420);
  await expect.poll(() => bottomOf('[data-message]')).toBeLessThanOrEqual(420);
  await shot(page, 'keyboard');
  await keyboardUp(page, null);

  // Without a network, what is sent waits and says so; it goes once, when the network is back.
  proxy.cut();
  await page.context().setOffline(true);
  await expect(page.getByText('Connection lost.')).toBeVisible();
  await customer.message.fill('From the tunnel');
  await page.getByRole('button', { name: 'Send' }).tap();
  await expect(page.getByText('Not sent yet')).toBeVisible();
  await shot(page, 'offline');
  proxy.restore();
  await page.context().setOffline(false);
  await expect(agent.page.getByRole('log').getByText('From the tunnel')).toHaveCount(1);
  await expect(page.getByText('Not sent yet')).toBeHidden();

  // In a call the picture has the screen, and the chat is a touch away; what is written meanwhile is seen.
  await agent.press('Start video');
  await page.getByRole('button', { name: 'Accept', exact: true }).tap();
  await expectPicture(customer.theirPicture, 'blue');
  expect(await shareOf(page, 'eyeline-call-view')).toBeGreaterThan(0.8);
  await agent.send('Can you show me the label?');
  const news = page.locator('eyeline-call-view .chat-news');
  await expect(news).toHaveText(/^Anna.*Can you show me the label\?/);
  await shot(page, 'call');
  const toChat = page.getByRole('button', { name: 'Show the chat, 1 new message' });
  await toChat.tap();
  await expect(page.getByRole('log').getByText('Can you show me the label?')).toBeVisible();
  await customer.send('Here it is');
  await agent.expectTexts(
    [...Array(12).keys()]
      .map(n => `Line ${n + 1} of what there is to say about a parcel`)
      .concat('From the tunnel', 'Can you show me the label?', 'Here it is'),
  );
  await shot(page, 'call-chat');
  expect(await shareOf(page, 'eyeline-call-view')).toBeLessThan(0.15);
  await page.getByRole('button', { name: 'Make the call large' }).tap();
  await expect(page.getByRole('button', { name: 'Show the chat', exact: true })).toBeVisible();
  expect(await shareOf(page, 'eyeline-call-view')).toBeGreaterThan(0.8);

  // On its side, both are beside each other.
  await page.setViewportSize({ width: upright.height, height: upright.width });
  await expect(customer.message).toBeVisible();
  expect(await shareOf(page, 'eyeline-call-view')).toBeGreaterThan(0.45);
  await shot(page, 'rotated');
  await page.setViewportSize(upright);

  // As large as a person with weak eyes has it (400 % of 1280 by 1024): all can be reached, nothing goes beyond the edge.
  await page.setViewportSize({ width: 320, height: 256 });
  await shot(page, 'zoomed-call');
  for (const name of ['Microphone', 'Camera', 'Hang up', 'Call settings'])
    await page.getByRole('button', { name, exact: true }).click({ trial: true });
  await page.getByRole('button', { name: 'Show the chat', exact: true }).tap();
  await page.getByRole('button', { name: 'Make the call large' }).click({ trial: true });
  await customer.message.click({ trial: true });
  await shot(page, 'zoomed-chat');
  await page.setViewportSize(upright);
  await agent.press('Hang up');
  await expect(customer.theirPicture).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 256 });
  await expect(page.getByRole('log')).toBeVisible();
  expect((await page.getByRole('log').boundingBox())?.height).toBeGreaterThan(60);
  await page.getByRole('button', { name: 'End chat' }).tap();
  await shot(page, 'zoomed-end');
  await page.getByRole('button', { name: 'Keep chatting' }).tap();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
