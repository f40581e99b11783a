import { Choice, EntryPoint, FileRules, IcePolicy } from '@eyeline/protocol';
import {
  Calendars,
  ExternalRouter,
  FallbackOption,
  QueueConfiguration,
  type RoutingConfiguration,
  RoutingConfiguration as RoutingSchema,
  Rules,
} from '@eyeline/routing';
import * as v from 'valibot';
import { FormConfig } from './around/form-config.ts';
import { InactivityConfig } from './around/inactivity-config.ts';
import { ProactiveConfig } from './around/proactive-config.ts';
import { SurveyConfig } from './around/survey-config.ts';
import { DirectoryConfig } from './cisco/directory-config.ts';
import { FinesseConfig } from './cisco/finesse-config.ts';
import { QueueTaskRouting } from './cisco/task-routing-config.ts';
import { EscalationConfig } from './escalation-config.ts';
import { FilesConfig } from './files/files-config.ts';
import { publicIceServers, SiteIceServer } from './ice/ice-server.ts';
import { InvitationsConfig, SmsConfig } from './invitations-config.ts';
import { Limits, timerMs } from './limits.ts';
import { MailConfig } from './messages/mail-config.ts';
import { MaskingConfig } from './messages/masking-config.ts';
import { PictureHosts, TemplatesConfig } from './messages/templates-config.ts';
import { Network } from './network.ts';
import { BotsConfig } from './outside/bots-config.ts';
import { EceConfig } from './outside/ece-config.ts';
import { ProofConfig } from './proof-config.ts';
import { ProxyAddress } from './proxy-address.ts';
import { IdentityConfig } from './visitors/identity-config.ts';
import { WebhooksConfig } from './webhooks/webhook-config.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const ms = v.pipe(v.number(), v.minValue(1));
const Origins = v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/, 'an origin like https://shop.example')));

/** How long an agent's place is kept for a customer who has left the page, ms, unless the entry point says otherwise. */
export const absentCloseMs = 300_000;

/** An entry point with what only the server knows of it. */
export const SiteEntryPoint = v.strictObject({
  ...EntryPoint.entries,
  form: v.optional(FormConfig, []),
  /** Where its requests go unless a rule says otherwise; left out: the default queue. */
  queue: v.optional(v.string()),
  /** When it is open; left out: always. The calendar of the queue counts too. */
  calendar: v.optional(v.string()),
  /** What its customers may be given instead; left out: what the queue allows. */
  fallback: v.optional(v.array(FallbackOption)),
  /** The field of the form by which a customer is known again; the last agent is preferred then. */
  stickyField: v.optional(v.string()),
  /** Whoever has left the page for this long gives up the conversation. */
  absentCloseMs: v.optional(ms, absentCloseMs),
  /** Wanted before an interaction is opened, of a captcha for example. Left out: nothing. */
  proof: v.optional(ProofConfig),
  /** How the site's own server vouches for who comes here; left out: as on the whole site. */
  identity: v.optional(IdentityConfig),
  /** Who is known less well than so opens nothing here. Left out: everybody may. */
  identityRequired: v.optional(v.picklist(['claimed', 'verified'])),
  /** Which calls a chat may become, and how. */
  escalation: v.optional(EscalationConfig, {}),
  /** Pages that may open an interaction here, besides what `origins` of the site says. Left out: all of those. */
  origins: v.optional(Origins),
  /** Which ways media may take here; left out: as on the whole site. */
  icePolicy: v.optional(IcePolicy),
  /** What may be sent here; `false`: no files. */
  files: v.optional(v.union([v.literal(false), v.strictObject(FileRules.entries)]), {}),
  /** The bot that comes first in chats. Left out: people do. */
  bot: v.optional(v.string()),
  /** What is asked when a conversation is over. Left out: nothing. */
  survey: v.optional(SurveyConfig),
  /** Whether what was said can be sent by e-mail, where the site has `mail`. */
  mail: v.optional(v.boolean(), true),
  /** When a customer who does not answer any more is asked, and when it is over. Left out: never. */
  inactivity: v.optional(InactivityConfig),
  /** What is hidden in what people write here; left out: as on the whole site. */
  masking: v.optional(MaskingConfig),
  /** When a visitor is invited before they ask; pages show it that say `data-proactive`, or name its event. */
  proactive: v.optional(ProactiveConfig),
  /** Who learns what the others have read: `agent`, of the customer alone; `off`, nobody. */
  readReceipts: v.optional(v.picklist(['both', 'agent', 'off']), 'both'),
  /** After the rules of the site. */
  rules: v.optional(Rules, []),
});
export type SiteEntryPoint = v.InferOutput<typeof SiteEntryPoint>;

/** A queue with what only the server knows of it. */
const SiteQueue = v.strictObject({
  ...QueueConfiguration.entries,
  /** Who routes it is said by `taskRouting`. */
  mode: v.optional(v.picklist(['push', 'pull', 'both'])),
  /** CCE chooses the agents; left out: we do. */
  taskRouting: v.optional(QueueTaskRouting),
});

/** Routing as it is written: agents by user name, queues with who routes them; the calendars stand beside it. */
const SiteRouting = v.strictObject({
  ...v.omit(RoutingSchema, ['calendars']).entries,
  queues: v.optional(v.record(v.string(), SiteQueue), { default: {} }),
});

