import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { CallVariant } from './call-variant.ts';

/** From the accepting click to the first frame of the other side, in ms. */
export interface RoundTimes {
  readonly atProposer: number;
  readonly atAcceptor: number;
}

/** Nobody accepts in the moment in which they are asked. */
const decisionMs = 500;
const timeoutMs = 20_000;

const firstFrameAt = async (page: Page): Promise<number> => {
  const late = sleep(timeoutMs, undefined, { ref: false }).then(() => {
    throw new Error(`no picture within ${timeoutMs / 1000} s at ${page.url()}`);
  });
  return await Promise.race([page.evaluate(() => globalThis.callClock.firstFrameAt), late]);
};

/** Fresh pages each time: what is measured is the first call of a page. */
export const callRound = async (browser: Browser, variant: CallVariant): Promise<RoundTimes> => {
  const { proposer, acceptor, accept, end } = await variant.propose(browser);
  try {
    // Asked beforehand: what the driver puts into a page to ask costs as much as the page's own script.
    const seen = Promise.all([firstFrameAt(proposer), firstFrameAt(acceptor)]);
    seen.catch(() => undefined);
    await sleep(decisionMs);
    await accept();
    const [atProposer, atAcceptor] = await seen;
    const clickedAt = await acceptor.evaluate(() => globalThis.callClock.clickedAt);
    if (clickedAt === undefined) throw new Error('nothing was clicked');
    await end();
    return { atProposer: atProposer - clickedAt, atAcceptor: atAcceptor - clickedAt };
  } finally {
    await Promise.all([proposer, acceptor].map(page => page.context().close()));
  }
};
