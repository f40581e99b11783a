import * as v from 'valibot';
import { timerMs } from '../limits.ts';
import { BucketConfig } from './bucket-config.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A virus scanner: ClamAV's daemon, or what speaks as it does. */
const ScannerConfig = v.strictObject({
  host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)), 3310),
  timeoutMs: v.optional(timerMs, 20_000),
});
export type ScannerConfig = v.InferOutput<typeof ScannerConfig>;

/** What people send each other apart from words. Which kinds, each entry point says. */
export const FilesConfig = v.strictObject({
  /** Where they are kept. Left out: in the data directory; with a PostgreSQL server, in there. */
  folder: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** In place of a folder. */
  bucket: v.optional(BucketConfig),
  /** Left out: nobody looks at them. */
  scanner: v.optional(ScannerConfig),
  /** What one conversation holds at most. */
  perConversation: v.optional(
    v.strictObject({ count: v.optional(count, 50), bytes: v.optional(count, 100_000_000) }),
    {},
  ),
  /** So many are sent at once, in all, each of which is held in memory as a whole. */
  atOnce: v.optional(count, 16),
});
