import type { AgentId, OfferId, OfferOutcome, TaskId } from '@eyeline/protocol';
import type { RoutingEffect } from './effect.ts';
import {
  own,
  type Policy,
  type RoutingAgent,
  type RoutingOffer,
  type RoutingState,
  type RoutingTask,
} from './state.ts';

/** A state being worked on within one decision. The state it began with stays as it was. */
export class Draft {
  policy: Policy;
  readonly agents: Record<string, RoutingAgent>;
  readonly tasks: Record<string, RoutingTask>;
  readonly offers: Record<string, RoutingOffer>;
  queue: readonly TaskId[];
  offersMade: number;
  readonly closings: RoutingEffect[] = [];

  constructor(state: RoutingState) {
    this.policy = state.policy;
    this.agents = { ...state.agents };
    this.tasks = { ...state.tasks };
    this.offers = { ...state.offers };
    this.queue = state.queue;
    this.offersMade = state.offersMade;
  }

  agent(agentId: AgentId | null): RoutingAgent | undefined {
    return agentId === null ? undefined : own(this.agents, agentId);
  }

  task(taskId: TaskId | null): RoutingTask | undefined {
    return taskId === null ? undefined : own(this.tasks, taskId);
  }

  changeAgent(agentId: AgentId | null, change: Partial<RoutingAgent>): void {
    const agent = this.agent(agentId);
    if (agent) this.agents[agent.agentId] = { ...agent, ...change };
  }

  changeTask(taskId: TaskId, change: Partial<RoutingTask>): void {
    const task = this.task(taskId);
    if (task) this.tasks[taskId] = { ...task, ...change };
  }

  makeOffer(task: RoutingTask, agent: RoutingAgent, now: number): void {
    this.offersMade += 1;
    const offerId = `offer-${this.offersMade}` as OfferId;
    const { taskId } = task;
    const { agentId } = agent;
    this.offers[offerId] = { offerId, taskId, agentId, madeAt: now, expiresAt: now + this.policy.offerPatienceMs };
    this.changeTask(taskId, { state: 'offered', agentId, offerId });
    this.changeAgent(agentId, { offerId });
  }

  /** Afterwards the agent is free and, unless the offer was accepted, the task is queued again. */
  closeOffer(offerId: OfferId | null, outcome: OfferOutcome): void {
    const offer = offerId === null ? undefined : own(this.offers, offerId);
    if (!offer) return;
    delete this.offers[offer.offerId];
    this.changeAgent(offer.agentId, { offerId: null });
    this.changeTask(offer.taskId, { state: 'queued', agentId: null, offerId: null });
    this.closings.push({ type: 'offer.closed', offer, outcome });
  }

  leaveQueue(taskId: TaskId): void {
    this.queue = this.queue.filter(id => id !== taskId);
  }

  /** By age, so that a task which comes back stands before all younger ones. */
  joinQueue(task: RoutingTask): void {
    const younger = this.queue.findIndex(id => (this.task(id)?.requestedAt ?? 0) > task.requestedAt);
    this.queue = younger < 0 ? [...this.queue, task.taskId] : this.queue.toSpliced(younger, 0, task.taskId);
  }

  toState(): RoutingState {
    const { policy, agents, tasks, offers, queue, offersMade } = this;
    return { policy, agents, tasks, offers, queue, offersMade };
  }
}
