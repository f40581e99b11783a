import type { CallbackRequest } from '@eyeline/protocol';
import { dayOf } from '../parts/opening-words.ts';
import { fallback } from '../sentences/fallback.ts';

/** Where the visitor is, as an IANA name. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const two = (part: number) => String(part).padStart(2, '0');

/** The first two hours that may be asked for: from the next full hour, or from the opening where it is closed. In ms. */
export function firstWindow(now: number, opensAt: number | null): CallbackRequest {
  const start = new Date(Math.max(now + 15 * 60_000, opensAt ?? 0));
  if (start.getMinutes() > 0) start.setHours(start.getHours() + 1, 0);
  // Nobody wants to be called at night just because it is night now.
  if (opensAt === null && start.getHours() < 8) start.setHours(9, 0);
  if (opensAt === null && start.getHours() >= 20) start.setHours(24 + 9, 0);
  const hour = Math.min(start.getHours(), 21);
  return { date: dayOf(start.getTime()), from: `${two(hour)}:00`, to: `${two(hour + 2)}:00`, zone: ownZone() };
}

/** Errors by field; empty when the window may be asked for. `now` in ms. */
export function windowErrors({ date, from, to }: CallbackRequest, now: number): Readonly<Record<string, string>> {
  const end = new Date(`${date}T${to}`).getTime();
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return { date: fallback.chooseDay };
  if (date < dayOf(now)) return { date: fallback.chooseLaterDay };
  if (!from) return { from: fallback.chooseTime };
  if (!to) return { to: fallback.chooseTime };
  if (to <= from) return { to: fallback.chooseLaterTime };
  return end <= now ? { to: fallback.timePassed } : {};
}
