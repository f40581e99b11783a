import * as v from 'valibot';
import { epochDayOf } from './plain-date.ts';

/** Whose Easter: by the Gregorian reckoning (Western churches) or by the Julian one (Eastern churches). */
export const Church = v.picklist(['western', 'eastern'], 'western or eastern');
export type Church = v.InferOutput<typeof Church>;

/** Easter Sunday as days since 1 January 1970. Source: J. Meeus, "Astronomical Algorithms", chapter 8. O(1). */
export function easterOf(year: number, church: Church): number {
  return church === 'western' ? westernEaster(year) : easternEaster(year);
}

function westernEaster(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * correction + 114;
  return epochDayOf(year, Math.floor(days / 31), (days % 31) + 1);
}

function easternEaster(year: number): number {
  const epact = (19 * (year % 19) + 15) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
  const days = epact + sunday + 114;
  // The date is Julian: so many days behind the Gregorian calendar (13 from 1900 to 2099).
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return epochDayOf(year, Math.floor(days / 31), (days % 31) + 1) + behind;
}
