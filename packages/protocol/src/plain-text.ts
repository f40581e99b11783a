/** NUL, which PostgreSQL does not take, and lone halves of surrogate pairs. */
const unstorable = /\0|\p{Surrogate}/gu;

/**
 * What cannot be stored or shown is replaced by U+FFFD throughout a value. Done where text comes in (commands, the HTTP API,
 * the configuration, Cisco's directory, what routers answer), so that what is acknowledged is what is stored.
 */
export function toPlainText<T>(value: T): T;
export function toPlainText(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '\uFFFD');
  if (Array.isArray(value)) return value.map(one => toPlainText(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [toPlainText(key), toPlainText(one)]));
}
