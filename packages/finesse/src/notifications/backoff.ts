/** How long to wait between attempts, in ms. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

export const defaultBackoff: Backoff = { firstMs: 500, maxMs: 30_000 };

/**
 * The pause before an attempt: doubling from the first to the longest, and of that at least the half, the rest by chance,
 * so that the servers of a centre do not all come back in the same instant.
 * @param attempt 0 for the first attempt after a loss
 * @param chance in [0, 1)
 */
export function pauseBefore(attempt: number, chance: number, { firstMs, maxMs }: Backoff = defaultBackoff): number {
  const whole = Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 30));
  return whole / 2 + (whole / 2) * chance;
}
