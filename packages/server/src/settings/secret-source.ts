import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

/** Where a password is; never the password itself. */
export const SecretSource = v.union(
  [v.strictObject({ env: text }), v.strictObject({ file: text })],
  '{ "env": "NAME" } or { "file": "PATH" }',
);
export type SecretSource = v.InferOutput<typeof SecretSource>;
