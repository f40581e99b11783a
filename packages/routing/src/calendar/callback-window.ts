import * as v from 'valibot';
import type { CallbackWindow } from '../record/callback.ts';
import { type Hours, nextOpening, openSpans } from './opening.ts';
import { dayOf, PlainDate } from './plain-date.ts';
import { minuteOf, PlainTime } from './plain-time.ts';
import type { Span } from './span.ts';
import { ZoneName, zoneOf } from './zone.ts';

export const PartOfDay = v.picklist(['morning', 'afternoon', 'evening'], 'morning, afternoon or evening');
export type PartOfDay = v.InferOutput<typeof PartOfDay>;

type Times = { readonly from: string; readonly to: string };

/** What a part of the day means, on the customer's clock. */
export const defaultPartsOfDay: Readonly<Record<PartOfDay, Times>> = {
  morning: { from: '08:00', to: '12:00' },
  afternoon: { from: '12:00', to: '17:00' },
  evening: { from: '17:00', to: '21:00' },
};

/** When a customer wants to be called: a date and a part of the day or two times, on the clock of the customer's zone. */
export const CallbackRequest = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('part-of-day'), date: PlainDate, zone: ZoneName, part: PartOfDay }),
    v.pipe(
      v.strictObject({ type: v.literal('between'), date: PlainDate, zone: ZoneName, from: PlainTime, to: PlainTime }),
      v.forward(
        v.partialCheck(
          [['from'], ['to']],
          ({ from, to }) => minuteOf(to) > minuteOf(from),
          'a time after `from`, on the same day',
        ),
        ['to'],
      ),
    ),
  ],
  'part-of-day or between',
);
export type CallbackRequest = v.InferOutput<typeof CallbackRequest>;

export type CallbackAnswer =
  /** The window goes from the first open instant to the last (UTC ms); closed hours in between are not in the spans. */
  | { readonly ok: true; readonly window: CallbackWindow; readonly openSpans: readonly Span[] }
  /** `passed`: the request lies before now. `closed`: nothing of what is left of it is open. */
  | { readonly ok: false; readonly code: 'passed' | 'closed'; readonly nextOpening: number | null };

/** A request as a window, clipped to now and to the opening hours. O(entries of the calendars). */
export function callbackWindow(
  request: CallbackRequest,
  hours: Hours,
  now: number,
  partsOfDay: Readonly<Record<PartOfDay, Times>> = defaultPartsOfDay,
): CallbackAnswer {
  const requested = requestedSpan(request, partsOfDay);
  if (requested.to <= now) return { ok: false, code: 'passed', nextOpening: nextOpening(hours, now) };
  const spans = openSpans(hours, Math.max(requested.from, now), requested.to);
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last)
    return { ok: false, code: 'closed', nextOpening: nextOpening(hours, Math.max(requested.to, now)) };
  return { ok: true, window: { from: first.from, until: last.to, timeZone: request.zone }, openSpans: spans };
}

function requestedSpan(request: CallbackRequest, partsOfDay: Readonly<Record<PartOfDay, Times>>): Span {
  const { from, to } = request.type === 'between' ? request : partsOfDay[request.part];
  const zone = zoneOf(request.zone);
  const instantOf = (time: string) => zone.instantOf((dayOf(request.date) * 1440 + minuteOf(time)) * 60_000);
  return { from: instantOf(from), to: instantOf(to) };
}
