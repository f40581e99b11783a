/** NUL, which PostgreSQL does not take, and lone halves of surrogate pairs. */
const unstorable = /\0|\p{Surrogate}/gu;

/**
 * What cannot be stored or shown is replaced by U+FFFD throughout a value. Done before anything is acknowledged, so that
 * what is stored is what was acknowledged.
 */
export function toPlainText<T>(value: T): T;
export function toPlainText(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '\uFFFD');
  if (Array.isArray(value)) return value.map(one => toPlainText(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [toPlainText(key), toPlainText(one)]));
}
