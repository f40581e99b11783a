import { createServer } from 'node:http';
import { freePort } from '@eyeline/testing';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { readmeBlocks } from './harness/readme.ts';
import { expect, test } from './harness/scene.ts';

/** A site of somebody who followed the README: one page. */
async function openSite(html: string) {
  const port = await freePort();
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>A site</title><body>${html}</body>`);
  });
  await new Promise<void>(listening => server.listen(port, listening));
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

test('the script tag of the README gives a chat, and the recipes a form', async ({ centre, customerBrowser }) => {
  const [tag = ''] = readmeBlocks('html');
  const site = await openSite(tag.replace('http://HOST', centre.url));
  const page = await openPage(customerBrowser);
  await page.goto(site.url);
  await new Customer(page).ask('Ada Lovelace');
  await expect(page.getByText(/you are first in line/i)).toBeVisible();
  site.close();

  const recipes = 'packages/elements/RECIPES.md';
  const [tagManager = ''] = readmeBlocks('html', recipes);
  // What a theme of Shopify makes of it for somebody who is signed in.
  const [theme = ''] = readmeBlocks('liquid', recipes);
  const liquid = theme.replace(/{% \w+.*? %}/g, '').replace('{{ customer.name | json }}', '"Ada Lovelace"');
  const [wordPress = ''] = readmeBlocks('php', recipes);
  for (const [html, name] of [
    [tagManager, ''],
    [liquid, 'Ada Lovelace'],
    [wordPress.split('\n').at(1) ?? '', ''],
  ] as const) {
    const place = await openSite(html.replace('http://HOST', centre.url));
    await page.goto(place.url);
    await new Customer(page).openForm();
    await expect(page.getByLabel('Name')).toHaveValue(name);
    place.close();
  }
});
