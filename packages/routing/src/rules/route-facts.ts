import * as v from 'valibot';
import { RoutingDomain } from '../domain.ts';

const text = v.pipe(v.string(), v.maxLength(2000, 'at most 2 000 characters'));

/** What an attribute may be. A list has several values; a condition holds when it holds for one of them. */
export const AttributeValue = v.union(
  [text, v.pipe(v.number(), v.finite()), v.boolean(), v.pipe(v.array(text), v.maxLength(100))],
  'a text, a number, true, false or a list of texts',
);
export type AttributeValue = v.InferOutput<typeof AttributeValue>;

const attributeName = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'a name of 1 to 64 letters, digits, "-" and "_"'));

export const Attributes = v.pipe(
  v.record(attributeName, AttributeValue, 'attributes by name'),
  v.check(attributes => Object.keys(attributes).length <= 100, 'at most 100 attributes'),
);
export type Attributes = v.InferOutput<typeof Attributes>;

/** How a queue is doing at the moment of the request. */
export const QueueFigures = v.object({
  waiting: v.number(),
  /** Agents who are ready and could serve it. */
  ready: v.number(),
  /** Of the oldest task that waits; 0 when none does. */
  longestWaitMs: v.number(),
  /** For who comes now; null when nothing can be said. */
  estimatedWaitMs: v.nullable(v.number()),
});
export type QueueFigures = v.InferOutput<typeof QueueFigures>;

/** All that rules, the hook and the external router may base a decision on. Plain JSON, gathered by the caller. */
export const RouteFacts = v.object({
  entryPointId: v.string(),
  /** How the customer came: web widget, link, app. */
  channel: v.string(),
  domain: RoutingDomain,
  /** Values of the pre-chat form by field. */
  form: v.record(v.string(), v.string()),
  /** What is known of the customer. */
  customer: Attributes,
  /** Of the interaction; rules add to them. */
  attributes: Attributes,
  queues: v.record(v.string(), QueueFigures),
  /** By id: is it open? `opennessAt` tells. */
  calendars: v.record(v.string(), v.boolean()),
});
export type RouteFacts = v.InferOutput<typeof RouteFacts>;
