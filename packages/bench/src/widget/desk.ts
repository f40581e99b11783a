import type { Browser, Page } from '@playwright/test';
import { press } from './customer-page.ts';

/** The demo's Anna at her desk, ready. */
export const openDesk = async (browser: Browser, url: string): Promise<Page> => {
  const desk = await (await browser.newContext()).newPage();
  await desk.goto(`${url}/desk.html`);
  await desk.getByLabel('User name').fill('anna');
  await desk.getByLabel('Password').fill('eyeline-demo');
  await press(desk, 'Sign in');
  const goReady = desk.getByRole('button', { name: 'Go ready', exact: true });
  await goReady.or(desk.getByRole('button', { name: 'Go not ready' })).waitFor();
  if (await goReady.isVisible()) await goReady.click();
  await desk.getByRole('button', { name: 'Go not ready' }).waitFor();
  return desk;
};
