import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';
import { MediaConfig } from './media-config.ts';
import { TaskRoutingConfig } from './task-routing-config.ts';

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const ms = v.pipe(v.number(), v.minValue(1));

/** A not-ready reason of Finesse, by the number in reports or by its label. */
const Reason = v.union(
  [v.strictObject({ code: v.pipe(v.number(), v.integer()) }), v.strictObject({ label: text })],
  '{ "code": 800 } or { "label": "Video call" }',
);

/** The section `finesse`: whose phones are Cisco's. Spans in ms. */
export const FinesseConfig = v.pipe(
  v.strictObject({
    /** Both nodes, the preferred first, by their full names. */
    nodes: v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^https:\/\/[^/]+$/, 'an address like https://fin-a.example.com:8445'))),
      v.minLength(1, 'at least one node'),
    ),
    /** A supervisor of every team that takes video, and nobody's desktop account. */
    account: v.strictObject({ userId: text, password: SecretSource }),
    /** PEM files of certificate authorities to trust beside the public ones. */
    authorities: v.optional(v.array(text), []),
    /** Team ids; left out: every team that the account supervises. */
    teams: v.optional(v.pipe(v.array(text), v.minLength(1))),
    notifications: v.optional(
      v.strictObject({
        /** Left out: the node's own port, then 7443. */
        port: v.optional(port),
        /** Left out: /ws/, then /ws. */
        path: v.optional(v.pipe(v.string(), v.startsWith('/'))),
        transports: v.optional(v.pipe(v.array(v.picklist(['websocket', 'tcp'])), v.minLength(1)), ['websocket', 'tcp']),
        tcpPort: v.optional(port, 5223),
        /** The XMPP resource of this server; every server needs its own. */
        resource: v.optional(text, 'eyeline'),
      }),
      {},
    ),
    /**
     * Who makes agents not ready, in this order. Left out: the gadget in the agent's desktop where there is a reason to give,
     * then the supervisor. The agent's own credential only where somebody wants it.
     */
    ways: v.optional(v.pipe(v.array(v.picklist(['gadget', 'supervisor', 'own-credential'])), v.minLength(1))),
    /** The reason that the agent's own identity gives; a supervisor can give none. */
    reason: v.optional(Reason),
    /** How long the gadget has before the next way is tried. */
    gadgetMs: v.optional(ms, 1_500),
    /** By user name. Who is not here has their user name as Finesse's user id. */
    agents: v.optional(
      v.record(
        v.string(),
        v.strictObject({
          finesseUserId: v.optional(text),
          password: v.optional(SecretSource),
          /** Who knows the password that this agent signs in here with; left out: Eyeline. */
          proof: v.optional(v.picklist(['eyeline', 'finesse'])),
          /** What CCE calls the agent in a task, where that is not Finesse's user id. */
          peripheralId: v.optional(text),
        }),
      ),
      {},
    ),
    /** UCCE only: the platform that takes tasks for CCE. */
    taskRouting: v.optional(TaskRoutingConfig),
    /** UCCE only. */
    media: v.optional(MediaConfig),
    /** Between two looks at all agents where a notification is missing, at least. */
    pollMs: v.optional(ms, 5_000),
    /** How long a change may stay without its notification before somebody looks. */
    confirmMs: v.optional(ms, 1_500),
  }),
  v.forward(
    v.check(
      ({ ways = [], reason }) => reason !== undefined || ways.every(way => way === 'supervisor'),
      'the not-ready reason that gadget and own-credential give',
    ),
    ['reason'],
  ),
);
export type FinesseConfig = v.InferOutput<typeof FinesseConfig>;
