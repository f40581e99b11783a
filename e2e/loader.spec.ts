import { openPage } from './harness/browser.ts';
import { expect, test } from './harness/scene.ts';

const shop = (url: string) =>
  `<!doctype html><title>A shop</title><h1>Tea</h1><script async src="${url}/eyeline.js" data-entry-point="support"></script>`;

test('before the first click only the loader is requested and nothing is stored', async ({
  centre,
  customerBrowser,
}) => {
  const page = await openPage(customerBrowser);
  const requested: string[] = [];
  page.on('request', request => requested.push(new URL(request.url()).pathname));
  await page.route('http://shop.test/', route => route.fulfill({ contentType: 'text/html', body: shop(centre.url) }));
  await page.goto('http://shop.test/');
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

  await page.getByRole('button', { name: 'Chat with us' }).click();
  await expect(page.getByLabel('Name')).toBeVisible();
  expect(
    requested.some(path => /simple-?peer|mediasoup|p2p|sfu/i.test(path)),
    'media code waits for a call',
  ).toBe(false);
});
