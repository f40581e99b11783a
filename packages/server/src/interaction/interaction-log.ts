import {
  applyFact,
  type CallKind,
  type CommandId,
  emptyInteraction,
  type Fact,
  type FileOffer,
  fileOffers,
  type Interaction,
  type InteractionId,
  type NewFact,
  type Participant,
  type ParticipantId,
  type TaskId,
} from '@eyeline/protocol';

/** How an interaction stands. What was said in it is in its log, and not held twice. */
export type Standing = Omit<Interaction, 'messages'>;

/** One interaction in memory: its log and what the log means. */
export class InteractionLog {
  readonly interactionId: InteractionId;
  readonly #facts: Fact[] = [];
  #interaction: Standing = emptyInteraction;
  #storedSeq = 0;
  /** By who wrote them and their ids: each new message is looked for. */
  readonly #sent = new Map<ParticipantId, Map<CommandId, Fact<'message.sent'>>>();
  readonly #fileIds = new Set<CommandId>();
  /** Messages that were answered by a press or a form. */
  readonly #answered = new Set<CommandId>();
  /** When somebody last asked for it, ms since the epoch: the long unused ones leave memory. */
  usedAt = 0;
  /** When its customer last did something that no fact is made of: typed, sent a part of a file. ms since the epoch. */
  customerActiveAt = 0;
  /** How many files are on their way into it. */
  uploads = 0;

  constructor(interactionId: InteractionId, facts: readonly Fact[] = []) {
    this.interactionId = interactionId;
    for (const fact of facts) this.#add(fact);
    this.#storedSeq = facts.length;
  }

  get interaction(): Standing {
    return this.#interaction;
  }

  get isClosed(): boolean {
    return this.#interaction.closed !== null;
  }

  participant(participantId: ParticipantId): Participant | undefined {
    return this.#interaction.participants.find(one => one.participantId === participantId);
  }

  /** The message that somebody sent under this id. O(1). */
  sent(participantId: ParticipantId, messageId: CommandId): Fact<'message.sent'> | undefined {
    return this.#sent.get(participantId)?.get(messageId);
  }

  /** The message of that id, whoever sent it. O(participants). */
  message(messageId: CommandId): Fact<'message.sent'> | undefined {
    for (const ids of this.#sent.values()) if (ids.has(messageId)) return ids.get(messageId);
    return undefined;
  }

  isAnswered(messageId: CommandId): boolean {
    return this.#answered.has(messageId);
  }

  /** The text that was written first; empty where none was. */
  get firstText(): string {
    const first = this.#facts.find(fact => fact.type === 'message.sent');
    return first?.type === 'message.sent' ? first.text : '';
  }

  /** The last text or file. O(facts since then). */
  get lastMessage(): Fact<'message.sent' | 'file.shared'> | undefined {
    return this.#facts.findLast(fact => fact.type === 'message.sent' || fact.type === 'file.shared');
  }

  /** Files that people sent, in order. O(facts). */
  get files(): readonly Fact<'file.shared'>[] {
    return this.#facts.filter(fact => fact.type === 'file.shared');
  }

  /** How often it was said who the customer is. O(facts). */
  get identifications(): number {
    return this.#facts.filter(({ type }) => type === 'participant.identified').length;
  }

  /** Files that were offered and have not come. O(facts). */
  get fileOffers(): readonly FileOffer[] {
    return fileOffers(this.#facts, fileId => this.#fileIds.has(fileId));
  }

  /** How many letters were asked for. O(facts). */
  get letters(): number {
    return this.#facts.filter(fact => fact.type === 'transcript.mailed' && fact.state === 'waiting').length;
  }

  /** Is it the id of a message here, of a text or a file? O(participants). */
  hasMessage(id: CommandId): boolean {
    return this.#fileIds.has(id) || this.message(id) !== undefined;
  }

  /** Set where an agent asks a colleague about another interaction. */
  get consult(): Fact<'interaction.opened'>['consult'] {
    const [opened] = this.#facts;
    return opened?.type === 'interaction.opened' ? opened.consult : undefined;
  }

  /** For which kind of call the customer came by a link; undefined where they did not. */
  get invitedTo(): CallKind | undefined {
    const [opened] = this.#facts;
    return opened?.type === 'interaction.opened' ? opened.invited?.kind : undefined;
  }

  /** The task that serves it, after those that were handed over. */
  get taskIds(): readonly TaskId[] {
    return this.#facts.flatMap(fact =>
      fact.type === 'interaction.opened' || fact.type === 'task.transferred' ? [fact.taskId] : [],
    );
  }

  /** Where it was closed; infinite while it is open. */
  get closedSeq(): number {
    return this.#interaction.milestones.find(({ kind }) => kind === 'closed')?.seq ?? Number.POSITIVE_INFINITY;
  }

  /** Up to where somebody may read: all of it, unless their part is over. */
  readableSeq(participantId: ParticipantId): number {
    if (this.participant(participantId)?.presence !== 'left') return Number.POSITIVE_INFINITY;
    return (
      this.#facts.findLast(fact => fact.type === 'participant.left' && fact.participantId === participantId)?.seq ?? 0
    );
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

  /** Takes the last fact back, which nobody was told of; what the log meant before it is `before`. */
  takeBack(before: Standing): void {
    const fact = this.#facts.pop();
    if (fact?.type === 'message.sent') {
      this.#sent.get(fact.participantId)?.delete(fact.messageId);
      if (fact.answer) this.#answered.delete(fact.answer.replyTo);
    }
    if (fact?.type === 'file.shared') this.#fileIds.delete(fact.file.fileId);
    this.#interaction = before;
  }

  #add(fact: Fact): void {
    // A list of what was said would be copied with each message.
    this.#interaction = applyFact({ ...this.#interaction, messages: [] }, fact);
    this.#facts.push(fact);
    if (fact.type === 'file.shared') this.#fileIds.add(fact.file.fileId);
    if (fact.type !== 'message.sent') return;
    if (fact.answer) this.#answered.add(fact.answer.replyTo);
    const sent = this.#sent.get(fact.participantId) ?? new Map<CommandId, Fact<'message.sent'>>();
    this.#sent.set(fact.participantId, sent.set(fact.messageId, fact));
  }
}
