import type { Logger } from 'pino';
import type { SteadyClock } from './steady-clock.ts';

/** How often the wall clock is looked at, ms. */
const everyMs = 1000;

/**
 * Where the machine's clock was set, ours is too; `onShifted` hears by how much, so that every span that has begun keeps what is
 * left of it. Answers with how to stop.
 */
export function followClock(clock: SteadyClock, log: Logger, onShifted: (byMs: number) => void): () => void {
  const timer = setInterval(() => {
    const byMs = clock.follow();
    if (byMs === 0) return;
    log.warn({ byMs }, 'The clock of this machine was set; ours has followed it.');
    onShifted(byMs);
  }, everyMs);
  return () => clearInterval(timer);
}
