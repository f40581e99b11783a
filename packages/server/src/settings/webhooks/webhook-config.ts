import { EntryPointId, factEvents } from '@eyeline/protocol';
import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const names = Object.keys(factEvents);
const groups = [...new Set(names.map(name => `${name.split('.')[0]}.*`))];

const isAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === ''
  );
};

/** Another system that is told what happens: see WEBHOOKS.md. */
export const WebhookConfig = v.pipe(
  v.strictObject({
    /** By which it is known from now on: how far it has come is kept under this name, also where its address changes. */
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens, 40 at most')),
    url: v.pipe(
      v.string(),
      v.maxLength(2_000),
      v.check(isAddress, 'an address like https://crm.example.com/events, without a password and without #'),
    ),
    /** Each is `whsec_` and base64 of 24 to 64 bytes. All of them sign: one is put beside another before that one goes. */
    secrets: v.pipe(v.array(SecretSource), v.minLength(1), v.maxLength(4)),
    /** What it is told: names, or groups as `message.*`. Left out: everything. */
    events: v.optional(v.pipe(v.array(v.picklist(['*', ...groups, ...names])), v.minLength(1)), ['*']),
    /** Only of these. Left out: of all. */
    entryPoints: v.optional(v.array(EntryPointId)),
    /** Whether it is told what agents ask their colleagues. */
    consults: v.optional(v.boolean(), false),
    /** Whether it may be in a private network, or on this machine; then without encryption too. */
    allowPrivate: v.optional(v.boolean(), false),
    /** How long an answer may take, ms. */
    timeoutMs: v.optional(v.pipe(v.number(), v.minValue(100), v.maxValue(30_000)), 15_000),
  }),
  v.check(({ url, allowPrivate }) => allowPrivate || url.startsWith('https:'), 'https, unless allowPrivate is set'),
);
export type WebhookConfig = v.InferOutput<typeof WebhookConfig>;

export const WebhooksConfig = v.pipe(v.array(WebhookConfig), v.maxLength(50));

/** The names that a configuration means. */
export const eventNames = ({ events }: Pick<WebhookConfig, 'events'>): readonly string[] =>
  names.filter(name => events.some(one => one === '*' || one === name || one === `${name.split('.')[0]}.*`));
