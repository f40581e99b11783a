import type { Page } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { HostSite } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

const panelStyle = (page: Page) =>
  page.getByRole('dialog').evaluate(panel => {
    const { backgroundColor, borderTopLeftRadius } = getComputedStyle(panel);
    return { backgroundColor, borderTopLeftRadius };
  });

test('what is turned on the page of looks is what the copied tag gives to another page', async ({
  centre,
  customerBrowser,
}) => {
  const page = await openPage(customerBrowser);
  await page.goto(`${centre.url}/looks.html`);
  const frame = page.frameLocator('#frame');
  await expect(frame.getByRole('button', { name: 'Chat with us' })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.screenshot({ path: 'test-results/looks/looks-page-320.png', fullPage: true });

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel('Accent', { exact: true }).fill('#0b6b4f');
  await page.getByLabel('Theme').selectOption('light');
  await page.getByText('More colours').click();
  await page.getByLabel('Muted text, light').fill('#c0c0c0');
  await expect(page.getByText(/Muted text on the light surface is hard to read: 1\.8\s:\s1/)).toBeVisible();
  await page.getByLabel('Muted text, light').fill('#444444');
  await expect(page.getByText(/is hard to read/)).toHaveCount(0);
  await page.getByLabel('Surface, light').fill('#fff8e8');
  await page.getByLabel('Corners').fill('6');
  await page.getByLabel('Language').selectOption('fr');
  await page.getByLabel('Side').selectOption('left');
  await page.getByLabel('The button’s name').fill('Ask "us" & win');
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  await expect(frame.getByRole('dialog')).toBeVisible();
  const tag = await page.locator('#tag').textContent();
  expect(tag).toContain('data-label="Ask &quot;us&quot; &amp; win"');

  await page.getByLabel('Where').selectOption('inline');
  const inlineTag = await page.locator('#tag').textContent();
  await page.getByLabel('Where').selectOption('page');
  const pageTag = await page.locator('#tag').textContent();
  await page.getByLabel('Language').selectOption('ar');
  await expect(frame.locator('eyeline-widget')).toHaveAttribute('dir', 'rtl');
  await page.screenshot({ path: 'test-results/looks/looks-page-rtl.png' });

  const site = await HostSite.open({
    '/': { body: `<main><h1>Tea</h1></main>${tag}` },
    '/inline': { body: `<main><h1>Tea</h1>${inlineTag}<p>Below it</p></main>` },
    '/chat': {
      body: pageTag ?? '',
    },
  });
  const theirs = await openPage(customerBrowser, {
    viewport: { width: 1000, height: 700 },
  });
  await theirs.goto(site.origin);
  await theirs.getByRole('button', { name: 'Ask "us" & win' }).click();
  await expect(theirs.locator('eyeline-widget')).toHaveAttribute('lang', 'fr');
  expect(await panelStyle(theirs)).toEqual({
    backgroundColor: 'rgb(255, 248, 232)',
    borderTopLeftRadius: '6px',
  });
  expect((await theirs.getByRole('dialog').boundingBox())?.x).toBe(20);

  // In the flow: nothing to press first, nothing that closes it, what comes after it is below it.
  await theirs.goto(`${site.origin}/inline`);
  const inline = theirs.locator('#chat').getByRole('region').first();
  await expect(inline).toBeVisible();
  const box = await inline.boundingBox();
  expect(box?.height).toBe(640);
  expect((await theirs.getByText('Below it').boundingBox())?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + 640);
  await theirs.screenshot({ path: 'test-results/looks/own-inline.png' });
  await theirs.keyboard.press('Escape');
  await expect(inline).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Fermer' })).toHaveCount(0);

  // A page of its own, on a phone too, at 400 %.
  await theirs.goto(`${site.origin}/chat`);
  const whole = theirs.getByRole('region').first();
  for (const size of [
    { width: 1000, height: 700 },
    { width: 390, height: 760 },
    { width: 760, height: 390 },
    { width: 320, height: 256 },
  ]) {
    await theirs.setViewportSize(size);
    await expect.poll(() => whole.boundingBox()).toEqual({ x: 0, y: 0, ...size });
    await theirs.screenshot({
      path: `test-results/looks/own-page-${size.width}.png`,
    });
  }
  site.close();
});
