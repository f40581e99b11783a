import type { Page } from '@playwright/test';
import { openBrowser } from './harness/browser.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

const count = 260;
const textOf = (n: number) => `Number ${n} of many, which is long enough for two lines in a narrow panel.`;

/** Idle time comes when the test says so. */
const holdIdleTime = () => {
  const held: IdleRequestCallback[] = [];
  Object.assign(window, {
    requestIdleCallback: (act: IdleRequestCallback) => held.push(act),
    idle: () => held.shift()?.({ didTimeout: false, timeRemaining: () => 50 }),
  });
};

const idle = (page: Page) =>
  page.evaluate(async () => {
    Reflect.get(window, 'idle')();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });

/** What Chromium tells who reads the page aloud, from its beginning to its end. */
const heard = async (page: Page): Promise<number[]> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const textsIn = (id: string): string[] => {
    const node = byId.get(id);
    if (!node) return [];
    const own = node.role?.value === 'StaticText' && !node.ignored ? [String(node.name?.value)] : [];
    return [...own, ...(node.childIds ?? []).flatMap(textsIn)];
  };
  const texts = textsIn(nodes[0]?.nodeId ?? '');
  return texts.flatMap(text => /^Number (\d+)/.exec(text)?.[1] ?? []).map(Number);
};

test.use({ centreOptions: { config: { limits: { commandBurst: 10_000, commandsPerSecond: 10_000 } } } });

test('a long conversation shows its end first, and the rest comes without moving what is read', async ({ centre }) => {
  // For who reads it aloud, Chromium has what is far away too; without them it saves itself that.
  const readAloud = ['--force-renderer-accessibility'];
  const customerBrowser = await openBrowser({ colour: 'red', toneHz: tones.customer, switches: readAloud });
  const agentBrowser = await openBrowser({ colour: 'blue', toneHz: tones.agent, switches: readAloud });
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const { page } = customer;
  await page.evaluate(
    async texts => {
      const { eyeline } = window as unknown as { eyeline(...call: unknown[]): Promise<unknown> };
      for (const text of texts) await eyeline('send', text);
    },
    Array.from({ length: count }, (_, index) => textOf(index + 1)),
  );
  await expect(agent.page.getByRole('log').getByText(textOf(count))).toBeVisible();

  await page.addInitScript(holdIdleTime);
  await page.reload();
  const log = page.getByRole('log');
  const bubbles = log.locator('[data-message]');
  await expect(page.getByText(textOf(count))).toBeInViewport();
  expect(await bubbles.count()).toBeLessThan(count / 2);

  // Who is at the top of what is there stays at what they read.
  const before = await bubbles.count();
  const read = bubbles.first();
  await log.evaluate(one => one.scrollTo(0, 0));
  await expect(read).toBeInViewport();
  const place = await read.boundingBox();
  const id = await read.getAttribute('data-message');
  const drawMore = async () => {
    await idle(page);
    return bubbles.count();
  };
  await expect.poll(drawMore).toBeGreaterThan(before);
  expect((await log.locator(`[data-message="${id}"]`).boundingBox())?.y).toBeCloseTo(place?.y ?? 0, 0);

  await expect.poll(drawMore).toBe(count);
  await idle(page);

  // All of it can be searched and read aloud, in its order.
  const inOrder = Array.from({ length: count }, (_, index) => index + 1);
  expect(await heard(page)).toEqual(inOrder);
  expect(await log.locator('.far').count()).toBeGreaterThan(2);
  expect(await page.evaluate(text => window.find(text), textOf(7))).toBe(true);
  await page.getByText(textOf(7)).scrollIntoViewIfNeeded();
  await idle(page);
  await expect(page.getByText(textOf(7))).toBeInViewport();

  // Every stretch is as tall as it was said to be: nothing jumps under who goes through all of them.
  const heightAt = (share: number) =>
    log.evaluate(async (one, to) => {
      one.scrollTop = one.scrollHeight * to;
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return one.scrollHeight;
    }, share);
  const heights = [];
  for (const share of [1, 0.8, 0.6, 0.4, 0.2, 0]) heights.push(await heightAt(share));
  expect(new Set(heights).size).toBe(1);
  await expect(page.getByText(textOf(1), { exact: true })).toBeInViewport();

  // The keys go on from where one is, and what is new says so.
  await log.focus();
  await page.keyboard.press('ArrowUp');
  await expect(log.locator('[data-message]:focus')).toBeInViewport();
  await agent.send('Good morning, Ada');
  await page.getByRole('button', { name: 'New messages' }).click();
  await expect(page.getByText('Good morning, Ada')).toBeInViewport();
  await customer.send('And to you');
  await expect(page.getByText('And to you')).toBeInViewport();

  await agent.page.reload();
  const history = agent.page.getByRole('log').locator('[data-message]');
  await expect(history).toHaveCount(count + 2);
  await expect.poll(async () => (await heard(agent.page)).slice(-count)).toEqual(inOrder);
  await customerBrowser.close();
  await agentBrowser.close();
});

declare global {
  interface Window {
    find(text: string): boolean;
  }
}
