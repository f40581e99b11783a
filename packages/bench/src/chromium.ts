import { type Browser, chromium, type Page } from '@playwright/test';
import { installCallClock } from './call-clock.ts';

const flags = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Neither side of a call may be slowed down because the other one is in front.
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
];

export const launchChromium = (): Promise<Browser> => {
  const { EYELINE_CHROMIUM } = process.env;
  return chromium.launch({ executablePath: EYELINE_CHROMIUM || '/usr/bin/chromium', args: flags });
};

/** A page of its own, with its own storage, under the clock. What it complains about is passed on. */
export const openPage = async (browser: Browser, url: string): Promise<Page> => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  // Who comes back is not asked again, and nobody is asked to look at their own picture first.
  await context.grantPermissions(['camera', 'microphone']);
  await context.addInitScript(() => {
    if (location.protocol !== 'about:') localStorage.setItem('eyeline-pre-join', 'skip');
  });
  await context.addInitScript(installCallClock);
  const page = await context.newPage();
  page.on('pageerror', error => console.error(`${url}: ${error.message}`));
  await page.goto(url);
  return page;
};
