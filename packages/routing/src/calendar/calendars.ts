import * as v from 'valibot';
import { Calendar } from './calendar.ts';
import { isOpen } from './opening.ts';

const CalendarId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of 1 to 64 letters, digits, "-" and "_"'));

/** The calendars of a configuration, by id. */
export const Calendars = v.record(CalendarId, Calendar, 'calendars by id');
export type Calendars = Readonly<Record<string, Calendar>>;

/**
 * The calendars that are named, for a queue and its entry point, say; a reference that is absent asks for none. Throws
 * a RangeError for an id that is not there: a typing error must not make a queue open around the clock.
 */
export function calendarsNamed(
  calendars: Calendars,
  ...calendarIds: readonly (string | null | undefined)[]
): readonly Calendar[] {
  return [...new Set(calendarIds)].flatMap(calendarId => {
    if (calendarId === null || calendarId === undefined) return [];
    const found = Object.hasOwn(calendars, calendarId) ? calendars[calendarId] : undefined;
    if (found) return [found];
    throw new RangeError(`There is no calendar "${calendarId}". Add it to the calendars of the configuration.`);
  });
}

/** Which calendars are open at an instant (UTC ms), by id: what rules ask for. O(entries of all). */
export function opennessAt(calendars: Calendars, now: number): Readonly<Record<string, boolean>> {
  return Object.fromEntries(Object.entries(calendars).map(([id, calendar]) => [id, isOpen(calendar, now)]));
}
