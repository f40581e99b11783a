import type { Fact, InteractionId, NewFact, ParticipantId, TaskId } from '@eyeline/protocol';
import { UnreadableRecord } from '../store/read-row.ts';
import type { ConversationsQuery, ProvenConversation, Store } from '../store/store.ts';
import { InteractionLog, type Standing } from './interaction-log.ts';

/** How long a closed interaction stays in memory after it was last used, in ms. */
const keepMs = 10 * 60_000;
/** How many closed ones stay in memory at most, and how many more before those are looked for that can go. */
const mostClosed = 10_000;
const surplus = 250;

type OnUnreadable = (interactionId: InteractionId, error: unknown) => void;

/** The interactions in memory: all live ones, and closed ones that somebody looked at lately. */
export class Interactions {
  readonly #store: Pick<Store, 'loadFacts' | 'findConversations'>;
  readonly #onUnreadable: OnUnreadable;
  readonly #logs = new Map<InteractionId, InteractionLog>();
  #openCount = 0;
  /** Those that ended longest ago first. */
  readonly #closed = new Set<InteractionLog>();
  readonly #byTask = new Map<TaskId, InteractionId>();
  readonly #byParticipant = new Map<ParticipantId, Set<InteractionLog>>();
  readonly #consults = new Map<InteractionId, Set<InteractionLog>>();

  /** `onUnreadable`: one that is stored cannot be read. */
  constructor(store: Pick<Store, 'loadFacts' | 'findConversations'>, onUnreadable: OnUnreadable) {
    this.#store = store;
    this.#onUnreadable = onUnreadable;
  }

  /** How many of customers are not closed. */
  get openCount(): number {
    return this.#openCount;
  }

  all(): IterableIterator<InteractionLog> {
    return this.#logs.values();
  }

  /** Every live one is here; a closed one may have to be found. */
  get(interactionId: InteractionId): InteractionLog | undefined {
    return this.#logs.get(interactionId);
  }

  ofTask(taskId: TaskId): InteractionLog | undefined {
    const interactionId = this.#byTask.get(taskId);
    return interactionId && this.#logs.get(interactionId);
  }

