import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import { closeOffer } from '../offering/close-offer.ts';
import { isWaiting } from '../offering/close-task.ts';
import { endConsult } from '../offering/end-consult.ts';
import { letPass } from '../offering/offer-outside.ts';
import { release, scheduleVoice, voiceOf } from '../offering/voice-hold.ts';
import type { Timer } from '../ordered/timers.ts';
import type { RoutingOffer } from '../record/offer.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { nextReview, scheduleReview } from '../waiting/lane-account.ts';
import { widen } from '../waiting/queue-up.ts';
import { scheduleTask, stepEnd, waitEnd } from '../waiting/task-timer.ts';
import { askNotReady } from './agent.ts';
import { endGrace } from './agent-grace.ts';
import { overflow } from './queue.ts';
import { requeue } from './requeue.ts';
import { lose } from './voice.ts';
import { wrapUp } from './wrap-up.ts';

/** Carries out everything that has become due. Each timer that fires is moved on or taken away by its owner. */
export function settle(turn: Turn): void {
  const { state, now } = turn;
  for (let timer = state.timers.first(); timer && timer.at <= now; timer = state.timers.first()) fire(turn, timer);
}

function fire(turn: Turn, { kind, id }: Timer): void {
  const { state } = turn;
  switch (kind) {
    case 'agent': {
      const agentSession = state.agentSessions.get(id as AgentId);
      if (agentSession) endGrace(turn, agentSession.agent);
      return;
    }
    case 'offer': {
      const offer = state.offers.get(id as OfferId);
      if (offer) expire(turn, offer);
      return;
    }
    case 'task': {
      const task = state.tasks.get(id as TaskId);
      if (task) wakeTask(turn, task);
      return;
    }
    case 'voice': {
      wakeVoice(turn, id as AgentId);
      return;
    }
    case 'lane': {
      const lane = state.lanes.get(id);
      if (!lane) return;
      turn.reviewed.add(lane);
      scheduleReview(state, lane, nextReview(state, turn.now));
      return;
    }
  }
}

/** Nobody answered: the phone system, or the agent, who is not ready then. */
function expire(turn: Turn, offer: RoutingOffer): void {
  if (offer.phase === 'preparing') {
    lose(turn, voiceOf(turn.state, offer.agentId), 'asked', 'expired');
    return;
  }
  if (offer.purpose === 'outside') letPass(turn, offer);
  closeOffer(turn, offer, 'expired');
  // Who does not answer is dealt with where the agent was chosen.
  if (offer.purpose === 'outside') return;
  const agentSession = turn.state.agentSessions.get(offer.agentId);
  if (agentSession) askNotReady(turn, agentSession, 'no-answer');
  const task = turn.state.tasks.get(offer.taskId);
  if (task?.consult && task.insists) endConsult(turn, task, 'not-answered');
}

function wakeTask(turn: Turn, task: Task): void {
  const { state, now } = turn;
  turn.touchTask(task);
  if (task.state === 'scheduled') requeue(turn, task);
  else if (task.state === 'wrapping-up') wrapUp(turn, task);
  else if (isWaiting(task)) {
    for (let at = stepEnd(state, task); at !== null && at <= now; at = stepEnd(state, task)) widen(turn, task, at);
    const end = waitEnd(state, task);
    if (end !== null && end <= now) {
      overflow(turn, task);
      return;
    }
    turn.seeking.add(task);
    scheduleTask(state, task, now);
  }
}

function wakeVoice(turn: Turn, agentId: AgentId): void {
  const voice = turn.state.voices.get(agentId);
  if (!voice) return;
  turn.touchAgent(voice.agentId);
  if (voice.hold === 'releasing') release(turn, voice);
  else scheduleVoice(turn, voice);
}
