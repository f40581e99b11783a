import { applyAgent } from './apply/agent.ts';
import { applyConfiguration } from './apply/configuration.ts';
import { applyConsult } from './apply/consult.ts';
import { applyExternalTask } from './apply/external-task.ts';
import { applyAnswer } from './apply/offer.ts';
import { flush } from './apply/queue.ts';
import { restart } from './apply/restart.ts';
import { settle } from './apply/settle.ts';
import { shiftClock } from './apply/shift-clock.ts';
import { applyTask } from './apply/task.ts';
import { applyVoice } from './apply/voice.ts';
import type { RoutingEffect } from './effect.ts';
import type { RoutingInput } from './input.ts';
import { match } from './match/match.ts';
import { effectsOf } from './notify/effects-of.ts';
import { endOrphans } from './offering/end-consult.ts';
import { returnVoice } from './offering/voice-hold.ts';
import type { RoutingState } from './record/state.ts';
import { Turn } from './turn.ts';
import { settleExternalTasks } from './waiting/settle-external-tasks.ts';

export interface Decision {
  readonly state: RoutingState;
  readonly effects: readonly RoutingEffect[];
}

/**
 * The whole of routing: see SPEC.md. Deterministic, without IO. **The state that is given is consumed**: it is worked on in
 * place and answered; whoever wants to keep what was, takes a `snapshot` before. `now` is ms since the epoch; an instant
 * before the last one counts as the last one, unless `clock.shifted` says that the clock was wrong. An input that makes no sense in the state (an offer that is gone, an agent
 * who is not there) changes nothing.
 */
export function decide(state: RoutingState, input: RoutingInput, now: number): Decision {
  if (input.type === 'clock.shifted') shiftClock(state, input.byMs);
  state.now = Math.max(state.now, now);
  const turn = turnOf(state);
  turn.begin(state.now);
  if (input.type !== 'server.started') settle(turn);
  apply(turn, input);
  settle(turn);
  endOrphans(turn);
  for (const agentId of turn.agents) returnVoice(turn, agentId);
  settleExternalTasks(turn);
  match(turn);
  return { state, effects: effectsOf(turn) };
}

/** When something happens by itself, ms since the epoch; null when nothing will. Feed `clock.ticked` then. */
export const nextDeadline = ({ timers }: RoutingState): number | null => timers.first()?.at ?? null;

const turns = new WeakMap<RoutingState, Turn>();

function turnOf(state: RoutingState): Turn {
  let turn = turns.get(state);
  if (!turn) {
    turn = new Turn(state);
    turns.set(state, turn);
  }
  return turn;
}

function apply(turn: Turn, input: RoutingInput): void {
  switch (input.type) {
    case 'clock.ticked':
      return;
    case 'clock.shifted':
      for (const agentId of turn.state.agentSessions.keys()) turn.touchAgent(agentId);
      return;
    case 'server.started':
      restart(turn);
      return;
    case 'configuration.changed':
      applyConfiguration(turn, input.configuration);
      return;
    case 'queue.flushed':
      flush(turn, input.queueId, input.toQueueId);
      return;
    case 'offer.accepted':
    case 'offer.declined':
      applyAnswer(turn, input);
      return;
    case 'consult.asked':
    case 'consult.completed':
      applyConsult(turn, input);
      return;
    case 'voice.changed':
    case 'voice.held':
    case 'voice.refused':
    case 'voice.released':
      applyVoice(turn, input);
      return;
    case 'external-task.placed':
    case 'external-task.unreachable':
    case 'external-task.queued':
    case 'external-task.chosen':
    case 'external-task.taken':
    case 'external-task.given-up':
    case 'external-task.moved':
    case 'external-task.let-go':
      applyExternalTask(turn, input);
      return;
    case 'agent.signed-in':
    case 'agent.signed-out':
    case 'agent.asked-ready':
    case 'agent.asked-not-ready':
    case 'agent.connected':
    case 'agent.disconnected':
      applyAgent(turn, input);
      return;
    default:
      applyTask(turn, input);
      return;
  }
}
