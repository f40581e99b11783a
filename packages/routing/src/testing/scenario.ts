import type { AgentId, Domain, OfferId, TaskId } from '@eyeline/protocol';
import { nextDeadline } from '../deadline.ts';
import { decide } from '../decide.ts';
import type { RoutingEffect } from '../effect.ts';
import type { RoutingInput } from '../input.ts';
import { defaultPolicy, emptyRouting, type RoutingState } from '../state.ts';
import { statusOf } from '../status.ts';

// One scenario at a time: its state, its clock, and what followed from the last input.
export const anna = 'anna' as AgentId;
export const ben = 'ben' as AgentId;
export const cleo = 'cleo' as AgentId;
export const task = (n: number) => `task-${n}` as TaskId;
export const { offerPatienceMs, graceMs, declinePauseMs } = defaultPolicy;

export let state: RoutingState;
export let now: number;
export let effects: readonly RoutingEffect[];

/** Before each test. */
export function begin() {
  state = emptyRouting();
  now = 1000;
  effects = [];
}

/** Time passes, and nobody looks at the clock. */
export function pass(ms: number) {
  now += ms;
}

export function feed(...inputs: RoutingInput[]) {
  const all: RoutingEffect[] = [];
  for (const input of inputs) {
    const decision = decide(state, input, now);
    state = decision.state;
    all.push(...decision.effects);
  }
  effects = all;
}

/** Time passes; the shell's timer fires whenever it is due. */
export function wait(ms: number) {
  const until = now + ms;
  const all: RoutingEffect[] = [];
  for (let due = nextDeadline(state); due !== null && due <= until; due = nextDeadline(state)) {
    now = due;
    feed({ type: 'clock.ticked' });
    all.push(...effects);
  }
  now = until;
  effects = all;
}

export const ready = (agentId: AgentId, domains: Domain[] = ['chat', 'video']) => {
  feed({ type: 'agent.signed-in', agentId }, { type: 'agent.asked-ready', agentId, domains });
};
export const request = (n: number, domain: Domain = 'chat') =>
  feed({ type: 'task.requested', taskId: task(n), domain });
export const offerTo = (agentId: AgentId) => Object.values(state.offers).find(offer => offer.agentId === agentId);
export const offerId = (agentId: AgentId) => offerTo(agentId)?.offerId ?? ('none' as OfferId);
export const accept = (agentId: AgentId) => feed({ type: 'offer.accepted', agentId, offerId: offerId(agentId) });
export const decline = (agentId: AgentId) => feed({ type: 'offer.declined', agentId, offerId: offerId(agentId) });
export const agent = (agentId: AgentId) => {
  const found = state.agents[agentId];
  if (!found) throw new Error(`${agentId} is not signed in`);
  return statusOf(found, state);
};
export const outcomes = () => effects.flatMap(effect => (effect.type === 'offer.closed' ? [effect.outcome] : []));
