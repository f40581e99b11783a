import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import type { SkillTerm } from '../configuration/term.ts';
import type { FallbackOption, RoutingDomain } from '../domain.ts';
import type { QueueId } from '../queue-id.ts';
import type { Callback } from './callback.ts';
import type { Consult } from './consult.ts';

/** `scheduled`: a callback before its time. `preparing`: queued for others, while an agent's phone is asked. */
export type HeldTaskState = 'scheduled' | 'queued' | 'preparing' | 'offered' | 'active' | 'wrapping-up';

export interface Decline {
  readonly agentId: AgentId;
  readonly at: number;
}

/** A task that is not closed. Plain JSON. */
export interface Task {
  readonly taskId: TaskId;
  /** 1, 2, 3 … in the order of requests. */
  readonly number: number;
  queueId: QueueId;
  domain: RoutingDomain;
  /** 1 to 10. */
  priority: number;
  readonly requestedAt: number;
  /** The place among waiting tasks: smaller is served first. */
  order: number;
  state: HeldTaskState;
  /** To whom it is offered or who has it, or had it last. */
  agentId: AgentId | null;
  offerId: OfferId | null;
  declines: readonly Decline[];
  /** Asked for on top of what the queue asks for. */
  readonly skills: readonly SkillTerm[];
  /** Who should have it if possible. */
  readonly preferredAgentId: AgentId | null;
  /** Nobody but the preferred agent will do. */
  readonly insists: boolean;
  /** What the entry point allows instead; null: what the queue allows. */
  readonly fallback: readonly FallbackOption[] | null;
  callback: Callback | null;
  /** The number of its external task with a router outside; null: we route it. */
  externalTask: number | null;
  /** Which domain it left for an exclusive one that it is in; null: none. It may go back in any case. */
  leftDomain: RoutingDomain | null;
  /** The entry point's calendar. */
  readonly calendar: string | null;
  /** A colleague is asked; no customer waits for this. */
  readonly consult?: Consult | undefined;
  /** How many steps were added to the first, and since when the last one counts. */
  step: number;
  steppedAt: number;
  /** Since when it waits in this queue. */
  joinedAt: number;
  /** Did it find nobody when it came? Only such tasks tell how fast the lane moves. */
  backlogged: boolean;
  activeAt: number | null;
  endedAt: number | null;
  wakesAt: number | null;
  /** What the customer was told last. */
  notifiedPosition: number | null;
  notifiedWaitMs: number | null;
  notifiedUnservable: boolean;
}

export const compareTasks = (one: Task, other: Task): number => one.order - other.order || one.number - other.number;
