import * as v from 'valibot';
import { Calendar } from './calendar.ts';
import { isOpen } from './opening.ts';

/** The calendars of a configuration; no two have one id. */
export const Calendars = v.pipe(
  v.array(Calendar, 'a list of calendars'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    for (const [key, value] of input.entries()) {
      if (input.findIndex(({ calendarId }) => calendarId === value.calendarId) === key) continue;
      addIssue({
        message: `an id that no other calendar has; "${value.calendarId}" is taken`,
        path: [
          { type: 'array', origin: 'value', input, key, value },
          { type: 'object', origin: 'value', input: { ...value }, key: 'calendarId', value: value.calendarId },
        ],
      });
    }
  }),
);
export type Calendars = v.InferOutput<typeof Calendars>;

/**
 * The calendars that are named, for a queue and its entry point, say; a reference that is absent asks for none. Throws
 * a RangeError for an id that is not there: a typing error must not make a queue open around the clock.
 */
export function calendarsNamed(
  calendars: readonly Calendar[],
  ...calendarIds: readonly (string | null | undefined)[]
): readonly Calendar[] {
  return [...new Set(calendarIds)].flatMap(id => {
    if (id === null || id === undefined) return [];
    const found = calendars.find(({ calendarId }) => calendarId === id);
    if (!found) throw new RangeError(`There is no calendar "${id}". Add it to the calendars of the configuration.`);
    return [found];
  });
}

/** Which calendars are open at an instant (UTC ms), by id: what rules ask for. */
export function opennessAt(calendars: readonly Calendar[], now: number): Readonly<Record<string, boolean>> {
  return Object.fromEntries(calendars.map(calendar => [calendar.calendarId, isOpen(calendar, now)]));
}
