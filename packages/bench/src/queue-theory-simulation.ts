import type { AgentId, TaskId } from '@eyeline/protocol';
import { decide, emptyRouting, RoutingConfiguration, type RoutingEffect, type RoutingState } from '@eyeline/routing';
import * as v from 'valibot';
import type { Load } from './queue-theory-erlang.ts';
import { EventQueue } from './queue-theory-events.ts';
import type { RoutingRandom } from './routing-random.ts';

/** One customer who was served or left; times in seconds. */
export interface Visit {
  readonly cameAt: number;
  readonly waited: number;
  readonly served: boolean;
  /** Would have waited for ever. */
  readonly isPatient: boolean;
  /** What the customer was told on coming; null: nothing, since an agent was free. */
  readonly estimate: { readonly expected: number; readonly low: number; readonly high: number } | null;
  /** Tasks ahead x mean handle time / agents. */
  readonly naive: number;
  /** Since the customer before, and what serving takes, as drawn. */
  readonly gap: number;
  readonly service: number;
  /** With one agent who is as fast as all together, if nobody ever left. */
  readonly pooledWait: number;
}

type Event =
  | { readonly type: 'come' }
  | { readonly type: 'leave'; readonly taskId: TaskId }
  | { readonly type: 'finish'; readonly taskId: TaskId };

interface Customer {
  readonly cameAt: number;
  readonly isPatient: boolean;
  readonly gap: number;
  readonly service: number;
  readonly pooledWait: number;
  estimate: Visit['estimate'];
  naive: number;
  served: boolean;
}

const startAt = 1_700_000_000_000;

/** The engine itself, told of customers and agents in virtual time. Agents accept and wrap up at once. */
export class QueueSimulation {
  readonly #load: Load;
  readonly #random: RoutingRandom;
  readonly #state: RoutingState;
  readonly #events = new EventQueue<Event>();
  readonly #customers = new Map<TaskId, Customer>();
  readonly #onVisit: (visit: Visit) => void;
  readonly #patientShare: number;
  #now = startAt;
  #came = 0;
  #gap = 0;
  #pooledWork = 0;
  decisions = 0;

  /** @param patientShare how many of the customers wait for ever, to see what waits come true */
  constructor(load: Load, random: RoutingRandom, onVisit: (visit: Visit) => void, patientShare = 0) {
    this.#load = load;
    this.#patientShare = patientShare;
    this.#random = random;
    this.#onVisit = onVisit;
    const expectedHandleMs = Math.round(load.handleTime * 1_000);
    const configuration = { queues: { only: { expectedHandleMs } }, defaultQueue: 'only' };
    this.#state = emptyRouting(v.parse(RoutingConfiguration, configuration));
    for (let index = 0; index < load.agents; index += 1) {
      const agentId = `agent-${index}` as AgentId;
      decide(this.#state, { type: 'agent.signed-in', agentId }, startAt);
      decide(this.#state, { type: 'agent.asked-ready', agentId, domains: ['chat'] }, startAt);
    }
  }

  /** Until so many customers have come. */
  run(customers: number): void {
    if (this.#came === 0) this.#awaitNext();
    while (this.#came < customers) {
      const next = this.#events.take();
      if (!next) return;
      this.#now = next.at;
      this.#happen(next.event);
    }
  }

  #happen(event: Event): void {
    if (event.type === 'come') this.#come();
    else if (event.type === 'leave') this.#leave(event.taskId);
    else {
      this.#notify({ type: 'task.ended', taskId: event.taskId });
      this.#notify({ type: 'task.wrapped-up', taskId: event.taskId });
    }
  }

  #awaitNext(): void {
    this.#gap = this.#random.exponential(3_600 / this.#load.arrivalsPerHour);
    this.#after(this.#gap, { type: 'come' });
  }

  #come(): void {
    const { patience, handleTime, agents } = this.#load;
    const gap = this.#gap;
    this.#awaitNext();
    this.#came += 1;
    const taskId = `task-${this.#came}` as TaskId;
    const isPatient = !Number.isFinite(patience) || this.#random.unit() < this.#patientShare;
    const service = this.#random.exponential(handleTime);
    const pooledWait = Math.max(0, this.#pooledWork - gap);
    this.#pooledWork = pooledWait + service / agents;
    const drawn = { cameAt: this.#now, isPatient, gap, service, pooledWait };
    this.#customers.set(taskId, { ...drawn, estimate: null, naive: 0, served: false });
    if (!isPatient) this.#after(this.#random.exponential(patience), { type: 'leave', taskId });
    this.#notify({ type: 'task.requested', taskId, domain: 'chat' });
  }

  #leave(taskId: TaskId): void {
    const customer = this.#customers.get(taskId);
    if (!customer || customer.served) return;
    this.#notify({ type: 'task.withdrawn', taskId });
    this.#report(taskId, customer);
  }

  #notify(input: Parameters<typeof decide>[1]): void {
    this.decisions += 1;
    const { effects } = decide(this.#state, input, Math.round(this.#now));
    for (const effect of effects) this.#follow(effect);
  }

  #follow(effect: RoutingEffect): void {
    if (effect.type === 'queue.moved') this.#note(effect);
    if (effect.type !== 'offer.made') return;
    const { offerId, agentId, taskId } = effect.offer;
    const customer = this.#customers.get(taskId);
    if (!customer) throw new Error(`${taskId} is offered and was never there.`);
    customer.served = true;
    this.#after(customer.service, { type: 'finish', taskId });
    this.#report(taskId, customer);
    this.#notify({ type: 'offer.accepted', offerId, agentId });
  }

  /** Only what is said first: of it, it is asked whether it came true. */
  #note({ taskId, position, wait }: Extract<RoutingEffect, { type: 'queue.moved' }>): void {
    const customer = this.#customers.get(taskId);
    if (!customer || customer.estimate || customer.served || wait === null) return;
    const { handleTime, agents } = this.#load;
    customer.estimate = { expected: wait.expectedMs / 1_000, low: wait.lowMs / 1_000, high: wait.highMs / 1_000 };
    customer.naive = ((position - 1) * handleTime) / agents;
  }

  #report(taskId: TaskId, customer: Customer): void {
    this.#customers.delete(taskId);
    const { cameAt, isPatient, served, estimate, naive, gap, service, pooledWait } = customer;
    const waited = (this.#now - cameAt) / 1_000;
    this.#onVisit({ cameAt: cameAt / 1_000, waited, served, isPatient, estimate, naive, gap, service, pooledWait });
  }

  #after(seconds: number, event: Event): void {
    this.#events.add(this.#now + seconds * 1_000, event);
  }
}
