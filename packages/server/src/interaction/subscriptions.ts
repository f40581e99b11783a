import type {
  EventName,
  EventPayload,
  Fact,
  InteractionId,
  KnownCustomer,
  ParticipantId,
  Role,
} from '@eyeline/protocol';
import type { Caller } from '../people/caller.ts';

/**
 * What a customer may read of a fact. A customer's log ends with `interaction.closed`; a wrap-up before that, after a
 * transfer, keeps its place without its code.
 */
function forCustomer(fact: Fact, closedSeq: number): Fact | null {
  if (fact.type === 'interaction.opened') return withoutAttributes(fact);
  if (fact.type === 'task.wrapped-up') return fact.seq > closedSeq ? null : { ...fact, code: '' };
  if (fact.type === 'call.measured') return fact.seq > closedSeq ? null : { ...fact, epochs: [], measures: null };
  if (fact.type === 'survey.answered') return withoutAnswers(fact);
  if (fact.type === 'participant.left') return withoutHandover(fact);
  if (fact.type === 'participant.checked') return { ...fact, userAgent: '', checks: [] };
  if (fact.type === 'participant.identified') {
    const { name: _, ...told } = fact;
    return { ...told, customer: unsaid };
  }
  return fact;
}

const unsaid: KnownCustomer = { level: 'anonymous', realm: '', details: {}, attributes: {} };
/** How far somebody has read is for themselves alone where the site wants it so. */
const forOther = (fact: Fact, participantId: ParticipantId | undefined): Fact =>
  fact.type === 'message.read' && fact.silent && fact.participantId !== participantId
    ? { ...fact, throughSeq: 0 }
    : fact;

function withoutAttributes({ attributes: _, ...fact }: Fact<'interaction.opened'>): Fact {
  return fact;
}

const withoutHandover = ({ handover: _, note: __, ...fact }: Fact<'participant.left'>): Fact => fact;

const withoutAnswers = ({ stars: _, nps: __, text: ___, ...fact }: Fact<'survey.answered'>): Fact => fact;

/** Which pages hear what happens in which interaction. */
export class Subscriptions {
  readonly #byInteraction = new Map<InteractionId, Map<Caller, Role>>();
  readonly #byCaller = new Map<Caller, Set<InteractionId>>();

  /** From now on the caller hears of what is stored. */
  add(interactionId: InteractionId, caller: Caller, role: Role): void {
    if (!caller.isConnected) return;
    const subscribed = this.#byInteraction.get(interactionId) ?? new Map<Caller, Role>();
    this.#byInteraction.set(interactionId, subscribed.set(caller, role));
    const interactionIds = this.#byCaller.get(caller) ?? new Set();
    this.#byCaller.set(caller, interactionIds.add(interactionId));
  }

  /** The caller hears of nothing any more. O(interactions of which it hears). */
  remove(caller: Caller): void {
    for (const interactionId of this.#byCaller.get(caller) ?? []) this.#remove(interactionId, caller);
  }

  has(interactionId: InteractionId): boolean {
    return this.#byInteraction.has(interactionId);
  }

  /** The fact is stored. */
  publish(fact: Fact, closedSeq: number): void {
    for (const [caller, role] of this.#byInteraction.get(fact.interactionId) ?? []) {
      const [shown] = visibleTo({ role, participantId: caller.identity?.participantId }, [fact], closedSeq);
      if (shown) caller.notify(shown.type, shown);
    }
  }

  /** Somebody's part in one interaction is over: their pages hear of it no more. */
  end(interactionId: InteractionId, participantId: ParticipantId): void {
    const subscribed = this.#byInteraction.get(interactionId);
    for (const caller of subscribed?.keys() ?? [])
      if (caller.identity?.participantId === participantId) this.#remove(interactionId, caller);
  }

  #remove(interactionId: InteractionId, caller: Caller): void {
    const subscribed = this.#byInteraction.get(interactionId);
    if (subscribed?.delete(caller) && subscribed.size === 0) this.#byInteraction.delete(interactionId);
    const interactionIds = this.#byCaller.get(caller);
    if (interactionIds?.delete(interactionId) && interactionIds.size === 0) this.#byCaller.delete(caller);
  }

  /** Something that is true only for the moment. */
  notify<N extends EventName>(
    interactionId: InteractionId,
    name: N,
    payload: EventPayload<N>,
    isFor: (caller: Caller) => boolean,
  ): void {
    for (const caller of this.#byInteraction.get(interactionId)?.keys() ?? [])
      if (isFor(caller)) caller.notify(name, payload);
  }
}

interface LogReader {
  readonly role: Role;
  readonly participantId: ParticipantId | undefined;
}

/** What of a log a participant in this role may read. */
export const visibleTo = ({ role, participantId }: LogReader, facts: readonly Fact[], closedSeq: number): Fact[] =>
  facts.flatMap(fact => {
    const shown = forOther(fact, participantId);
    return role === 'agent' ? shown : (forCustomer(shown, closedSeq) ?? []);
  });
