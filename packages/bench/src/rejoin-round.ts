import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { CallVariant } from './call-variant.ts';

/** What happens to a call that stands. */
export type Mishap = 'reload' | 'worker';

/** From the mishap to the first frame of a new picture at each side, in ms. The bare libraries have a reloaded side only. */
export interface RejoinTimes {
  readonly atReloaded: number;
  readonly atOther: number | undefined;
}

const timeoutMs = 30_000;
/** A call that has just begun is not one that stands. */
const standsMs = 1500;

/** The first frame after a pause that began at an instant, or soon after it: one that was there before is nobody's doing. */
async function frameAfter(page: Page, instant: number): Promise<number> {
  const read = () =>
    page.evaluate(
      since =>
        globalThis.callClock.beginnings.find(({ lastAt, at }) => at > since && (lastAt === 0 || lastAt > since - 50))
          ?.at,
      instant,
    );
  for (const until = Date.now() + timeoutMs; Date.now() < until; ) {
    // A page that is being loaded has nothing to say.
    const at = await read().catch(() => undefined);
    if (at !== undefined) return at;
    await sleep(20);
  }
  throw new Error(`no picture within ${timeoutMs / 1000} s at ${page.url()}`);
}

/** Fresh pages each time; who accepted is the one to whom it happens. */
export async function rejoinRound(browser: Browser, variant: CallVariant, mishap: Mishap): Promise<RejoinTimes> {
  const { proposer, acceptor, accept, end } = await variant.propose(browser);
  try {
    // A library alone takes up nothing: it calls from a page that was never in a call.
    if (!variant.callAgain) {
      await accept();
      await Promise.all([frameAfter(proposer, 0), frameAfter(acceptor, 0)]);
      await sleep(standsMs);
    } else await acceptor.addInitScript(variant.callAgain);
    const at = Date.now();
    if (mishap === 'worker') await variant.killWorker?.();
    else void acceptor.reload().catch(() => {});
    const [reloaded, other] = await Promise.all([
      frameAfter(acceptor, at),
      variant.callAgain ? undefined : frameAfter(proposer, at),
    ]);
    await end();
    return { atReloaded: reloaded - at, atOther: other === undefined ? undefined : other - at };
  } finally {
    await Promise.all([proposer, acceptor].map(page => page.context().close()));
  }
}
