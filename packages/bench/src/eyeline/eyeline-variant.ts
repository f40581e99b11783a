import { readFileSync } from 'node:fs';
import { processFamily } from '@eyeline/testing';
import type { Browser, Locator, Page } from '@playwright/test';
import type { CallVariant } from '../call-variant.ts';
import { openPage } from '../chromium.ts';
import { ServerProcess } from './server-process.ts';

const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click();

const signIn = async (browser: Browser, url: string): Promise<Page> => {
  const page = await openPage(browser, `${url}/desk.html`);
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password').fill('eyeline-demo');
  await press(page, 'Sign in');
  const goReady = page.getByRole('button', { name: 'Go ready', exact: true });
  // Coming back soon after the page of the last round was closed, the agent is ready still.
  await goReady.or(page.getByRole('button', { name: 'Go not ready' })).waitFor();
  if (await goReady.isVisible()) await goReady.click();
  return page;
};

const ask = async (browser: Browser, url: string, entryPoint: string): Promise<Page> => {
  const page = await openPage(browser, `${url}/shop.html?entry-point=${entryPoint}`);
  await press(page, 'Chat with us');
  await page.getByLabel('Name').fill('Ada Lovelace');
  await press(page, 'Start chat');
  return page;
};

/** The media workers of a server, as the system sees them. */
const killWorkers = async (pid: number): Promise<void> => {
  for (const child of await processFamily(pid)) {
    if (child !== pid && readFileSync(`/proc/${child}/comm`, 'utf8').startsWith('mediasoup'))
      process.kill(child, 'SIGKILL');
  }
};

/** The whole of Eyeline: an agent at a desk proposes, a customer on a shop's page accepts, the server stores every step. */
export const startEyelineVariant = async (media: 'p2p' | 'sfu'): Promise<CallVariant> => {
  const server = await ServerProcess.start();
  const entryPoint = media === 'p2p' ? 'support' : 'support-sfu';
  return {
    name: media === 'p2p' ? 'Eyeline, peer to peer' : 'Eyeline, through the SFU',
    propose: async browser => {
      const proposer = await signIn(browser, server.url);
      const acceptor = await ask(browser, server.url, entryPoint);
      await press(proposer, 'Accept offer');
      await press(proposer, 'Start video');
      await acceptor.getByRole('button', { name: 'Accept', exact: true }).waitFor();
      return {
        proposer,
        acceptor,
        accept: () => press(acceptor, 'Accept'),
        end: async () => {
          await press(proposer, 'More');
          await press(proposer, 'End chat');
          await press(proposer.getByRole('group', { name: 'End this chat?' }), 'End chat');
          await proposer.getByLabel('Solved').check();
          await press(proposer, 'Finish');
          await proposer.getByRole('button', { name: 'Go not ready' }).waitFor();
        },
      };
    },
    ...(media === 'sfu' ? { killWorker: () => killWorkers(server.pid) } : {}),
    close: () => server.close(),
  };
};
