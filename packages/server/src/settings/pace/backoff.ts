/** How long something that failed is left alone, ms. */
export interface Backoff {
  /** After the first failure, at most. It doubles from there. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * The pause after so many failures in a row: anything up to a limit that doubles ("full jitter"). Those that failed at the
 * same moment come back spread over all of it, so that what they failed at is not overrun when it comes back.
 * @param failures 1 after the first
 * @param chance in [0, 1)
 */
export const pauseAfter = (failures: number, { firstMs, longestMs }: Backoff, chance: number): number =>
  chance * Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 30));
