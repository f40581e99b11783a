import type { RoutingEffect } from '../effect.ts';
import type { RoutingInput } from '../input.ts';
import { planOf } from '../pool/lanes.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';

interface Before {
  readonly input: RoutingInput;
  readonly tasks: ReadonlyMap<string, Pick<Task, 'state' | 'leftDomain'>>;
  readonly draining: ReadonlySet<string>;
  readonly offers: readonly string[];
}

const isWaiting = (state: Task['state'] | undefined) =>
  state === 'queued' || state === 'preparing' || state === 'offered';

/** How often what happened, over many histories: what never happens is not tested. */
export class Tally {
  readonly #counts = new Map<string, number>();

  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  before(state: RoutingState, input: RoutingInput): Before {
    return {
      input,
      tasks: new Map([...state.tasks].map(([id, { state: at, leftDomain }]) => [id, { state: at, leftDomain }])),
      draining: drainingIn(state),
      offers: [...state.offers.values()].map(({ phase }) => phase),
    };
  }

  note(before: Before, state: RoutingState, effects: readonly RoutingEffect[]): void {
    const { input, tasks, draining, offers } = before;
    if (effects.length > 0) this.count(`input ${input.type}`);
    if (input.type === 'server.started') for (const phase of offers) this.count(`restart with an offer ${phase}`);
    for (const agentId of drainingIn(state)) if (!draining.has(agentId)) this.count('drain began');
    for (const agentId of draining) {
      const agent = state.agentSessions.get(agentId as never)?.agent;
      if (agent?.state === 'not-ready') this.count('drain ended');
      else if (agent?.pendingReason === null) this.count('drain taken back');
    }
    if (input.type === 'task.domain-asked' && tasks.get(input.taskId)?.leftDomain === input.domain)
      this.count('went back from an escalation');
    for (const effect of effects) this.#effect(effect, before, state, effects);
  }

  #effect(effect: RoutingEffect, before: Before, state: RoutingState, effects: readonly RoutingEffect[]): void {
    this.count(`${effect.type} ${detailOf(effect)}`.trim());
    if (effect.type === 'callback.scheduled') {
      const earlier = before.tasks.get(effect.taskId)?.state;
      if (earlier === 'scheduled') this.count('callback moved by other hours');
      else if (isWaiting(earlier) && before.input.type !== 'callback.asked') this.count('callback paused by closing');
      else if (earlier === 'wrapping-up') this.count('callback to be tried again');
    }
    if (effect.type === 'task.changed') {
      if (effect.leftAgentId) this.count('task left hands to be served again');
      const earlier = before.tasks.get(effect.taskId)?.state;
      if (effect.state === 'active' && !isAccepted(effects, effect.taskId) && isWaiting(earlier)) this.count('picked');
      if (earlier === 'scheduled' && effect.state !== 'closed') this.count('callback became due');
    }
    if (effect.type === 'offer.made' && hasOvertaken(state, effect.offer.taskId)) this.count('age outweighed priority');
  }
}

const isAccepted = (effects: readonly RoutingEffect[], taskId: string): boolean =>
  effects.some(effect => effect.type === 'offer.closed' && effect.offer.taskId === taskId);

const drainingIn = ({ agentSessions }: RoutingState): ReadonlySet<string> =>
  new Set([...agentSessions.values()].flatMap(({ agent }) => (agent.pendingReason === null ? [] : [agent.agentId])));

function hasOvertaken(state: RoutingState, taskId: string): boolean {
  const chosen = state.tasks.get(taskId as never);
  if (!chosen) return false;
  const plan = planOf(state, chosen);
  return [...state.tasks.values()].some(
    other => other.state === 'queued' && other.priority > chosen.priority && planOf(state, other) === plan,
  );
}

function detailOf(effect: RoutingEffect): string {
  switch (effect.type) {
    case 'task.changed':
      return effect.ending ?? effect.state;
    case 'offer.closed':
      return effect.outcome;
    case 'callback.recorded':
      return effect.attempt.outcome;
    case 'task.domain-changed':
      return effect.domain;
    case 'agent.changed':
      return effect.status.reason ?? effect.status.state;
    default:
      return 'because' in effect ? effect.because : '';
  }
}
