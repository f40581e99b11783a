import type { AgentId, Fact, InteractionId, NewFact, TaskId } from '@eyeline/protocol';
import type { RoutingEffect, RoutingInput } from '@eyeline/routing';
import { Refusal } from '../people/refusal.ts';
import type { Sessions } from '../people/sessions.ts';
import type {
  CommandRecord,
  InputRecord,
  InteractionRecord,
  InvitationRecord,
  OutsideRecord,
  SessionRecord,
  SnapshotPart,
} from '../store/store.ts';
import type { CommandMemory } from './command-memory.ts';
import type { InteractionLog } from './interaction-log.ts';
import type { Interactions } from './interactions.ts';
import type { Records } from './journal.ts';

/** Routing, as far as its decisions can be made, stored and taken back. */
export interface RoutingJournal {
  /** Of the last decision: 1, 2, 3 … */
  readonly number: number;
  decide(input: RoutingInput, now: number): { record: InputRecord; effects: readonly RoutingEffect[] };
  /** Takes back all decisions after that one. */
  rewind(number: number, now: number): void;
  takeSnapshot(isUpToDate: boolean): SnapshotPart | null;
  dropSnapshot(): void;
}

/** All of memory that is in the store too. */
export interface Memory {
  readonly interactions: Interactions;
  readonly routing: RoutingJournal;
  readonly sessions: Pick<Sessions, 'set'>;
  readonly commands: CommandMemory;
}

interface ChangeOptions {
  readonly memory: Memory;
  readonly now: number;
  /** What follows at once from a decision, in the same change. */
  readonly follow: (change: Change, effect: RoutingEffect) => void;
}

/**
 * One thing that happens: applied to memory at once, in one turn of the event loop, and told to nobody before it is
 * stored. As long as nobody was told it can be taken back: each step knows how to undo itself, and routing, which works in
 * place, goes through its inputs again without those of this change.
 */
export class Change {
  readonly now: number;
  readonly effects: RoutingEffect[] = [];
  readonly #memory: Memory;
  readonly #facts: Fact[] = [];
  readonly #inputs: InputRecord[] = [];
  readonly #commands: CommandRecord[] = [];
  readonly #sessions: SessionRecord[] = [];
  readonly #marks: InteractionRecord[] = [];
  readonly #outside: OutsideRecord[] = [];
  readonly #invitations: InvitationRecord[] = [];
  readonly #follow: ChangeOptions['follow'];
  readonly #afterCommit: (() => void)[] = [];
  readonly #undo: (() => void)[] = [];
  #routedAfter: number | null = null;

  constructor({ memory, now, follow }: ChangeOptions) {
    this.#follow = follow;
    this.#memory = memory;
    this.now = now;
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }

  get records(): Records {
    return {
      facts: this.#facts,
      inputs: this.#inputs,
      commands: this.#commands,
      sessions: this.#sessions,
      interactions: this.#marks,
      outside: this.#outside,
      invitations: this.#invitations,
    };
  }

  open(interactionId: InteractionId, taskId: TaskId): InteractionLog {
    const { interactions } = this.#memory;
    this.mark(interactionId, true);
    const log = interactions.create(interactionId, taskId, this.now);
    this.onUndo(() => interactions.takeBackOpening(log, taskId));
    return log;
  }

  /** @throws Refusal `internal` when the log is not in memory any more: what nobody keeps cannot go on */
  append(log: InteractionLog, fact: NewFact): Fact {
    const { interactions } = this.#memory;
    if (interactions.get(log.interactionId) !== log) throw new Refusal('internal');
    const before = log.interaction;
    const logged = interactions.append(log, fact, this.now);
    this.#facts.push(logged);
    this.onUndo(() => interactions.takeBack(log, logged, before));
    return logged;
  }

  /** Decides, with what follows from it at once. */
  route(input: RoutingInput): void {
    for (const effect of this.decide(input)) this.#follow(this, effect);
  }

  /** Decides alone. */
  decide(input: RoutingInput): readonly RoutingEffect[] {
    const { routing } = this.#memory;
    this.#routedAfter ??= routing.number;
    const { record, effects } = routing.decide(input, this.now);
    this.#inputs.push(record);
    this.effects.push(...effects);
    return effects;
  }

  remember(record: CommandRecord): void {
    const { commands } = this.#memory;
    commands.add(record);
    this.#commands.push(record);
    this.onUndo(() => commands.remove(record));
  }

  setSession(agentId: AgentId, sessionId: string | null): void {
    const { sessions } = this.#memory;
    this.#sessions.push({ agentId, sessionId });
    this.onUndo(sessions.set(agentId, sessionId));
  }

  /** Must a restarted server have it in memory? */
  mark(interactionId: InteractionId, live: boolean): void {
    this.#marks.push({ interactionId, live });
  }

  /** What we do outside, which whoever does it has in mind: nothing is asked there before this is stored. */
  keepOutside(records: readonly OutsideRecord[]): void {
    this.#outside.push(...records);
  }

  /** A link as it is now. Whoever has it in mind takes that back by `onUndo`. */
  keepInvitation(record: InvitationRecord): void {
    this.#invitations.push(record);
  }

  /** Runs when everything is stored and told. */
  afterCommit(run: () => void): void {
    this.#afterCommit.push(run);
  }

  committed(): void {
    for (const run of this.#afterCommit) run();
  }

  /** How to take back what was done to memory beside this change. */
  onUndo(run: () => void): void {
    this.#undo.push(run);
  }

  /**
   * Takes changes out of memory, the newest first: none of them is stored or told, and there is none after them. Memory is
   * then as it was before the first of them.
   */
  static takeBack(changes: readonly Change[], { routing }: Memory, now: number): void {
    let number: number | null = null;
    for (const change of changes.toReversed()) {
      for (const run of change.#undo.reverse()) run();
      number = change.#routedAfter ?? number;
    }
    if (number !== null) routing.rewind(number, now);
  }
}
