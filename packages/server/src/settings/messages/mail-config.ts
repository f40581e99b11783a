import { MailAddress } from '@eyeline/protocol';
import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const text = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(200),
  v.regex(/^[^\r\n"<>\\]+$/, 'one line of plain text'),
);

/** By which server letters go: what was said, to those who want it. */
export const MailConfig = v.pipe(
  v.strictObject({
    /** Left out: letters are written into the folder `mails` of the data directory, and go nowhere. */
    host: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]{1,253}$/, 'a host like smtp.example.com'))),
    /** Left out: 465 with `tls`, else 587. */
    port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
    /**
     * `tls`: from the first byte on. `starttls`: by STARTTLS, and nothing is sent where the server does not offer it. `none`: in the
     * clear, for a server on the same machine.
     */
    security: v.optional(v.picklist(['tls', 'starttls', 'none']), 'starttls'),
    user: v.optional(text),
    password: v.optional(SecretSource),
    /** Who letters are from. */
    from: MailAddress,
    /** How the sender is called; left out: as the entry point. */
    name: v.optional(text),
    /** Where answers go; left out: to the sender. */
    replyTo: v.optional(MailAddress),
    /** How long the server may take, ms. */
    timeoutMs: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(120_000)), 20_000),
    /** How long a letter is tried again before it is given up, ms. */
    giveUpMs: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(7 * 24 * 3_600_000)), 24 * 3_600_000),
  }),
  v.check(({ user, password }) => (user === undefined) === (password === undefined), 'user and password, or neither'),
);
export type MailConfig = v.InferOutput<typeof MailConfig>;
