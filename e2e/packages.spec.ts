import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { freePort } from '@eyeline/testing';
import { publint } from 'publint';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { Application, packPackages } from './harness/packages.ts';
import { readmeBlocks } from './harness/readme.ts';
import { expect, test } from './harness/scene.ts';

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** What a bundler made of the application, served as a site. */
async function serve(folder: string) {
  const port = await freePort();
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    createReadStream(join(folder, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>(listening => server.listen(port, listening));
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/** An application's bundler makes of the packages what the script tag loads: as small, and as proof against the page. */
async function expectPageCode(assets: string) {
  const entries = (await readdir(assets)).filter(name => /^index-.*\.js$/.test(name));
  expect(entries).toHaveLength(1);
  const code = await readFile(join(assets, entries[0] ?? ''), 'utf8');
  expect(brotliCompressSync(code).length).toBeLessThan(48_000);
  const scripts = (await readdir(assets)).filter(name => name.endsWith('.js'));
  const whole = await Promise.all(scripts.map(name => readFile(join(assets, name), 'utf8')));
  expect(whole.join('\n')).toMatch(/createPolicy\(["'`]eyeline/);
  expect(code).not.toContain('agent.sign-in');
}

test('what npm packs is complete, and the import of the README gives a chat in an empty folder', async ({
  centre,
  customerBrowser,
}) => {
  test.setTimeout(600_000);
  const { folder, tarballs } = await packPackages();
  for (const tarball of tarballs) {
    const bytes = await readFile(tarball);
    const { messages } = await publint({ strict: true, pack: { tarball: Uint8Array.from(bytes).buffer } });
    expect(messages, basename(tarball)).toEqual([]);
  }
  const [code = ''] = readmeBlocks('ts');
  const needed = tarballs.filter(path => /eyeline-(protocol|machines|sdk|elements)-/.test(path));
  const application = await Application.create(code.replace('http://HOST', centre.url), [
    ...needed,
    'typescript@7.0.2',
    'vite@8.3.8',
  ]);
  for (const [path, bundled] of [
    ['sdk/dist/vendor/LICENSES.md', 'socket.io-client'],
    ['elements/dist/vendor/LICENSES.md', 'lit'],
    ['elements/dist-page/licenses.md', 'simple-peer'],
    ['elements/dist-page/gadget/licenses.md', 'xstate'],
  ] as const)
    expect(await readFile(join(application.folder, 'node_modules/@eyeline', path), 'utf8')).toContain(
      `## ${bundled} - `,
    );
  await application.run('typescript/bin/tsc', '--project', '.');
  await application.run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  await expectPageCode(join(application.folder, 'dist/assets'));
  const site = await serve(join(application.folder, 'dist'));
  const page = await openPage(customerBrowser);
  await page.goto(site.url);
  await new Customer(page).ask('Ada Lovelace');
  await expect(page.getByText(/you are first in line/i)).toBeVisible();
  site.close();
  await application.remove();
  await rm(folder, { recursive: true });
});
