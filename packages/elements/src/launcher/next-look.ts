import type { EntryPointStanding } from '@eyeline/protocol';

const minuteMs = 60_000;
/** However it stands, a page looks again after so long: a site may change its hours. */
const mostMs = 10 * minuteMs;
/** After what opens or closes for all pages at once, they ask within so long, not in the same second. */
const spreadMs = 15_000;

/**
 * When to look again how it stands, in ms from now, by what the server said last; null: it said nothing.
 *
 * @param chance from 0 to 1
 */
export function nextLookMs(standing: EntryPointStanding | null, chance: number): number {
  if (!standing) return minuteMs + chance * minuteMs;
  const { changesAt, now } = standing;
  const untilChange = changesAt === null ? mostMs : Math.max(0, changesAt - now) + 1000 + chance * spreadMs;
  return Math.min(mostMs, untilChange);
}
