import { locale } from '../sentences/locale.ts';
import { opening } from '../sentences/opening.ts';

/** An instant on the clock and calendar of a zone; the device's own where none is given. */
const clockOf = (at: number, zone?: string) =>
  new Date(at).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit', timeZone: zone });

/** The calendar day of an instant, such as `2026-11-23`: what a date field holds. */
export const dayOf = (at: number, zone?: string): string => new Date(at).toLocaleDateString('sv', { timeZone: zone });

const dayMs = 24 * 60 * 60_000;

/** A day as one says it today: today, tomorrow, the weekday within a week, else the date. Instants in ms. */
function dayWords(at: number, now: number, zone?: string): string {
  const day = dayOf(at, zone);
  if (day === dayOf(now, zone)) return opening.today;
  // Noon is never skipped or doubled by a change of the clocks, midnight is.
  const noon = Date.parse(`${dayOf(now, zone)}T12:00:00Z`);
  const days = Math.round((Date.parse(`${day}T12:00:00Z`) - noon) / dayMs);
  if (days === 1) return opening.tomorrow;
  const options = days > 0 && days < 7 ? {} : ({ day: 'numeric', month: 'long' } as const);
  return opening.on(new Date(at).toLocaleDateString(locale(), { weekday: 'long', ...options, timeZone: zone }));
}

/** When it opens, in the visitor's own zone: `tomorrow at 09:00, your time`. */
export const openingWords = (opensAt: number, now: number, zone?: string): string =>
  opening.at(dayWords(opensAt, now, zone), clockOf(opensAt, zone));

/** When somebody will be called: `tomorrow between 09:00 and 11:00`, on the clock of `zone`. */
export function windowWords(
  { from, until }: { readonly from: number; readonly until: number },
  now: number,
  zone?: string,
): string {
  return opening.between(dayWords(from, now, zone), clockOf(from, zone), clockOf(until, zone));
}
