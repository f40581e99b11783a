import * as v from 'valibot';
import { Fault } from './fault.ts';
import { Uncertain } from './uncertain.ts';

const span = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));
const range = v.pipe(
  v.tuple([span, span]),
  v.check(([least, most]) => least <= most, 'the first must not be more than the second'),
);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const id = v.pipe(v.string(), v.regex(/^[^\s/]{1,80}$/, 'an id has no spaces or slashes'));
const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));
const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));

/** How an agent behaves who has no person behind it. Spans in ms, from and to. */
const Script = v.strictObject({
  answersAfterMs: v.optional(range, [500, 2_000]),
  talksMs: v.optional(range, [4_000, 12_000]),
  wrapsUpMs: v.optional(range, [1_000, 3_000]),
});

const User = v.strictObject({
  id,
  loginName: v.optional(id),
  firstName: name,
  lastName: name,
  password: v.string(),
  /** The access token that stands for single sign-on; makes this a single sign-on user in a HYBRID system. */
  token: v.optional(v.string()),
  extension: v.optional(id),
  team: v.optional(id),
  roles: v.optional(v.array(v.picklist(['Agent', 'Supervisor'])), ['Agent']),
  administrator: v.optional(v.boolean(), false),
  supervises: v.optional(v.array(id), []),
  /** Names of skills and levels. */
  skills: v.optional(v.record(v.string(), level), {}),
  wrapUp: v.optional(v.boolean(), true),
  script: v.optional(Script),
});

const ReasonCode = v.strictObject({
  id,
  category: v.picklist(['NOT_READY', 'LOGOUT']),
  code: v.number(),
  label: name,
  systemCode: v.optional(v.boolean(), false),
  /** Everybody's when not given. */
  teams: v.optional(v.array(id)),
});

const Csq = v.strictObject({
  id,
  name,
  queueType: v.optional(v.picklist(['VOICE', 'EMAIL', 'CHAT']), 'VOICE'),
  skills: v.optional(v.record(v.string(), level), {}),
});

const Calendar = v.strictObject({
  id,
  name,
  timeZone: v.optional(v.string(), 'UTC'),
  days: v.optional(v.array(v.picklist(['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'])), []),
  from: v.optional(v.string(), '09:00'),
  to: v.optional(v.string(), '17:00'),
  holidays: v.optional(v.array(v.strictObject({ name, date: v.string() })), []),
});

const Domain = v.strictObject({
  id,
  name,
  interruptible: v.optional(v.boolean(), true),
  maxDialogLimit: v.optional(v.number(), 5),
});
const Feed = v.strictObject({
  id,
  name,
  domain: id,
  /** Every script when not given. */ scripts: v.optional(v.array(v.string())),
});

export const ScriptedCall = v.strictObject({
  kind: v.optional(v.picklist(['acd', 'non-acd', 'outbound']), 'acd'),
  /** The agent who gets it; whoever is ready longest when not given. */
  user: v.optional(id),
  from: v.optional(v.string()),
});
export type ScriptedCall = v.InferOutput<typeof ScriptedCall>;

export const ScriptedState = v.strictObject({
  state: v.picklist(['LOGIN', 'READY', 'NOT_READY', 'LOGOUT']),
  reasonCodeId: v.optional(v.string()),
});
export type ScriptedState = v.InferOutput<typeof ScriptedState>;

/** What an administrator gives another of. */
export const ScriptedUser = v.strictObject({ firstName: v.exactOptional(name), lastName: v.exactOptional(name) });
export type ScriptedUser = v.InferOutput<typeof ScriptedUser>;

const at = { atMs: span };
const Moment = v.union([
  v.strictObject({ ...at, fault: Fault }),
  v.strictObject({ ...at, call: ScriptedCall }),
  v.strictObject({ ...at, user: id, set: ScriptedState }),
]);

/** All that a box is: who works there, what is spoken, and what goes wrong when. */
export const Scenario = v.strictObject({
  deployment: v.optional(v.picklist(['UCCX', 'UCCE']), 'UCCX'),
  signIn: v.optional(v.picklist(['NON_SSO', 'SSO', 'HYBRID']), 'NON_SSO'),
  seed: v.optional(v.number(), 1),
  names: v.optional(
    v.strictObject({
      a: v.optional(name, 'fin-a.localhost'),
      b: v.optional(name, 'fin-b.localhost'),
      uccx: v.optional(name, 'uccx.localhost'),
      ccp: v.optional(name, 'ccp.localhost'),
    }),
    {},
  ),
  /** 0 takes any that is free. */
  ports: v.optional(
    v.strictObject({
      page: v.optional(port, 8440),
      a: v.optional(port, 8445),
      b: v.optional(port, 8446),
      uccx: v.optional(port, 8443),
      ccp: v.optional(port, 8444),
    }),
    {},
  ),
  certificate: v.optional(v.picklist(['valid', 'expired']), 'valid'),
  timings: v.optional(
    v.strictObject({
      /** Between 202 and the change that it promised. */
      changeMs: v.optional(span, 20),
      /** How long an agent's presence may be gone before Finesse signs the agent out. */
      presenceMs: v.optional(span, 60_000),
      ringMs: v.optional(span, 12_000),
      wrapUpMs: v.optional(span, 30_000),
      /** How long five wrong passwords lock an account. */
      lockMs: v.optional(span, 300_000),
      /** After this silence an XMPP session is taken for dead. */
      silenceMs: v.optional(span, 60_000),
      /** How long a task that nobody asks about is kept. */
      taskMs: v.optional(span, 300_000),
      offerMs: v.optional(span, 20_000),
    }),
    {},
  ),
  users: v.array(User),
  teams: v.array(v.strictObject({ id, name })),
  reasonCodes: v.array(ReasonCode),
  skills: v.optional(v.array(v.strictObject({ id, name })), []),
  csqs: v.optional(v.array(Csq), []),
  calendars: v.optional(v.array(Calendar), []),
  domains: v.optional(v.array(Domain), []),
  feeds: v.optional(v.array(Feed), []),
  calls: v.optional(
    v.strictObject({
      perMinute: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)), 0),
      /** Who gets them: agents who work by script, or also those whom people sign in. */
      to: v.optional(v.picklist(['scripted', 'everybody']), 'scripted'),
      /** How long callers wait in the queue before they hang up. */
      patienceMs: v.optional(span, 60_000),
    }),
    {},
  ),
  uncertain: v.optional(Uncertain, {}),
  /** The address of a gadget's XML that every agent's desktop shows. */
  gadget: v.optional(v.pipe(v.string(), v.url())),
  timeline: v.optional(v.array(Moment), []),
});
export type Scenario = v.InferOutput<typeof Scenario>;
export type ScenarioInput = v.InferInput<typeof Scenario>;
export type ScenarioUser = Scenario['users'][number];
export type ScenarioReason = Scenario['reasonCodes'][number];
