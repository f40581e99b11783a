import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { CallVariant } from './call-variant.ts';

/** Nobody accepts in the moment in which they are asked. */
const decisionMs = 500;

/** From the accepting click to the first frame of the other side, in ms. */
export interface RoundTimes {
  readonly atProposer: number;
  readonly atAcceptor: number;
}

const firstFrameAt = async (page: Page): Promise<number> => {
  const seen = await page.waitForFunction(() => globalThis.callClock.firstFrameAt, undefined, {
    timeout: 20_000,
    polling: 50,
  });
  const at = await seen.jsonValue();
  if (at === undefined) throw new Error('no frame');
  return at;
};

/** Fresh pages each time: what is measured is the first call of a page. */
export const callRound = async (browser: Browser, variant: CallVariant): Promise<RoundTimes> => {
  const { proposer, acceptor, accept, end } = await variant.propose(browser);
  try {
    await sleep(decisionMs);
    await accept();
    const [atProposer, atAcceptor] = await Promise.all([firstFrameAt(proposer), firstFrameAt(acceptor)]);
    const clickedAt = await acceptor.evaluate(() => globalThis.callClock.clickedAt);
    if (clickedAt === undefined) throw new Error('nothing was clicked');
    await end();
    return { atProposer: atProposer - clickedAt, atAcceptor: atAcceptor - clickedAt };
  } finally {
    await Promise.all([proposer, acceptor].map(page => page.context().close()));
  }
};