  /** Where agents ask or asked colleagues about an interaction, the oldest first. */
  consultsAbout(interactionId: InteractionId): readonly InteractionLog[] {
    const logs = [...(this.#consults.get(interactionId) ?? [])];
    return logs.sort((one, other) => one.interaction.openedAt - other.interaction.openedAt);
  }

  /** May an agent read this log because a colleague asks about it at this moment? */
  isConsulted({ interactionId }: InteractionLog, participantId: ParticipantId): boolean {
    const consults = this.#consults.get(interactionId) ?? [];
    return [...consults].some(log => !log.isClosed && log.participant(participantId) !== undefined);
  }

  /** The open ones in which somebody takes part. */
  ofParticipant(participantId: ParticipantId): readonly InteractionLog[] {
    return [...(this.#byParticipant.get(participantId) ?? [])].filter(
      log => !log.isClosed && log.participant(participantId)?.presence !== 'left',
    );
  }

  /** In which a customer was proven. */
  ofCustomer(query: ConversationsQuery): Promise<readonly ProvenConversation[]> {
    return this.#store.findConversations(query);
  }

  /** Looks in the store too. Undefined: there is no such interaction. */
  async find(interactionId: InteractionId, now: number): Promise<InteractionLog | undefined> {
    const known = this.#logs.get(interactionId);
    if (known) {
      known.usedAt = now;
      return known;
    }
    try {
      const facts = await this.#store.loadFacts(interactionId);
      return facts.length === 0
        ? undefined
        : (this.#logs.get(interactionId) ?? this.restore(interactionId, facts, now));
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      this.#onUnreadable(interactionId, error);
      return undefined;
    }
  }

  /** All that were live when the last server ended. Answers with those that cannot be read: they stay out of memory. */
  restoreAll(facts: readonly Fact[], now: number): readonly InteractionId[] {
    const logs = new Map<InteractionId, Fact[]>();
    for (const fact of facts) {
      const log = logs.get(fact.interactionId);
      if (log) log.push(fact);
      else logs.set(fact.interactionId, [fact]);
    }
    return [...logs].flatMap(([interactionId, log]) => {
      try {
        this.restore(interactionId, log, now);
        return [];
      } catch (error) {
        this.#onUnreadable(interactionId, error);
        return [interactionId];
      }
    });
  }

  create(interactionId: InteractionId, taskId: TaskId, now: number): InteractionLog {
    this.#byTask.set(taskId, interactionId);
    return this.restore(interactionId, [], now);
  }

  restore(interactionId: InteractionId, facts: readonly Fact[], now: number): InteractionLog {
    if (facts.some(({ seq }, index) => seq !== index + 1)) throw new UnreadableRecord('The log has a gap.');
    const log = new InteractionLog(interactionId, facts);
    log.usedAt = now;
    this.#logs.set(interactionId, log);
    this.#openCount += openOnes(log);
    if (log.isClosed) this.#closed.add(log);
    for (const taskId of log.taskIds) this.#byTask.set(taskId, interactionId);
    if (log.consult) this.#consult(log.consult.about, log);
    for (const { participantId } of log.interaction.participants) this.#addMembership(participantId, log);
    return log;
  }

  /** Writes a fact into a log and into the indices. */
  append(log: InteractionLog, fact: NewFact, now: number): Fact {
    const openBefore = openOnes(log);
    const logged = log.append(fact, now);
    this.#openCount += openOnes(log) - openBefore;
    if (fact.type === 'participant.joined') this.#addMembership(fact.participantId, log);
    if (fact.type === 'interaction.opened' && fact.consult) this.#consult(fact.consult.about, log);
    if (fact.type === 'task.transferred') this.#byTask.set(fact.taskId, log.interactionId);
    return logged;
  }

  /** Takes the last fact of a log back, which is not stored. `before`: what the log meant without it. */
  takeBack(log: InteractionLog, fact: Fact, before: Standing): void {
    const openBefore = openOnes(log);
    log.takeBack(before);
    this.#openCount += openOnes(log) - openBefore;
    if (fact.type === 'participant.joined' && !log.participant(fact.participantId))
      this.#removeMembership(fact.participantId, log);
    if (fact.type === 'interaction.opened' && fact.consult) this.#forgetConsult(fact.consult.about, log);
    if (fact.type === 'task.transferred') this.#byTask.delete(fact.taskId);
  }

  /** Takes an interaction back that was opened just now, and is not stored. */
  takeBackOpening(log: InteractionLog, taskId: TaskId): void {
    this.#byTask.delete(taskId);
    this.#forget(log);
  }

  /** It has ended, and that is stored. Makes room where there are too many of them. */
  close(ended: InteractionLog, isNeeded: (log: InteractionLog) => boolean): void {
    this.#closed.add(ended);
    if (this.#closed.size < mostClosed + surplus) return;
    let count = 2 * surplus;
    for (const log of this.#closed) {
      if (count === 0 || this.#closed.size <= mostClosed) return;
      count -= 1;
      this.#closed.delete(log);
      if (isNeeded(log)) this.#closed.add(log);
      else this.#forget(log);
    }
  }

  /** `isNeeded`: somebody still works with it. */
  forgetUnused(now: number, isNeeded: (log: InteractionLog) => boolean): void {
    for (const log of this.#logs.values()) {
      if (!log.isClosed || now - log.usedAt < keepMs || isNeeded(log)) continue;
      this.#forget(log);
    }
  }

  #forget(log: InteractionLog): void {
    if (this.#logs.delete(log.interactionId)) this.#openCount -= openOnes(log);
    this.#closed.delete(log);
    for (const taskId of log.taskIds) this.#byTask.delete(taskId);
    if (log.consult) this.#forgetConsult(log.consult.about, log);
    for (const { participantId } of log.interaction.participants) this.#removeMembership(participantId, log);
  }

  /** Somebody takes part from now on. */
  #addMembership(participantId: ParticipantId, log: InteractionLog): void {
    const logs = this.#byParticipant.get(participantId) ?? new Set();
    this.#byParticipant.set(participantId, logs.add(log));
  }

  #removeMembership(participantId: ParticipantId, log: InteractionLog): void {
    const logs = this.#byParticipant.get(participantId);
    if (logs?.delete(log) && logs.size === 0) this.#byParticipant.delete(participantId);
  }

  /** A colleague is asked about another interaction. */
  #consult(about: InteractionId, log: InteractionLog): void {
    const logs = this.#consults.get(about) ?? new Set();
    this.#consults.set(about, logs.add(log));
  }

  #forgetConsult(about: InteractionId, log: InteractionLog): void {
    const logs = this.#consults.get(about);
    if (logs?.delete(log) && logs.size === 0) this.#consults.delete(about);
  }
}

/** 1 for a customer's that is open, else 0. */
const openOnes = (log: InteractionLog): number => (log.isClosed || log.consult ? 0 : 1);
