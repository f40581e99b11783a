import * as v from 'valibot';
import { timerMs } from '../limits.ts';
import { SecretSource } from '../secret-source.ts';

const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a name of a bucket: 3 to 63 of a-z, 0-9, "." and "-"'),
);

/** A bucket of Amazon S3, or of what speaks as it does: MinIO, Ceph, Garage, R2. */
export const BucketConfig = v.strictObject({
  /** Without the bucket in it. */
  endpoint: v.pipe(v.string(), v.url(), v.regex(/^https?:/, 'an address that begins with https:')),
  name,
  region: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(50)), 'us-east-1'),
  accessKeyId: SecretSource,
  secretAccessKey: SecretSource,
  /** What the names of objects begin with. */
  prefix: v.optional(v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w./-]*$/, 'letters, digits, and "._/-"')), ''),
  /** `path`: the bucket stands after the endpoint; `host`: before it. */
  style: v.optional(v.picklist(['path', 'host']), 'path'),
  timeoutMs: v.optional(timerMs, 20_000),
});
export type BucketConfig = v.InferOutput<typeof BucketConfig>;
