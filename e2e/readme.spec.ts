import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '@eyeline/testing';
import { build, defaultClientConditions } from 'vite';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { readmeBlocks } from './harness/readme.ts';
import { expect, test } from './harness/scene.ts';

/** A site of somebody who followed the README: one page and one script. */
async function openSite(html: string, script = '') {
  const port = await freePort();
  const server = createServer((request, response) => {
    const isScript = request.url?.endsWith('.js');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : `<!doctype html><title>A site</title><body>${html}</body>`);
  });
  await new Promise<void>(listening => server.listen(port, listening));
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/** Inside the project, so that its packages are found. */
const scratch = join(import.meta.dirname, '../test-results');

/** What a bundler makes of the block, with the packages taken from their sources. */
async function bundle(code: string): Promise<string> {
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, 'readme-'));
  await writeFile(join(folder, 'main.ts'), code);
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    resolve: { conditions: ['@eyeline/source', ...defaultClientConditions] },
    build: {
      write: false,
      rolldownOptions: { input: join(folder, 'main.ts'), output: { codeSplitting: false } },
    },
  });
  const [first] = [result].flat().flatMap(one => ('output' in one ? one.output : []));
  return first?.type === 'chunk' ? first.code : '';
}

test('the script tag of the README gives a chat', async ({ centre, customerBrowser }) => {
  const [tag = ''] = readmeBlocks('html');
  const site = await openSite(tag.replace('http://HOST', centre.url));
  const page = await openPage(customerBrowser);
  await page.goto(site.url);
  await new Customer(page).ask('Ada Lovelace');
  await expect(page.getByText(/you are first in line/i)).toBeVisible();
  site.close();
});

test('the import of the README gives a chat', async ({ centre, customerBrowser }) => {
  const [code = ''] = readmeBlocks('ts');
  const script = await bundle(code.replace('http://HOST', centre.url));
  const site = await openSite('<script type="module" src="/main.js"></script>', script);
  const page = await openPage(customerBrowser);
  await page.goto(site.url);
  await new Customer(page).ask('Ada Lovelace');
  await expect(page.getByText(/you are first in line/i)).toBeVisible();
  site.close();
});
