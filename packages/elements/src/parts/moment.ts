import { language } from '../sentences/language.ts';
import { locale } from '../sentences/locale.ts';
import { moment } from '../sentences/moment.ts';

const minute = 60_000;
const hour = 60 * minute;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each message has its times, and to make what writes them takes far longer than to write one. */
function written(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, format);
  return format.format(at);
}

/** A time beside a message: relative for an hour, then the time of day. Both in ms since the epoch. */
export function shortMoment(at: number, now: number): string {
  const ago = now - at;
  if (ago < minute) return moment.now;
  if (ago < hour) return moment.ago(Math.floor(ago / minute));
  return written(at, { hour: 'numeric', minute: '2-digit' });
}

/** Changes whenever `shortMoment` says something else, and costs nothing to ask. */
export const ageOf = (at: number, now: number): number => Math.floor(Math.min(now - at, hour) / minute);

/** All there is to know of a time, for whoever points at it. */
export const exactMoment = (at: number): string => written(at, { dateStyle: 'full', timeStyle: 'medium' });

/** Day and time to the second. */
export const pointInTime = (at: number): string => written(at, { dateStyle: 'medium', timeStyle: 'medium' });

/** What a message says of its time, each by itself: the first of each kind takes long. */
export const timesOfMessage = [exactMoment, pointInTime] as const;

/** The day over a stretch of messages: today, yesterday, else its date. */
export function dayName(at: number, now: number): string {
  const day = startOfDay(at);
  if (day === startOfDay(now)) return moment.today;
  if (day === startOfDay(startOfDay(now) - 12 * hour)) return moment.yesterday;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return written(at, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** Midnight before a time, where this device is. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** A span as a person says it: `45 s`, `3 min 20 s`, `1 h 5 min`. */
export function spanOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return moment.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return both(moment.minutes(minutes), seconds % 60 && moment.seconds(seconds % 60));
  return both(moment.hours(Math.floor(minutes / 60)), minutes % 60 && moment.minutes(minutes % 60));
}

const both = (one: string, other: string | 0): string =>
  other ? `${one}${language.tag === 'ja' ? '' : ' '}${other}` : one;

/** A running time in tabular figures: `0:07`, `12:30`, `1:02:09`. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
