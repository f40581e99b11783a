import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';

const { EYELINE_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
const documentOf = (body: string) => `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}`;
const pages: Readonly<Record<string, string>> = {
  '/': documentOf('<img src="/one.png">'),
  '/inside': '<!doctype html><html lang="en"><title>Inside</title><img src="/inside.png">',
  '/outside': documentOf('<iframe title="Inside" src="/inside"></iframe>'),
};
const site = createServer(({ url = '/' }, response) => {
  // Nothing may be run or framed there but what is the site's own.
  response.setHeader('content-security-policy', "script-src 'self'; require-trusted-types-for 'script'");
  response.setHeader('content-type', 'text/html').end(pages[url] ?? '');
});
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await new Promise<void>(listening => site.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

test('what axe finds is told, and again as the page stands then', async () => {
  const page = await browser.newPage();
  await page.goto(origin);
  expect(await axeFindings(page)).toEqual(['image-alt: <img src="/one.png">']);
  await page.locator('img').evaluate(image => image.setAttribute('alt', 'One'));
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  expect(await axeFindings(page)).toHaveLength(1);
  expect(await axeFindings(page, { exclude: ['img'] })).toEqual([]);
});

test('frames are looked at too, and one that cannot be is told', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/outside`);
  expect(await axeFindings(page)).toEqual(['image-alt: <img src="/inside.png">']);
  expect(await axeFindings(page, { exclude: ['iframe'] })).toEqual([]);
  await page.locator('iframe').evaluate((frame, src) => frame.setAttribute('src', src), 'data:text/html,<p>Far away');
  await page.frameLocator('iframe').getByText('Far away').waitFor();
  expect((await axeFindings(page)).join()).toContain('frame-tested: <iframe');
});
