import * as v from 'valibot';
import { AgentId, Instant, InteractionId, ParticipantId, TaskId } from './ids.ts';
import { Invitation, Inviting } from './invitation.ts';
import { Offer } from './offer.ts';
import { AgentState, ConsultEnding, Domain, DomainState, TaskState } from './vocabulary.ts';

/** An agent as the desk shows it. */
export const AgentStatus = v.object({
  agentId: AgentId,
  name: v.string(),
  state: AgentState,
  /** A configured not-ready reason or one of `SystemReason`; null while ready. */
  reason: v.nullable(v.string()),
  /** Only the domains that the agent can do. */
  domains: v.record(Domain, DomainState),
  /** How many tasks of each domain the agent has, and may have at once. */
  capacity: v.record(Domain, v.object({ used: v.number(), of: v.number() })),
  /** Since when the state holds. */
  since: Instant,
});
export type AgentStatus = v.InferOutput<typeof AgentStatus>;

/** A configured choice: a wrap-up code or a not-ready reason. */
export const Choice = v.object({
  code: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
});
export type Choice = v.InferOutput<typeof Choice>;

/** Makes a task a consult: who asks, and about whom. While it lasts, the log of `about` may be read. */
export const ConsultTask = v.object({
  about: InteractionId,
  askerName: v.string(),
  customerName: v.string(),
});
export type ConsultTask = v.InferOutput<typeof ConsultTask>;

/** What an agent asks a colleague, on the asker's side; all else is in the log of `interactionId`. */
export const Consult = v.object({
  interactionId: InteractionId,
  /** The asker's task that it is about. */
  taskId: TaskId,
  /** The asker's place. */
  participantId: ParticipantId,
  /** The name of the agent or queue that was asked. */
  to: v.string(),
  /** Null while it lasts. */
  ending: v.nullable(ConsultEnding),
});
export type Consult = v.InferOutput<typeof Consult>;

/** A task in the agent's hands; `participantId` is the agent's place in its conversation. */
export const AgentTask = v.object({
  taskId: TaskId,
  interactionId: InteractionId,
  participantId: ParticipantId,
  domain: Domain,
  state: TaskState,
  consult: v.optional(ConsultTask),
});
export type AgentTask = v.InferOutput<typeof AgentTask>;

/** A waiting task that the agent may pick. */
export const ListedTask = v.object({
  taskId: TaskId,
  queueId: v.string(),
  /** The queue's name. */
  queue: v.string(),
  domain: Domain,
  priority: v.number(),
  customerName: v.string(),
  requestedAt: Instant,
});
export type ListedTask = v.InferOutput<typeof ListedTask>;

/** Where a task may be handed over to, and how things stand there. */
export const Target = v.variant('kind', [
  v.object({ kind: v.literal('agent'), agentId: AgentId, name: v.string(), state: DomainState }),
  v.object({ kind: v.literal('queue'), queueId: v.string(), name: v.string(), waiting: v.number() }),
]);
export type Target = v.InferOutput<typeof Target>;

/** All that a desk needs when it signs in or comes back. */
export const Desk = v.object({
  token: v.string(),
  agent: AgentStatus,
  offers: v.array(Offer),
  tasks: v.array(AgentTask),
  /** About the agent's own tasks, those that are over included. */
  consults: v.optional(v.array(Consult), []),
  /** What the agent may pick, in the order of serving. */
  listed: v.array(ListedTask),
  /** Links that the agent has sent and that count, or have just failed, the latest last. */
  invitations: v.optional(v.array(Invitation), []),
  /** Null where agents send no links. */
  inviting: v.optional(v.nullable(Inviting), null),
  wrapUpCodes: v.array(Choice),
  notReadyReasons: v.array(Choice),
  /** The server's clock, so that the desk can show times in state. */
  now: Instant,
});
export type Desk = v.InferOutput<typeof Desk>;
