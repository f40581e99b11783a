import { applyAgent, lose } from './apply-agent.ts';
import { applyAnswer, applyTask } from './apply-task.ts';
import { settle } from './deadline.ts';
import { Draft } from './draft.ts';
import type { RoutingEffect } from './effect.ts';
import { effectsOf } from './effects-of.ts';
import type { RoutingInput } from './input.ts';
import { match } from './matching.ts';
import type { RoutingState } from './state.ts';

export interface Decision {
  readonly state: RoutingState;
  readonly effects: readonly RoutingEffect[];
}

/**
 * The whole of routing: see SPEC.md. `now` is ms since the epoch and must not go backwards. An input that makes no sense
 * in the state (an offer that is gone, an agent who is not there) changes nothing.
 */
export function decide(state: RoutingState, input: RoutingInput, now: number): Decision {
  const draft = new Draft(state);
  if (input.type !== 'server.started') settle(draft, now);
  apply(draft, input, now);
  match(draft, now);
  const effects = effectsOf(state, draft, now);
  return { state: draft.toState(), effects };
}

function apply(draft: Draft, input: RoutingInput, now: number): void {
  switch (input.type) {
    case 'clock.ticked':
      return;
    case 'server.started':
      draft.policy = input.policy;
      for (const agent of Object.values(draft.agents)) lose(draft, agent, now);
      return;
    case 'task.requested':
    case 'task.withdrawn':
    case 'task.ended':
    case 'task.wrapped-up':
      applyTask(draft, input, now);
      return;
    case 'offer.accepted':
    case 'offer.declined':
      applyAnswer(draft, input, now);
      return;
    default:
      applyAgent(draft, input, now);
      return;
  }
}
