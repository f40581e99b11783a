const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** After the first failure, the second and so on: the schedule of Standard Webhooks, about 75 hours in all. */
const pausesMs = [
  5_000,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];
/** So much longer at most, so that those who failed together do not come back together. */
const jitter = 0.2;
const longestHoldMs = 24 * hourMs;

/** Null: it has failed often enough. `attempts`: that failed. */
export function pauseAfterAttempt(attempts: number, chance: number): number | null {
  const pause = pausesMs[attempts - 1];
  return pause === undefined ? null : Math.round(pause * (1 + jitter * chance));
}

/** What `Retry-After` asks for, in ms; null where it says nothing that can be understood. A day at most. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const isDate = /^[A-Za-z]{3,9}, /.test(header);
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : isDate ? Date.parse(header) - now : Number.NaN;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), longestHoldMs) : null;
}
