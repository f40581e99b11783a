import {
  applyFact,
  emptyInteraction,
  type Fact,
  type Interaction,
  type InteractionId,
  type NewFact,
  type Participant,
  type ParticipantId,
} from '@eyeline/protocol';

/** One interaction in memory: its log and what the log means. */
export class InteractionLog {
  readonly interactionId: InteractionId;
  readonly #facts: Fact[] = [];
  #interaction: Interaction = emptyInteraction;
  #storedSeq = 0;
  /** When somebody last asked for it, ms since the epoch: the long unused ones leave memory. */
  usedAt = 0;

  constructor(interactionId: InteractionId, facts: readonly Fact[] = []) {
    this.interactionId = interactionId;
    for (const fact of facts) this.#add(fact);
    this.#storedSeq = facts.length;
  }

  get interaction(): Interaction {
    return this.#interaction;
  }

  get isClosed(): boolean {
    return this.#interaction.closed !== null;
  }

  participant(participantId: ParticipantId): Participant | undefined {
    return this.#interaction.participants.find(one => one.participantId === participantId);
  }

  /** Facts up to here are stored. Nobody is told of the ones after it. */
  get storedSeq(): number {
    return this.#storedSeq;
  }

  stored(fact: Fact): void {
    this.#storedSeq = Math.max(this.#storedSeq, fact.seq);
  }

  storedAfter(seq: number): readonly Fact[] {
    return this.#facts.slice(seq, this.#storedSeq);
  }

  append(fact: NewFact, at: number): Fact {
    const header = { interactionId: this.interactionId, seq: this.#interaction.lastSeq + 1, at };
    const logged: Fact = { ...fact, ...header };
    this.#add(logged);
    return logged;
  }

  #add(fact: Fact): void {
    this.#facts.push(fact);
    this.#interaction = applyFact(this.#interaction, fact);
  }
}
