import { EntryPointId } from '@eyeline/protocol';
import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const name = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'letters, digits, ".", "_" and "-", 64 at most'));
const address = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'an address like https://bot.example/messages'));

/** What we show where messages are delivered. Left out: nothing. */
const Authentication = v.variant('type', [
  v.strictObject({ type: v.literal('basic'), user: v.pipe(v.string(), v.minLength(1)), password: SecretSource }),
  v.strictObject({
    type: v.literal('oauth2'),
    /** Where a token is fetched by client credentials (RFC 6749, 4.4). */
    tokenUrl: address,
    clientId: v.pipe(v.string(), v.minLength(1)),
    clientSecret: SecretSource,
    scope: v.optional(v.string()),
  }),
]);

const Application = v.strictObject({
  /** The client key, by which the application and its conversations are known. */
  key: name,
  secret: SecretSource,
  /** The entry points that it may use, by the ids that it knows: `{ "1004": "support" }`. */
  entryPoints: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'a number, as Cisco’s ids are')), EntryPointId),
    v.check(one => Object.keys(one).length > 0, 'at least one entry point'),
  ),
  /** May attachments of its customers be fetched from private addresses? */
  privateAttachments: v.optional(v.boolean(), false),
  /** Where it is told what the agent writes. */
  callback: v.strictObject({
    url: address,
    format: v.optional(v.picklist(['json', 'xml']), 'json'),
    authentication: v.optional(Authentication),
    /** So long a delivery may take, ms. */
    timeoutMs: v.optional(v.pipe(v.number(), v.minValue(100), v.maxValue(60_000)), 5_000),
    /** Deliveries that fail for this long, ms, pause the application until one succeeds. */
    pauseAfterMs: v.optional(v.pipe(v.number(), v.minValue(1_000)), 3_600_000),
  }),
});
export type EceApplication = v.InferOutput<typeof Application>;

/** Applications that speak Cisco ECE's messaging API: see ECE.md. */
export const EceConfig = v.strictObject({
  applications: v.pipe(v.array(Application), v.minLength(1, 'at least one application')),
  /** May a conversation begin while nobody is signed in who could take it? ECE refuses that. */
  startWithoutAgent: v.optional(v.boolean(), false),
});
export type EceConfig = v.InferOutput<typeof EceConfig>;
