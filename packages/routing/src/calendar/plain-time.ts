import * as v from 'valibot';

/** A time of day without a zone, `00:00` to `23:59`; `24:00` is the end of the day. */
export const PlainTime = v.pipe(
  v.string('a time from 00:00 to 24:00'),
  v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time from 00:00 to 24:00'),
);
export type PlainTime = v.InferOutput<typeof PlainTime>;

/** Minutes since midnight, 0 to 1440. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
