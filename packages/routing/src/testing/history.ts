import type { AgentId, TaskId } from '@eyeline/protocol';
import { decide, nextDeadline } from '../decide.ts';
import { routingDomains } from '../domain.ts';
import type { RoutingEffect } from '../effect.ts';
import type { RoutingInput } from '../input.ts';
import { restore } from '../record/restore.ts';
import { snapshot } from '../record/snapshot.ts';
import { emptyRouting, type RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { configurations, historyAgents } from './history-configuration.ts';
import { checkInvariants } from './invariants.ts';
import { Ledger } from './ledger.ts';
import { Phones } from './phones.ts';
import { Tally } from './tally.ts';
import { untouchedBy } from './untouched.ts';

export const agentIds = historyAgents as AgentId[];

/** A day in a contact centre, made up from numbers by `live`. */
export class History {
  /** 23:13:20 in Berlin, a quarter of an hour after the office has begun to open and to close. */
  now = 1_700_000_000_000;
  state: RoutingState;
  /** Restored from a snapshot on the way, and told the same from then on. */
  twin: RoutingState | null = null;
  readonly ledger = new Ledger();
  readonly phones = new Phones(agentIds.slice(0, 3));
  readonly inputs: { readonly input: RoutingInput; readonly at: number }[] = [];
  readonly tally: Tally;
  #tasks = 0;

  /** @param configuration the number of the one it begins with */
  constructor(configuration: number, tally: Tally = new Tally()) {
    this.state = emptyRouting(configurations[configuration % configurations.length]);
    this.tally = tally;
  }

  begin(): void {
    for (const agentId of this.phones.agentIds) this.notify(this.phones.report(agentId));
    for (const agentId of agentIds) {
      this.notify({ type: 'agent.signed-in', agentId });
      this.notify({ type: 'agent.asked-ready', agentId, domains: routingDomains });
    }
  }

  takeTwin(): void {
    this.twin = this.#copy();
  }

  /** Everybody goes home in good order: everything is ended, and the phones have all the time they want. */
  end(): void {
    for (const { taskId } of this.tasks()) this.notify({ type: 'task.withdrawn', taskId });
    for (let round = 0; round < 60 && !this.#isOver(); round += 1) {
      for (const { taskId } of this.tasks()) this.notify({ type: 'task.wrapped-up', taskId });
      for (const { taskId } of this.tasks()) this.notify({ type: 'task.withdrawn', taskId });
      for (const agentId of this.phones.agentIds) this.notify(this.phones.act(agentId));
      for (const number of [...this.state.externalTasks.keys()]) this.notify({ type: 'external-task.let-go', number });
      this.tick();
    }
  }

  #isOver(): boolean {
    const voices = [...this.state.voices.values()];
    return (
      this.state.tasks.size === 0 &&
      this.state.externalTasks.size === 0 &&
      voices.every(({ hold }) => hold === 'none') &&
      this.phones.held().length === 0
    );
  }

  newTaskId(): TaskId {
    this.#tasks += 1;
    return `task-${this.#tasks}` as TaskId;
  }

  tasks(isIt: (task: Task) => boolean = () => true): Task[] {
    return [...this.state.tasks.values()].filter(isIt);
  }

  /** Lets time pass until something happens by itself. */
  tick(): void {
    const deadline = nextDeadline(this.state);
    if (deadline !== null) this.pass(deadline - this.now);
  }

  pass(ms: number): void {
    this.now += Math.max(0, ms);
    this.notify({ type: 'clock.ticked' });
  }

  /** The process dies after a decision was stored and before its effects were carried out; it comes back from the store. */
  crash(): void {
    this.phones.crash();
    this.state = this.#copy();
    this.now += 1_000;
    this.notify({ type: 'server.started' });
    for (const agentId of this.phones.agentIds) this.notify(this.phones.report(agentId));
    for (const agentId of agentIds.slice(1)) this.notify({ type: 'agent.connected', agentId });
  }

  notify(input: RoutingInput | undefined): void {
    if (!input) return;
    this.inputs.push({ input, at: this.now });
    const { offersMade } = this.state;
    const untouched = untouchedBy(this.state, input);
    const before = this.tally.before(this.state, input);
    const { effects } = decide(this.state, input, this.now);
    untouched?.check(this.state);
    this.phones.receive(effects);
    this.ledger.note(input, effects);
    checkInvariants(this.state, offersMade);
    this.tally.note(before, this.state, effects);
    if (this.twin) this.#compare(input, effects);
  }

  #copy(): RoutingState {
    return restore(JSON.parse(JSON.stringify(snapshot(this.state))));
  }

  #compare(input: RoutingInput, effects: readonly RoutingEffect[]): void {
    if (!this.twin) return;
    const again = decide(this.twin, input, this.now).effects;
    const [one, other] = [JSON.stringify(effects), JSON.stringify(again)];
    if (one !== other) throw new Error(`After ${JSON.stringify(input)} the restored state says\n${other}, not\n${one}`);
  }
}
