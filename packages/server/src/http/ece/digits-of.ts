import { createHash } from 'node:crypto';

/** An id of digits, as ECE's messages have: the same for the same message, however often it is delivered. */
export function digitsOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest();
  // 53 bits: also clients that take it for a number keep it apart from others.
  return String(Number(hash.readBigUInt64BE() >> 11n)).padStart(10, '1');
}