/** What the site decides. Spans in ms. Everything but the entry points has a default. */
export const ConfigFile = v.strictObject({
  /** For editors: where the JSON schema of this file is. */
  $schema: v.optional(v.string()),
  entryPoints: v.pipe(v.array(SiteEntryPoint), v.minLength(1, 'at least one entry point')),
  routing: v.optional(SiteRouting, {}),
  calendars: v.optional(Calendars, {}),
  rules: v.optional(Rules, []),
  router: v.optional(ExternalRouter),
  wrapUpCodes: v.optional(v.pipe(v.array(Choice), v.minLength(1)), [
    { code: 'solved', label: 'Solved' },
    { code: 'follow-up', label: 'Follow-up needed' },
    { code: 'no-help', label: 'Could not help' },
  ]),
  notReadyReasons: v.optional(v.pipe(v.array(Choice), v.minLength(1)), [
    { code: 'break', label: 'Break' },
    { code: 'lunch', label: 'Lunch' },
    { code: 'meeting', label: 'Meeting' },
  ]),
  /** STUN and TURN servers, with which browsers find each other. `[]`: none, as in a closed network. */
  iceServers: v.optional(v.array(SiteIceServer), publicIceServers),
  /** `relay`: all media goes through a TURN server. */
  icePolicy: v.optional(IcePolicy, 'all'),
  /** Pages that may connect, as `https://shop.example`. Left out: all may. */
  origins: v.optional(Origins),
  /** Where pages reach this server, as `https://video.example.com`. Left out: only names of this machine itself are used. */
  publicUrl: v.optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[\w.:[\]-]+\/?$/, 'an address like https://video.example.com')),
  ),
  /** Who may see more than whether this server is ready: `/metrics`, and what `/readyz` knows. */
  status: v.optional(
    v.strictObject({
      /** Addresses and networks, as `10.0.0.0/8`. */
      allow: v.optional(v.array(Network), ['127.0.0.0/8', '::1']),
      /** For whoever sends it as a bearer token, wherever from. */
      token: v.optional(v.pipe(v.string(), v.regex(/^\S{16,}$/, 'at least 16 characters, none of them a space'))),
    }),
    {},
  ),
  /** Over HTTPS, browsers keep to it for this host for so long. Left out: they are not told to. */
  hsts: v.optional(
    v.strictObject({
      maxAgeMs: v.optional(ms, 365 * 24 * 3_600_000),
      includeSubDomains: v.optional(v.boolean(), false),
    }),
  ),
  presence: v.optional(
    v.strictObject({
      /**
       * How often a page is asked for a sign of life, and how long it may take: together the time in which both sides
       * notice that the network is gone. From the next start.
       */
      pingIntervalMs: v.optional(timerMs, 4_000),
      pingTimeoutMs: v.optional(timerMs, 5_500),
      /** Without a sign of life for this long: absent. */
      absentAfterMs: v.optional(ms, 5_000),
      /** A customer who is away for this long while waiting has left. */
      abandonedAfterMs: v.optional(ms, 60_000),
      /** A call that both sides are away from for this long is over. */
      callLeftAfterMs: v.optional(ms, 75_000),
      /** A customer who could not be served has this long to take what is there instead. */
      fallbackMs: v.optional(ms, 300_000),
    }),
    {},
  ),
  tokens: v.optional(
    v.strictObject({
      /** Signs the sessions; at least 32 characters. Left out: one is made and kept in the store. */
      secret: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
      customerMs: v.optional(ms, 24 * 3_600_000),
      agentMs: v.optional(ms, 12 * 3_600_000),
    }),
    {},
  ),
  /** How the site's own server vouches for who a customer is. Left out: nobody is more than what they say. */
  identity: v.optional(IdentityConfig),
  limits: v.optional(Limits, {}),
  /** What is hidden in what people write, unless the entry point says otherwise: numbers of cards. */
  masking: v.optional(MaskingConfig, {}),
  /** By which server letters go. Left out: none are sent. */
  mail: v.optional(MailConfig),
  /** Structured messages that agents send as they stand here. */
  templates: v.optional(TemplatesConfig, []),
  /** Hosts from which cards may have pictures, as `cdn.shop.example`. */
  pictureHosts: v.optional(PictureHosts, []),
  /** What people send each other apart from words. From the next start. */
  files: v.optional(FilesConfig, {}),
  /**
   * Proxies whose X-Forwarded-For, -Proto and -Host are believed: addresses, networks as `10.0.0.0/8`, or `loopback`,
   * `linklocal`, `uniquelocal`. From the next start.
   */
  trustProxy: v.optional(v.array(ProxyAddress), []),
  sfu: v.optional(
    v.strictObject({
      port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 44_400),
      /** The address that browsers are told, where it is not one of this machine's own. */
      announcedAddress: v.optional(v.string()),
      workers: v.optional(count, 1),
    }),
    {},
  ),
  /** Links by which customers come from a telephone call: see GUESTS.md. */
  invitations: v.optional(InvitationsConfig, {}),
  /** Who sends text messages. Left out: they are only shown, at /texts. */
  sms: v.optional(SmsConfig),
  /** Bots, which entry points name: see BOTS.md. */
  bots: v.optional(BotsConfig, {}),
  /** Other systems that are told what happens: see WEBHOOKS.md. */
  webhooks: v.optional(WebhooksConfig, []),
  /** Applications that speak Cisco ECE's messaging API: see ECE.md. */
  ece: v.optional(EceConfig),
  /** Phones that are Cisco's: see FINESSE.md. */
  finesse: v.optional(FinesseConfig),
  /** Agents, teams, skills and queues that are Cisco's. */
  directory: v.optional(DirectoryConfig),
  /** How long decisions are kept, to be looked at or gone through again. */
  recordMs: v.optional(ms, 48 * 3_600_000),
});
export type ConfigInput = v.InferInput<typeof ConfigFile>;

/** A checked configuration. */
export interface Config extends Omit<v.InferOutput<typeof ConfigFile>, 'routing' | '$schema'> {
  /** Agents by user name. */
  readonly routing: RoutingConfiguration;
  /** The queues that CCE routes. */
  readonly taskRoutes: Readonly<Record<string, QueueTaskRouting>>;
}
