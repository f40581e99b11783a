import * as v from 'valibot';

/** A span in ms, of at least 1 ms and at most 366 days. */
export const Span = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366 * 86_400_000));

/** 1 to `most`. */
export const Count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
