import type { AgentId, TaskId } from '@eyeline/protocol';
import { decide, nextDeadline } from '../decide.ts';
import { routingDomains } from '../domain.ts';
import type { RoutingEffect } from '../effect.ts';
import type { RoutingInput } from '../input.ts';
import { attemptOutcomes } from '../record/callback.ts';
import { restore } from '../record/restore.ts';
import { snapshot } from '../record/snapshot.ts';
import { emptyRouting, type RoutingState } from '../record/state.ts';
import { changedConfiguration, historyAgents, historyConfiguration } from './history-configuration.ts';
import { checkInvariants } from './invariants.ts';
import { Ledger } from './ledger.ts';
import { outsideSays } from './outside-router.ts';
import { Phones } from './phones.ts';
import { untouchedBy } from './untouched.ts';

const agentIds = historyAgents as AgentId[];
const queueIds = ['loans', 'german', 'anybody', 'inbox'];
const flushed = [...queueIds, 'outside'];

/** A day in a contact centre, made up from numbers: each number is a deed, and what it is about. */
export class History {
  now = 1_700_000_000_000;
  state: RoutingState = emptyRouting(historyConfiguration);
  /** Restored from a snapshot on the way, and told the same from then on. */
  twin: RoutingState | null = null;
  readonly ledger = new Ledger();
  readonly phones = new Phones(agentIds.slice(0, 3));
  decisions = 0;
  /** How often what was told. */
  readonly told: Record<string, number>;
  #tasks = 0;

  constructor(told: Record<string, number> = {}) {
    this.told = told;
  }

  begin(): void {
    for (const agentId of this.phones.agentIds) this.#tell(this.phones.report(agentId));
    for (const agentId of agentIds) {
      this.#tell({ type: 'agent.signed-in', agentId });
      this.#tell({ type: 'agent.asked-ready', agentId, domains: routingDomains });
    }
  }

  /** The numbers are read in the light of the state, so that most deeds make sense. */
  live(numbers: readonly number[]): void {
    for (const number of numbers) {
      this.now += [0, 0, 300, 2_000, 9_000][number % 5] ?? 0;
      this.#act(Math.floor(number / 5) % 45, Math.floor(number / 225));
    }
  }

  takeTwin(): void {
    this.twin = restore(JSON.parse(JSON.stringify(snapshot(this.state))));
  }

  /** Everybody goes home in good order: everything is ended, and the telephones have all the time they want. */
  end(): void {
    for (const { taskId } of [...this.state.tasks.values()]) this.#tell({ type: 'task.withdrawn', taskId });
    for (let round = 0; round < 60 && !this.#isOver(); round += 1) {
      for (const { taskId } of [...this.state.tasks.values()]) this.#tell({ type: 'task.wrapped-up', taskId });
      for (const { taskId } of [...this.state.tasks.values()]) this.#tell({ type: 'task.withdrawn', taskId });
      for (const agentId of this.phones.agentIds) this.#tell(this.phones.act(agentId));
      for (const number of [...this.state.errands.keys()]) this.#tell({ type: 'errand.let-go', number });
      this.#tick();
    }
  }

