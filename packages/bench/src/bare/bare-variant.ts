import type { Page } from '@playwright/test';
import type { CallVariant } from '../call-variant.ts';
import { openPage } from '../chromium.ts';
import { bundlePage } from '../page-bundle.ts';
import { BareServer } from './bare-server.ts';

const reached = (page: Page, state: string) => page.locator(`body[data-state="${state}"]`).waitFor();

/** The library alone: what it takes to set up a call with nothing around it. */
export const startBareVariant = async (media: 'p2p' | 'sfu'): Promise<CallVariant> => {
  const entry = media === 'p2p' ? './bare/simple-peer-page.ts' : './bare/mediasoup-page.ts';
  const server = await BareServer.start(await bundlePage(entry), media);
  let rooms = 0;
  return {
    name: media === 'p2p' ? 'bare simple-peer' : 'bare mediasoup',
    propose: async browser => {
      rooms += 1;
      const url = `${server.url}?room=${rooms}`;
      const [proposer, acceptor] = await Promise.all([openPage(browser, url), openPage(browser, url)]);
      await Promise.all([reached(proposer, 'online'), reached(acceptor, 'online')]);
      await proposer.click('#propose');
      await Promise.all([reached(proposer, 'proposed'), reached(acceptor, 'asked')]);
      return { proposer, acceptor, accept: () => acceptor.click('#accept'), end: async () => {} };
    },
    callAgain: () => addEventListener('load', () => document.getElementById('accept')?.click()),
    close: () => server.close(),
  };
};
