import type { AgentId, Fact, InteractionId, NewFact, TaskId } from '@eyeline/protocol';
import type { RoutingEffect, RoutingInput } from '@eyeline/routing';
import type { CommandRecord, InputRecord, InteractionRecord, SessionRecord } from '../store/store.ts';
import type { RoutingLeader } from '../work/routing-leader.ts';
import type { InteractionLog } from './interaction-log.ts';
import type { Interactions } from './interactions.ts';
import type { Records } from './journal.ts';

interface ChangeOptions {
  readonly interactions: Interactions;
  readonly routing: RoutingLeader;
  readonly now: number;
  /** What follows at once from a decision, in the same change. */
  readonly follow: (change: Change, effect: RoutingEffect) => void;
}

/**
 * One thing that happens: applied to memory at once, in one turn of the event loop, and told to nobody before it is
 * stored. What was done to it is in memory for good: check before, then change.
 */
export class Change {
  readonly now: number;
  readonly effects: RoutingEffect[] = [];
  readonly #interactions: Interactions;
  readonly #routing: RoutingLeader;
  readonly #facts: Fact[] = [];
  readonly #inputs: InputRecord[] = [];
  readonly #commands: CommandRecord[] = [];
  readonly #sessions: SessionRecord[] = [];
  readonly #marks: InteractionRecord[] = [];
  readonly #follow: ChangeOptions['follow'];
  readonly #afterCommit: (() => void)[] = [];

  constructor({ interactions, routing, now, follow }: ChangeOptions) {
    this.#follow = follow;
    this.#interactions = interactions;
    this.#routing = routing;
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
    };
  }

  open(interactionId: InteractionId, taskId: TaskId): InteractionLog {
    this.mark(interactionId, true);
    return this.#interactions.create(interactionId, taskId, this.now);
  }

  append(log: InteractionLog, fact: NewFact): Fact {
    const logged = log.append(fact, this.now);
    this.#facts.push(logged);
    if (fact.type === 'participant.joined') this.#interactions.seat(fact.participantId, log);
    if (fact.type === 'interaction.opened' && fact.consult) this.#interactions.consult(fact.consult.about, log);
    if (fact.type === 'task.transferred') this.#interactions.serve(fact.taskId, log);
    return logged;
  }

  route(input: RoutingInput): void {
    const { record, effects } = this.#routing.decide(input, this.now);
    this.#inputs.push(record);
    this.effects.push(...effects);
    for (const effect of effects) this.#follow(this, effect);
  }

  remember(record: CommandRecord): void {
    this.#commands.push(record);
  }

  setSession(agentId: AgentId, sessionId: string | null): void {
    this.#sessions.push({ agentId, sessionId });
  }

  /** Must a restarted server have it in memory? */
  mark(interactionId: InteractionId, live: boolean): void {
    this.#marks.push({ interactionId, live });
  }

  /** Runs when everything is stored and told. */
  afterCommit(run: () => void): void {
    this.#afterCommit.push(run);
  }

  committed(): void {
    for (const run of this.#afterCommit) run();
  }
}