  #isOver(): boolean {
    const voices = [...this.state.voices.values()];
    return (
      this.state.tasks.size === 0 &&
      this.state.errands.size === 0 &&
      voices.every(({ hold }) => hold === 'none') &&
      this.phones.held().length === 0
    );
  }

  #tick(): void {
    const deadline = nextDeadline(this.state);
    if (deadline === null) return;
    this.now = Math.max(this.now, deadline);
    this.#tell({ type: 'clock.ticked' });
  }

  #act(deed: number, about: number): void {
    const agentId = agentIds[about % agentIds.length] as AgentId;
    const offers = [...this.state.offers.values()];
    const offer = offers[about % Math.max(1, offers.length)];
    const tasks = [...this.state.tasks.values()];
    const task = tasks[about % Math.max(1, tasks.length)];
    const inHand = tasks.filter(({ state }) => state === 'active' || state === 'wrapping-up');
    const held = inHand[about % Math.max(1, inHand.length)];
    if (deed < 7) this.#request(about);
    else if (deed < 13) this.#tell(this.phones.act(this.phones.agentIds[about % 3] as AgentId));
    else if (deed < 20) {
      if (offer) this.#tell({ type: 'offer.accepted', offerId: offer.offerId, agentId: offer.agentId });
    } else if (deed < 21) {
      if (offer) this.#tell({ type: 'offer.declined', offerId: offer.offerId, agentId: offer.agentId });
    } else if (deed < 24) {
      if (held) this.#tell({ type: held.state === 'active' ? 'task.ended' : 'task.wrapped-up', taskId: held.taskId });
    } else if (deed === 24) this.#callback(inHand.find(({ callback }) => callback) ?? task, about);
    else if (deed === 25) this.#tick();
    else if (deed === 26) {
      if (task) this.#tell({ type: 'task.withdrawn', taskId: task.taskId });
    } else if (deed === 27) this.#agent(agentId, about);
    else if (deed === 28) this.#tell({ type: 'agent.asked-ready', agentId, domains: routingDomains });
    else if (deed === 29) this.#tell({ type: about % 2 ? 'agent.disconnected' : 'agent.connected', agentId });
    else if (deed === 30)
      this.#tell(this.phones.set(agentId, (['ready', 'not-ready', 'busy', 'ready'] as const)[about % 4] ?? 'ready'));
    else if (deed === 31) {
      if (task) this.#tell({ type: 'task.picked', taskId: task.taskId, agentId });
    } else if (deed === 32) {
      const domain = routingDomains[Math.floor(about / 7) % 4] ?? 'chat';
      if (task) this.#tell({ type: 'task.domain-asked', taskId: task.taskId, domain });
    } else if (deed === 33) this.#callback(inHand.find(({ callback }) => callback) ?? task, about);
    else if (deed === 34) {
      if (held) this.#transfer(held.taskId, about);
    } else if (deed === 35) this.#rare(about);
    else if (deed === 36) {
      if (task) this.#tell({ type: 'task.prioritised', taskId: task.taskId, priority: 1 + (about % 10) });
    } else if (deed < 39) {
      if (held) this.#ask(held.taskId, about);
    } else if (deed < 41) this.#consult(about);
    else this.#tell(outsideSays(this.state, about, agentIds));
  }

  #request(about: number): void {
    this.#tell({ type: 'task.requested', ...this.#wish(about) });
  }

  #wish(about: number) {
    this.#tasks += 1;
    const part = Math.floor(about / 64);
    const kind = [2, 2, 2, 0, 0, 3, 1, 4][about % 8] ?? 2;
    const preferredAgentId = agentIds[part % 5] as AgentId;
    return {
      taskId: `task-${this.#tasks}` as TaskId,
      domain: routingDomains[kind] ?? ('chat' as const),
      // The inbox takes no video, and gets some all the same now and then.
      queueId: part % 5 === 3 ? 'outside' : queueIds[Math.floor(about / 8) % (kind === 2 || part % 8 === 0 ? 4 : 3)],
      ...(part % 4 === 1 && { priority: 8 }),
      ...(part % 6 === 2 && { preferredAgentId, insists: part % 12 === 2 }),
      ...(part % 9 === 4 && { skills: [{ skill: 'german', atLeast: 4 }] }),
      ...(about % 8 === 7 && { callback: this.#window(part) }),
    };
  }

  #window(about: number) {
    const from = this.now + ((about % 3) - 1) * 20_000;
    return { from, until: from + 30_000 + (about % 5) * 20_000, timeZone: 'Europe/Berlin' };
  }

  #agent(agentId: AgentId, about: number): void {
    const deeds = ['agent.signed-out', 'agent.signed-in', 'agent.asked-not-ready', 'some'] as const;
    const type = deeds[Math.floor(about / 5) % 4] ?? 'some';
    if (type === 'some')
      this.#tell({ type: 'agent.asked-ready', agentId, domains: about % 2 ? ['chat'] : ['video', 'chat'] });
    else if (type === 'agent.asked-not-ready') this.#tell({ type, agentId, reason: 'lunch' });
    else this.#tell({ type, agentId });
  }

  #callback(task: { taskId: TaskId } | undefined, about: number): void {
    if (!task) return;
    const { taskId } = task;
    const outcome = attemptOutcomes[Math.floor(about / 3) % 4] ?? 'failed';
    if (about % 3 === 0) this.#tell({ type: 'callback.asked', taskId, window: this.#window(about) });
    else this.#tell({ type: 'callback.attempted', taskId, outcome });
  }

  #transfer(taskId: TaskId, about: number): void {
    this.#tell({ type: 'task.transferred', taskId, newTask: this.#wish(about) });
  }

  #ask(about: TaskId, number: number): void {
    this.#tasks += 1;
    const to = number % 3 === 0 ? { queueId: queueIds[Math.floor(number / 3) % 4] } : {};
    const agentId = number % 3 === 1 ? { agentId: agentIds[Math.floor(number / 3) % 5] as AgentId } : {};
    this.#tell({ type: 'consult.asked', taskId: `task-${this.#tasks}` as TaskId, about, ...to, ...agentId });
  }

  /** Taken over, or ended by one of the two. */
  #consult(about: number): void {
    const consults = [...this.state.consults.values()];
    const taskId = consults[about % Math.max(1, consults.length)];
    if (!taskId) return;
    this.#tasks += 1;
    const domain = (['chat', 'chat', 'video', 'callback'] as const)[Math.floor(about / 3) % 4] ?? 'chat';
    if (about % 3 > 0) this.#tell({ type: 'task.ended', taskId });
    else this.#tell({ type: 'consult.completed', taskId, newTaskId: `task-${this.#tasks}` as TaskId, domain });
  }

  #rare(about: number): void {
    if (about % 4 === 0) this.#crash();
    else if (about % 4 === 1) {
      const configuration = Math.floor(about / 4) % 2 === 0 ? changedConfiguration : historyConfiguration;
      this.#tell({ type: 'configuration.changed', configuration });
    } else if (about % 4 === 2) {
      const [queueId = '', toQueueId] = [flushed[Math.floor(about / 4) % 5], flushed[Math.floor(about / 16) % 6]];
      this.#tell({ type: 'queue.flushed', queueId, toQueueId });
    } else this.takeTwin();
  }

  /** The process dies after a decision was stored and before its effects were carried out; it comes back from the store. */
  #crash(): void {
    this.phones.crash();
    this.state = restore(JSON.parse(JSON.stringify(snapshot(this.state))));
    this.now += 1_000;
    this.#tell({ type: 'server.started' });
    for (const agentId of this.phones.agentIds) this.#tell(this.phones.report(agentId));
    for (const agentId of agentIds.slice(1)) this.#tell({ type: 'agent.connected', agentId });
  }

  #tell(input: RoutingInput | undefined): void {
    if (!input) return;
    this.decisions += 1;
    const { offersMade } = this.state;
    const untouched = untouchedBy(this.state, input);
    const { effects } = decide(this.state, input, this.now);
    untouched?.check(this.state);
    this.phones.hear(effects);
    this.ledger.note(input, effects);
    checkInvariants(this.state, offersMade);
    for (const effect of effects) {
      const detail =
        'outcome' in effect
          ? effect.outcome
          : 'because' in effect
            ? effect.because
            : 'ending' in effect
              ? effect.ending
              : '';
      const what = `${effect.type} ${detail}`.trim();
      this.told[what] = (this.told[what] ?? 0) + 1;
    }
    if (this.twin) this.#compare(input, effects);
  }

  #compare(input: RoutingInput, effects: readonly RoutingEffect[]): void {
    if (!this.twin) return;
    const again = decide(this.twin, input, this.now).effects;
    const [one, other] = [JSON.stringify(effects), JSON.stringify(again)];
    if (one !== other) throw new Error(`After ${JSON.stringify(input)} the restored state says\n${other}, not\n${one}`);
  }
}
