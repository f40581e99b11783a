import * as v from 'valibot';
import { EntryPointId, Instant, InteractionId, OfferId, TaskId } from './ids.ts';
import { KnownCustomer } from './known-customer.ts';
import { CallKind, Domain } from './vocabulary.ts';

/** One task proposed to one agent, with all that the agent needs to decide. */
export const Offer = v.object({
  offerId: OfferId,
  taskId: TaskId,
  interactionId: InteractionId,
  domain: Domain,
  /** The queue's name. */
  queue: v.string(),
  entryPointId: EntryPointId,
  /** The entry point's title. */
  title: v.string(),
  customerName: v.string(),
  /** The call for which the customer waits; `atOnce`: who accepts the offer is in it without another press. */
  call: v.optional(v.object({ kind: CallKind, atOnce: v.boolean() })),
  /** A colleague asks about this customer, who is being served and hears nothing of it. */
  consult: v.optional(v.object({ askerName: v.string(), question: v.string() })),
  /** Who it is, as far as anybody has said. */
  customer: v.optional(v.nullable(KnownCustomer)),
  /** The form as the customer saw it: label and value, in its order. */
  form: v.array(v.object({ label: v.string(), value: v.string() })),
  /** When the customer began to wait. */
  queuedAt: Instant,
  madeAt: Instant,
  expiresAt: Instant,
  /** How long the offer still stands at the moment this is sent, in ms: clocks of server and desk may differ. */
  remainingMs: v.number(),
  timeoutMs: v.number(),
});
export type Offer = v.InferOutput<typeof Offer>;
