import { createServer } from 'node:http';
import { freePort } from '@eyeline/testing';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expect, test } from './harness/scene.ts';

/** Somebody else's shop, on an origin of its own. */
async function openShop(url: string) {
  const port = await freePort();
  const tag = `<script async src="${url}/eyeline.js" data-entry-point="support"></script>`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>A shop</title><h1>Tea</h1>${tag}`);
  });
  await new Promise<void>(listening => server.listen(port, listening));
  return { origin: `http://localhost:${port}/`, close: () => server.close() };
}

test('before the first click only the loader is requested and nothing is stored', async ({
  centre,
  customerBrowser,
}) => {
  const page = await openPage(customerBrowser, { looksFirst: true });
  const requested: string[] = [];
  page.on('request', request => requested.push(new URL(request.url()).pathname));
  const shop = await openShop(centre.url);
  await page.goto(shop.origin);
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(requested.filter(path => path !== '/' && path !== '/favicon.ico')).toEqual(['/eyeline.js']);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
  expect(stored).toEqual({ local: 0, session: 0, cookies: '', databases: 0 });

  await new Customer(page).openForm();
  await expect(page.getByLabel('Name')).toBeVisible();
  expect(
    requested.some(path => /simple-?peer|mediasoup|p2p|sfu/i.test(path)),
    'media code waits for a call',
  ).toBe(false);
});
