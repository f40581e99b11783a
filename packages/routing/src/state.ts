import type { AgentId, Domain, OfferId, TaskId } from '@eyeline/protocol';

/** All spans in ms. */
export interface Policy {
  /** How long an offer stands. */
  readonly offerPatienceMs: number;
  /** How long an agent whose connection is lost keeps the state. */
  readonly graceMs: number;
  /** How long after a decline the same agent may be offered the same task again, if nobody else is there. */
  readonly declinePauseMs: number;
}

export interface RoutingAgent {
  readonly agentId: AgentId;
  readonly state: 'not-ready' | 'ready';
  /** Why not ready; null while ready. */
  readonly reason: string | null;
  /** For which kinds of work the agent is ready. Empty while not ready. */
  readonly domains: readonly Domain[];
  /** Since when the status that others see holds. */
  readonly since: number;
  readonly availableSince: number;
  readonly connected: boolean;
  /** When a lost agent becomes not ready; null once that was done, and while connected. */
  readonly graceEndsAt: number | null;
  readonly offerId: OfferId | null;
  readonly taskId: TaskId | null;
  /** Asked to be not ready for this reason as soon as the task is done. */
  readonly pendingReason: string | null;
}

export interface RoutingTask {
  readonly taskId: TaskId;
  readonly domain: Domain;
  readonly requestedAt: number;
  readonly state: 'queued' | 'offered' | 'active' | 'wrapping-up';
  /** To whom it is offered or who has it. */
  readonly agentId: AgentId | null;
  readonly offerId: OfferId | null;
  /** Who declined it, and when last. */
  readonly declines: Readonly<Record<string, number>>;
}

export interface RoutingOffer {
  readonly offerId: OfferId;
  readonly taskId: TaskId;
  readonly agentId: AgentId;
  readonly madeAt: number;
  readonly expiresAt: number;
}

/** Plain JSON. Agents who are signed out and tasks that are closed are not in it. */
export interface RoutingState {
  readonly policy: Policy;
  readonly agents: Readonly<Record<string, RoutingAgent>>;
  readonly tasks: Readonly<Record<string, RoutingTask>>;
  readonly offers: Readonly<Record<string, RoutingOffer>>;
  /** The waiting tasks, oldest first, offered ones among them. */
  readonly queue: readonly TaskId[];
  /** How many offers were ever made: the next id. */
  readonly offersMade: number;
}

export const defaultPolicy: Policy = { offerPatienceMs: 20_000, graceMs: 20_000, declinePauseMs: 10_000 };

export const emptyRouting = (policy: Policy = defaultPolicy): RoutingState => ({
  policy,
  agents: {},
  tasks: {},
  offers: {},
  queue: [],
  offersMade: 0,
});

/** Ids may come from outside: `constructor` must not find what every object inherits. */
export const own = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
