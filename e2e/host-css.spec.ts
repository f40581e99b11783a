import type { Page } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { HostSite, tagOf } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

/** What stands in style sheets of real sites, and what is worse. */
const rules: readonly string[] = [
  '*:empty { display: none } div { float: left }',
  '* { all: unset }',
  'body > * { position: relative; margin: 40px }',
  ':not(:defined) { display: none; visibility: hidden }',
  '* { transition: all 2s; animation: turn 9s infinite } @keyframes turn { to { rotate: 1turn } }',
  'html { font-size: 4px; scroll-behavior: smooth }',
  'body { transform: translateX(-300px) rotate(2deg); will-change: transform; perspective: 10px }',
  'body { filter: blur(2px); opacity: 0.2; mix-blend-mode: difference }',
  'html, body { overflow: hidden; height: 10px; contain: strict }',
  'body { container-type: size; isolation: isolate; z-index: -1; position: relative }',
  'body { pointer-events: none; visibility: hidden; user-select: none; touch-action: none }',
  'body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #fff8 }',
  'button, svg, path, p { all: unset !important; display: none !important }',
  '[popover], [theme] { display: none !important; opacity: 0 !important; scale: 0 !important }',
  '* { position: static !important; inset: auto !important; z-index: -1 !important }',
  '* { margin: -999px !important; width: 0 !important; max-height: 0 !important; overflow: hidden !important }',
  'html, body, body > * { clip-path: inset(50%) !important; mask: linear-gradient(#0000, #0000) !important }',
  'html { direction: rtl; writing-mode: vertical-rl }',
];

/** Every property that is inherited, as no site has it. */
const inherited = `html, body, body * {
  font: italic small-caps 900 40px/3 cursive; color: red; text-transform: uppercase; letter-spacing: 1em;
  word-spacing: 2em; direction: rtl; text-align: right; text-indent: 50px; cursor: crosshair; white-space: pre;
  word-break: break-all; overflow-wrap: anywhere; list-style: square inside; quotes: none; text-shadow: 0 0 9px red;
  line-break: anywhere; hyphens: auto; tab-size: 99; -webkit-text-stroke: 2px red; -webkit-text-fill-color: red;
  caret-color: red; accent-color: red; border-collapse: collapse; border-spacing: 9px; empty-cells: hide;
  caption-side: bottom; orphans: 9; widows: 9; image-rendering: pixelated; text-rendering: geometricPrecision;
  font-kerning: none; font-feature-settings: "zero"; font-variation-settings: "wght" 900; font-optical-sizing: none;
  text-underline-position: under; text-decoration-skip-ink: none; text-emphasis: filled red; ruby-position: under;
  fill: red; stroke: red; stroke-width: 9px; text-anchor: end; pointer-events: none; visibility: hidden;
  writing-mode: vertical-rl; text-orientation: upright; color-scheme: dark; text-wrap: nowrap; speak: none;
  scrollbar-color: red red; interpolate-size: allow-keywords; text-combine-upright: all; user-select: none;
}`;

const viewport = { width: 1000, height: 700 };

/** As the page's own people write it, and at once. */
const dress = (page: Page, css: string) =>
  page.evaluate(text => {
    const style = document.querySelector('#theirs');
    if (style) style.textContent = text;
  }, css);

/** A round button of 60 px in the corner, and nothing of the page before it. */
async function expectLauncher(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Chat with us' });
  // It grows a little under the pointer.
  await page.mouse.move(0, 0);
  await expect
    .poll(() => button.boundingBox())
    .toEqual({ x: viewport.width - 80, y: viewport.height - 80, width: 60, height: 60 });
  // Playwright presses only what would hear it.
  await button.click({ trial: true });
}

/** Every computed property of what stands in the panel. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const panel = document.querySelector('eyeline-widget')?.shadowRoot?.querySelector('eyeline-chat-panel')?.shadowRoot;
    /** In whichever element of the panel it stands. */
    const labelIn = (root: ShadowRoot | null | undefined): Element | null | undefined =>
      root &&
      (root.querySelector('label') ??
        [...root.querySelectorAll('*')].map(one => labelIn(one.shadowRoot)).find(one => one instanceof Element));
    return [panel?.querySelector('h2'), panel?.querySelector('button'), labelIn(panel)].map(one => {
      if (!one) throw new Error('the panel is not there');
      const style = getComputedStyle(one);
      return [...style].filter(name => !name.startsWith('--')).map(name => `${name}: ${style.getPropertyValue(name)}`);
    });
  });

test('whatever a page’s style sheet says, the button is in the corner and the panel opens', async ({
  centre,
  customerBrowser,
}) => {
  const page = await openPage(customerBrowser, { viewport });
  const site = await HostSite.open({
    '/': { head: `<style id="theirs"></style>${tagOf(centre.url)}`, body: '<h1>Tea</h1><p>Pots</p>' },
  });
  await page.goto(site.origin);
  const customer = new Customer(page);
  for (const rule of rules) {
    await dress(page, rule);
    await test.step(`before the click: ${rule}`, () => expectLauncher(page));
  }
  await dress(page, '');
  await customer.openForm();
  const panel = page.getByRole('dialog');
  const place = await panel.boundingBox();
  const plain = await looks(page);
  for (const rule of rules) {
    await dress(page, rule);
    await test.step(`opened: ${rule}`, async () => {
      expect(await panel.boundingBox()).toEqual(place);
      await page.getByLabel('Name').click({ trial: true });
    });
  }
  await dress(page, inherited);
  expect(await looks(page), 'nothing is inherited').toEqual(plain);

  await dress(page, [...rules, inherited].join('\n'));
  await page.getByLabel('Name').fill('Ada Lovelace');
  const question = page.getByLabel('How can we help?');
  if (await question.count()) await question.fill('Where is my parcel?');
  await customer.press('Start chat');
  await customer.send('Hello');
  await customer.expectTexts(['Hello']);
  await customer.press('Close');
  await expectLauncher(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeHidden();
  await page.emulateMedia({ media: null, forcedColors: 'active' });
  await expectLauncher(page);
  await page.evaluate(() => document.querySelector('eyeline-widget')?.toggleAttribute('hidden', true));
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeHidden();
  site.close();
});
