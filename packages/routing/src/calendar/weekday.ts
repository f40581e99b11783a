import * as v from 'valibot';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const Weekday = v.picklist(weekdays, `one of ${weekdays.join(', ')}`);
export type Weekday = v.InferOutput<typeof Weekday>;

/** The weekday of a day that is counted from 1 January 1970, a Thursday. */
export function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'monday';
}
