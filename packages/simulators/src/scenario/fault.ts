import * as v from 'valibot';

const node = v.picklist(['A', 'B']);
const span = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));
const times = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How often it strikes (without end when not given), how long it stays in ms, and whom it strikes (everybody when not given). */
const common = {
  times: v.optional(times),
  forMs: v.optional(span),
  user: v.optional(v.string()),
  /** In (0, 1]: strikes at random, by the scenario's seed. */
  probability: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
};
/** A part of the path of a request, or of the name of a pubsub node. */
const path = v.optional(v.string());

export const Fault = v.variant('type', [
  /** A node refuses connections, and its sessions end. */
  v.strictObject({ type: v.literal('node-down'), node, forMs: v.optional(span) }),
  /** A node answers 503 and says OUT_OF_SERVICE, the notification service stays. */
  v.strictObject({ type: v.literal('node-out-of-service'), node, forMs: v.optional(span) }),
  v.strictObject({ type: v.literal('notification-lost'), path, ...common }),
  v.strictObject({ type: v.literal('notification-late'), path, ms: span, ...common }),
  v.strictObject({ type: v.literal('notification-doubled'), path, ...common }),
  /** A notification comes after the next one of the same session; after `ms` (1 000 when not given) at the latest. */
  v.strictObject({ type: v.literal('notification-reordered'), path, ms: v.optional(span), ...common }),
  /** The answer to a request comes late: what it asks for happens meanwhile. */
  v.strictObject({ type: v.literal('slow-answer'), path, node: v.optional(node), ms: span, ...common }),
  v.strictObject({
    type: v.literal('http-error'),
    path,
    node: v.optional(node),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    /** A web page instead of XML, as Tomcat and proxies answer. */
    page: v.optional(v.boolean()),
    ...common,
  }),
  /** Just before an agent's command for NOT_READY is carried out, a call is offered to that agent. */
  v.strictObject({ type: v.literal('conflicting-call'), ...common }),
  /** Right passwords and tokens are refused. */
  v.strictObject({ type: v.literal('wrong-credentials'), ...common }),
]);
export type Fault = v.InferOutput<typeof Fault>;
export type FaultType = Fault['type'];
