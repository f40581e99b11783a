import * as v from 'valibot';
import { coherent } from './coherent.ts';
import { type Fault, faultsOf } from './fault.ts';
import { PlainDate } from './plain-date.ts';
import { PlainTime } from './plain-time.ts';
import { Recurrence } from './recurrence.ts';
import { Weekday } from './weekday.ts';
import { ZoneName } from './zone.ts';

const Name = v.pipe(v.string(), v.minLength(1, 'a name'), v.maxLength(120, 'a name of at most 120 characters'));

// `overnight`: the span ends on the next day, at most 24 hours after its start.
const overnight = v.optional(v.boolean('true or false'), false);
// The first and the last day on which it holds; absent: always has, always will.
const validity = { since: v.optional(PlainDate), until: v.optional(PlainDate) };

/** Open on these weekdays, every week. */
const WeeklyHours = v.pipe(
  v.strictObject({
    days: v.pipe(v.array(Weekday, 'a list of weekdays'), v.minLength(1, 'at least one weekday')),
    from: PlainTime,
    to: PlainTime,
    overnight,
    ...validity,
  }),
  coherent(),
);

/** Closed on these days, whole or between two times. */
const Holiday = v.pipe(
  v.strictObject({
    name: Name,
    on: Recurrence,
    from: v.optional(PlainTime, '00:00'),
    to: v.optional(PlainTime, '24:00'),
    overnight,
    ...validity,
  }),
  coherent(),
);

/** Open on these days between two times, even if it is a holiday. */
const SpecialOpening = v.pipe(
  v.strictObject({ name: Name, on: Recurrence, from: PlainTime, to: PlainTime, overnight, ...validity }),
  coherent(),
);

/**
 * When a queue or an entry point is open: weekly hours, without the holidays, and with the special openings in any case.
 * All times are what the clock shows in `zone`.
 */
export const Calendar = v.strictObject({
  zone: ZoneName,
  hours: v.optional(v.array(WeeklyHours, 'a list of weekly hours'), []),
  holidays: v.optional(v.array(Holiday, 'a list of holidays'), []),
  openings: v.optional(v.array(SpecialOpening, 'a list of special openings'), []),
});
export type Calendar = v.InferOutput<typeof Calendar>;

/** A calendar from a configuration, or every fault in it. */
export function parseCalendar(
  input: unknown,
): { readonly ok: true; readonly calendar: Calendar } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const result = v.safeParse(Calendar, input);
  return result.success ? { ok: true, calendar: result.output } : { ok: false, faults: faultsOf(result.issues) };
}
