import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { type HostPage, HostSite, tagOf } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

/** What pages do to the ground that a widget stands on, beyond what `host-script` and `host-css` have. */
const grounds = (url: string): Readonly<Record<string, HostPage>> => ({
  'storage is forbidden': {
    head: `<script>
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
      delete window.BroadcastChannel;
    </script>${tagOf(url)}`,
  },
  'another Promise': {
    head: `<script>{
      const Native = Promise;
      // As zone.js does: none of the browser's own, and it takes theirs over.
      window.Promise = class ZoneAwarePromise {
        constructor(run) { this.native = new Native(run); }
        then(...both) { const next = new ZoneAwarePromise(() => {}); next.native = this.native.then(...both); return next; }
        catch(no) { return this.then(undefined, no); }
        finally(last) { const next = new ZoneAwarePromise(() => {}); next.native = this.native.finally(last); return next; }
        static resolve(value) { return new ZoneAwarePromise(done => done(value)); }
        static reject(value) { return new ZoneAwarePromise((_, no) => no(value)); }
      };
      for (const name of ['all', 'race', 'any', 'allSettled'])
        Promise[name] = all => new Promise((done, no) => Native[name](all).then(done, no));
    }</script>${tagOf(url)}`,
  },
  'customElements.define is theirs': {
    head: `<script>{
      const define = customElements.define.bind(customElements);
      customElements.define = (name, of, options) => customElements.get(name) || define(name, class extends of {}, options);
    }</script>${tagOf(url)}`,
  },
  'addresses and targets lead elsewhere': {
    head: `<base href="https://elsewhere.invalid/deep/" target="_blank">${tagOf(url)}`,
  },
  'a policy of nonces, nothing unsafe': {
    head: tagOf(url, 'async nonce="r4nd0m"'),
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src ${url} ${url.replace('http', 'ws')}; require-trusted-types-for 'script'; trusted-types eyeline`,
    },
  },
  'quirks mode': { doctype: '', head: tagOf(url) },
});

/** As a visitor without an agent: the form, a message, and the server has it. */
async function chat(page: Page | FrameLocator): Promise<void> {
  await page.getByRole('button', { name: 'Chat with us' }).click();
  // Nobody is there yet.
  await page.getByRole('button', { name: 'Wait in the chat' }).click();
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('Name').press('Enter');
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Sent', { exact: true })).toBeVisible();
}

async function onSite(browser: Browser, pages: Readonly<Record<string, HostPage>>, act: (page: Page) => Promise<void>) {
  const page = await openPage(browser);
  const site = await HostSite.open(pages);
  await page.goto(site.origin);
  await act(page);
  await page.context().close();
  site.close();
}

test.use({ centreOptions: { config: {} } });

test('a chat where the page has moved the ground', async ({ centre, customerBrowser }) => {
  for (const [name, page] of Object.entries(grounds(centre.url)))
    await test.step(name, () => onSite(customerBrowser, { '/': page }, chat));
});

test('a chat in a frame without an origin, and on a page that is a file', async ({ centre, customerBrowser }) => {
  await onSite(
    customerBrowser,
    {
      '/': { body: '<iframe src="/framed" sandbox="allow-scripts" width="500" height="700"></iframe>' },
      '/framed': { head: tagOf(centre.url) },
    },
    page => chat(page.frameLocator('iframe')),
  );
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-file-'));
  await writeFile(join(folder, 'shop.html'), `<!doctype html><title>A shop</title>${tagOf(centre.url)}`);
  const page = await openPage(customerBrowser);
  await page.goto(`file://${folder}/shop.html`);
  await chat(page);
  await page.context().close();
  await rm(folder, { recursive: true });
});

test('where it cannot be, it says so in words', async ({ centre, customerBrowser }) => {
  const errors: string[] = [];
  const xhtml = {
    type: 'application/xhtml+xml',
    head: tagOf(centre.url, 'async=""'),
    html: 'xmlns="http://www.w3.org/1999/xhtml"',
  };
  await onSite(customerBrowser, { '/': xhtml }, async page => {
    page.on('console', line => line.type() === 'error' && errors.push(line.text()));
    await page.getByRole('button', { name: 'Chat with us' }).click();
    await expect(page.getByRole('alert')).toHaveText('The chat does not work on this page.');
    await expect.poll(() => errors.join()).toContain('text/html');
  });
  await onSite(customerBrowser, { '/': { head: tagOf(centre.url) } }, async page => {
    await expect(page.getByRole('button', { name: 'Chat with us' })).toBeVisible();
    // A policy that comes when the loader is there already.
    await page.evaluate(() => {
      const policy = Object.assign(document.createElement('meta'), { content: "script-src 'self'" });
      policy.httpEquiv = 'Content-Security-Policy';
      document.head.append(policy);
    });
    await page.getByRole('button', { name: 'Chat with us' }).click();
    await expect(page.getByRole('alert')).toContainText('The chat could not be loaded.');
  });
});

test('before a page has consent there is nothing, and then all that was asked for', async ({
  centre,
  customerBrowser,
}) => {
  const tag = tagOf(centre.url, 'async data-consent');
  await onSite(customerBrowser, { '/': { head: tag } }, async page => {
    const requested: string[] = [];
    page.on('request', request => requested.push(request.url()));
    // Even where somebody was in a conversation.
    await page.evaluate(() => localStorage.setItem('eyeline.customer.support', 'token'));
    await page.reload({ waitUntil: 'networkidle' });
    const tell = (...call: readonly string[]) =>
      page.evaluate(
        said => void (Reflect.get(window as object, 'eyeline') as (...of: string[]) => void)(...said),
        call,
      );
    await tell('open');
    await expect(page.locator('x-eyeline, eyeline-widget')).toHaveCount(0);
    expect(requested.filter(address => address.startsWith(centre.url))).toEqual([`${centre.url}/eyeline.js`]);
    await page.evaluate(() => localStorage.clear());
    await tell('consent');
    await expect(page.getByRole('button', { name: 'Wait in the chat' })).toBeVisible();
  });
});
