import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

/** What is expected where a secret is pointed to: nothing that stands there instead is ever shown. */
export const secretSourceWords = '{ "env": "NAME" } or { "file": "PATH" }';

/** Where a password is; never the password itself. */
export const SecretSource = v.union([v.strictObject({ env: text }), v.strictObject({ file: text })], secretSourceWords);
export type SecretSource = v.InferOutput<typeof SecretSource>;
