import type { EventName, EventPayload, Fact, InteractionId, Role } from '@eyeline/protocol';
import type { Caller } from './caller.ts';

/** Only for the desk: a customer's log ends with `interaction.closed`. */
const isForDeskAlone = (fact: Fact): boolean => fact.type === 'task.wrapped-up';

/** Which pages hear what happens in which interaction. */
export class Subscriptions {
  readonly #byInteraction = new Map<InteractionId, Map<Caller, Role>>();

  /** From now on the caller hears of what is stored. */
  add(interactionId: InteractionId, caller: Caller, role: Role): void {
    if (!caller.isConnected) return;
    const subscribed = this.#byInteraction.get(interactionId) ?? new Map<Caller, Role>();
    this.#byInteraction.set(interactionId, subscribed.set(caller, role));
  }

  /** The caller hears of nothing any more. O(interactions that somebody hears of). */
  remove(caller: Caller): void {
    for (const [interactionId, subscribed] of this.#byInteraction)
      if (subscribed.delete(caller) && subscribed.size === 0) this.#byInteraction.delete(interactionId);
  }

  has(interactionId: InteractionId): boolean {
    return this.#byInteraction.has(interactionId);
  }

  /** The fact is stored. */
  publish(fact: Fact): void {
    for (const [caller, role] of this.#byInteraction.get(fact.interactionId) ?? [])
      if (role === 'agent' || !isForDeskAlone(fact)) caller.tell(fact.type, fact);
  }

  /** Something that is true only for the moment. */
  tell<N extends EventName>(
    interactionId: InteractionId,
    name: N,
    payload: EventPayload<N>,
    isFor: (caller: Caller) => boolean,
  ): void {
    for (const caller of this.#byInteraction.get(interactionId)?.keys() ?? [])
      if (isFor(caller)) caller.tell(name, payload);
  }
}

/** What of a log a participant in this role may read. */
export const visibleTo = (role: Role, facts: readonly Fact[]): Fact[] =>
  role === 'agent' ? [...facts] : facts.filter(fact => !isForDeskAlone(fact));
