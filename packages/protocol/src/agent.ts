import * as v from 'valibot';
import { AgentId, Instant, InteractionId, ParticipantId, TaskId } from './ids.ts';
import { Offer } from './offer.ts';
import { AgentState, type Domain, DomainState, TaskState } from './vocabulary.ts';

/** An agent as the desk shows it. */
export const AgentStatus = v.object({
  agentId: AgentId,
  name: v.string(),
  state: AgentState,
  /** A configured not-ready reason or one of `SystemReason`; null while ready. */
  reason: v.nullable(v.string()),
  domains: v.object({ chat: DomainState, video: DomainState } satisfies Record<Domain, typeof DomainState>),
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

/** A task in the agent's hands; `participantId` is the agent's seat in its conversation. */
export const AgentTask = v.object({
  taskId: TaskId,
  interactionId: InteractionId,
  participantId: ParticipantId,
  state: TaskState,
});
export type AgentTask = v.InferOutput<typeof AgentTask>;

/** All that a desk needs when it signs in or comes back. */
export const Desk = v.object({
  token: v.string(),
  agent: AgentStatus,
  offers: v.array(Offer),
  tasks: v.array(AgentTask),
  wrapUpCodes: v.array(Choice),
  notReadyReasons: v.array(Choice),
  /** The server's clock, so that the desk can show times in state. */
  now: Instant,
});
export type Desk = v.InferOutput<typeof Desk>;
