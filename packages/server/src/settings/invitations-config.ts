import { CallKind, EntryPointId } from '@eyeline/protocol';
import * as v from 'valibot';
import { SecretSource } from './secret-source.ts';

/** Links by which customers come: from a telephone call to video, say. */
export const InvitationsConfig = v.strictObject({
  /** Whether links go by text message. Agents can pass a link on in any case. */
  byText: v.optional(v.boolean(), true),
  /** Where those come who have no conversation yet. Left out: the first entry point with video. */
  entryPointId: v.optional(EntryPointId),
  /** The call of those who are on the telephone already, and of those who have a chat. */
  kind: v.optional(CallKind, 'companion'),
  chatKind: v.optional(CallKind, 'two-way'),
  /** For how long a link can be opened, ms. */
  lifeMs: v.optional(v.pipe(v.number(), v.minValue(1_000), v.maxValue(30 * 24 * 3_600_000)), 30 * 60_000),
  /** How many may come by one link. */
  uses: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
  /** How numbers are read that do not begin with their country: `GB`, `DE`. Left out: they must. */
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country of two letters, as GB'))),
  /** Who invites, as guests read it. Left out: the title of the entry point. */
  company: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  /** The text message; `{company}` and `{link}` stand for what they are. */
  text: v.optional(
    v.pipe(v.string(), v.maxLength(400), v.includes('{link}', 'a text with {link} in it')),
    '{company}: open this link to show us what you see. {link}',
  ),
});

/** Who sends text messages: Twilio, or another with the same interface. */
export const SmsConfig = v.pipe(
  v.strictObject({
    baseUrl: v.optional(
      v.pipe(v.string(), v.regex(/^https?:\/\/[^/?#]+$/, 'an address like https://api.twilio.com')),
      'https://api.twilio.com',
    ),
    accountSid: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'the account’s SID')),
    authToken: SecretSource,
    /** The number or name that messages come from. */
    from: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(40))),
    messagingServiceSid: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))),
    timeoutMs: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60_000)), 10_000),
  }),
  v.check(
    ({ from, messagingServiceSid }) => (from === undefined) !== (messagingServiceSid === undefined),
    'either from or messagingServiceSid',
  ),
);
export type SmsConfig = v.InferOutput<typeof SmsConfig>;
