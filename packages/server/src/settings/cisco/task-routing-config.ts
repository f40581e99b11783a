import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const ms = (most: number) => v.pipe(v.number(), v.minValue(1), v.maxValue(most));

/** The part `finesse.taskRouting`: the Customer Collaboration Platform that takes tasks for CCE. Spans in ms. */
export const TaskRoutingConfig = v.pipe(
  v.strictObject({
    origin: v.pipe(v.string(), v.regex(/^https:\/\/[^/]+$/, 'an address like https://ccp.example.com')),
    /** By the number at the end of its push URL, or by its name, which takes an account to look up. */
    feed: v.union(
      [v.strictObject({ id: text }), v.strictObject({ name: text })],
      '{ "id": "100000" } or { "name": "Video" }',
    ),
    /** Of the platform: for feeds by name, and to end what an agent has. */
    account: v.optional(v.strictObject({ userId: text, password: SecretSource })),
    /** The variable that takes the interaction's id. */
    variable: v.optional(
      v.pipe(v.string(), v.regex(/^(cv_([1-9]|10)|user_[\w.]+)$/, 'cv_1 to cv_10, or user_NAME')),
      'cv_1',
    ),
    /** Between two looks at a task that waits. The platform forgets one that nobody looks at for five minutes. */
    pollMs: v.optional(ms(240_000), 2_000),
    /** When the customer is connected: as soon as the agent has accepted, or already when CCE has chosen the agent. */
    connect: v.optional(v.picklist(['accepted', 'reserved']), 'accepted'),
    /** How long an agent whom CCE has chosen may be missing here before the customer is told. */
    absentMs: v.optional(ms(3_600_000), 30_000),
  }),
  v.forward(
    v.check(({ feed, account }) => 'id' in feed || account !== undefined, 'the account that looks the feed up'),
    ['account'],
  ),
);
export type TaskRoutingConfig = v.InferOutput<typeof TaskRoutingConfig>;

/** In a queue: CCE routes it. */
export const QueueTaskRouting = v.strictObject({
  scriptSelector: v.pipe(text, v.maxLength(32, 'at most 32 characters, as CCE has it')),
  /** The queue of ours that takes over when the platform was out of reach for so long. */
  fallback: v.optional(v.strictObject({ queue: text, afterMs: v.optional(ms(86_400_000), 60_000) })),
});
export type QueueTaskRouting = v.InferOutput<typeof QueueTaskRouting>;
