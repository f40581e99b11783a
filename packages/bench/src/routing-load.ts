import type { TaskId } from '@eyeline/protocol';
import {
  decide,
  nextDeadline,
  type RoutingEffect,
  type RoutingInput,
  type RoutingState,
  viability,
} from '@eyeline/routing';
import type { RoutingRandom } from './routing-random.ts';
import { queueCount } from './routing-site.ts';

type Offer = Extract<RoutingEffect, { type: 'offer.made' }>['offer'];

/** Customers and agents who do the next thing that there is to do, and a clock that measures each decision. */
export class RoutingLoad {
  readonly #state: RoutingState;
  readonly #random: RoutingRandom;
  readonly #offers: Offer[] = [];
  readonly #active: TaskId[] = [];
  readonly #wrapping: TaskId[] = [];
  readonly #queueOf = new Map<TaskId, string>();
  #requested = 0;
  now: number;
  decisions = 0;
  /** Of every decision while measuring, ms. */
  readonly durations: number[] = [];
  isMeasuring = false;

  constructor(state: RoutingState, random: RoutingRandom, now: number) {
    this.#state = state;
    this.#random = random;
    this.now = now;
  }

  request(queueId = this.#anyQueue()): void {
    this.#requested += 1;
    const taskId = `task-${this.#requested}` as TaskId;
    this.#queueOf.set(taskId, queueId);
    this.#notify({ type: 'task.requested', taskId, domain: 'chat', queueId });
  }

  /** A queue that somebody can serve. */
  #anyQueue(): string {
    for (;;) {
      const queueId = `queue-${this.#random.below(queueCount)}`;
      if (viability(this.#state, { queueId, domain: 'chat' }).servable) return queueId;
    }
  }

  /** One of the next steps of one of the tasks, chosen at random; false when nobody has anything to do. An accepted task is followed by a new request. */
  step(): boolean {
    const offer = take(this.#offers, this.#random);
    if (offer) {
      // One of ten says no, so that the next one is looked for.
      const type = this.#random.below(10) === 0 ? 'offer.declined' : 'offer.accepted';
      this.#notify({ type, offerId: offer.offerId, agentId: offer.agentId });
      if (type === 'offer.declined') return true;
      this.#active.push(offer.taskId);
      // The next customer asks for the same, so that what waits stays as it is.
      this.request(this.#queueOf.get(offer.taskId));
      this.#queueOf.delete(offer.taskId);
      return true;
    }
    const isEnding = this.#wrapping.length === 0 || (this.#random.below(2) === 0 && this.#active.length > 0);
    const taskId = take(isEnding ? this.#active : this.#wrapping, this.#random);
    if (!taskId) return false;
    if (isEnding) this.#wrapping.push(taskId);
    this.#notify({ type: isEnding ? 'task.ended' : 'task.wrapped-up', taskId });
    return true;
  }

  acceptAll(): void {
    for (let offer = this.#offers.pop(); offer; offer = this.#offers.pop()) {
      this.#active.push(offer.taskId);
      this.#notify({ type: 'offer.accepted', offerId: offer.offerId, agentId: offer.agentId });
    }
  }

  get served(): number {
    return this.#active.length + this.#wrapping.length;
  }

  #notify(input: RoutingInput): void {
    this.now += 1;
    const deadline = nextDeadline(this.#state);
    if (deadline !== null && deadline <= this.now) this.#time({ type: 'clock.ticked' });
    this.#time(input);
    this.decisions += 1;
  }

  #time(input: RoutingInput): void {
    const start = this.isMeasuring ? performance.now() : 0;
    const { effects } = decide(this.#state, input, this.now);
    if (this.isMeasuring) this.durations.push(performance.now() - start);
    for (const effect of effects) if (effect.type === 'offer.made') this.#offers.push(effect.offer);
  }
}

/** Takes one out at random, in O(1). */
function take<T>(items: T[], random: RoutingRandom): T | undefined {
  const last = items.pop();
  if (last === undefined || items.length === 0) return last;
  const index = random.below(items.length + 1);
  if (index === items.length) return last;
  const taken = items[index];
  items[index] = last;
  return taken;
}
