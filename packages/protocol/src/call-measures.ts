import * as v from 'valibot';
import { KEPT_MINUTES } from './kept-minutes.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const ms = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));
const kbps = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000));

const figures = {
  /** Of the packets that were to come, how many did not: 0 to 1; null where none were to come. */
  loss: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Mean of what was measured; null where nothing was. */
  roundTripMs: v.nullable(ms),
  /** What came, and what was sent, in kbit/s. */
  receivedKbps: kbps,
  sentKbps: kbps,
  /** Of their picture, in pixels, the largest that came; null where none did. */
  height: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(20_000))),
  /** How often their picture stood still, and how long in all. */
  freezes: count,
  frozenMs: ms,
};

/** How a minute of a call was. */
export const CallMinute = v.object({ /** When it began, in ms from the beginning. */ fromMs: ms, ...figures });
export type CallMinute = v.InferOutput<typeof CallMinute>;

/** What one side measured of what it received and sent in a call, all of it or as far as it is. */
export const CallMeasures = v.object({
  /** Which page measured: one that takes its place begins anew. */
  pageId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** How long was measured, ms. */
  durationMs: ms,
  /** From the beginning of its media to the first picture that was decoded; where none is sent, to the first sound. */
  firstFrameMs: v.nullable(ms),
  ...figures,
  minutes: v.pipe(v.array(CallMinute), v.maxLength(KEPT_MINUTES)),
  worst: v.nullable(CallMinute),
});
export type CallMeasures = v.InferOutput<typeof CallMeasures>;
