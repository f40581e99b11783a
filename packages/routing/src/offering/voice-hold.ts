import type { AgentId, OfferId } from '@eyeline/protocol';
import { type RoutingDomain, routingDomains } from '../domain.ts';
import type { RoutingState } from '../record/state.ts';

import { newVoice, type Voice } from '../record/voice.ts';
import type { Turn } from '../turn.ts';

const longestRetryMs = 60_000;

export function voiceOf({ voices }: RoutingState, agentId: AgentId): Voice {
  let voice = voices.get(agentId);
  if (!voice) {
    voice = newVoice(agentId);
    voices.set(agentId, voice);
  }
  return voice;
}

/** The not-ready reasons that only we set. */
export const ourReasons = ({ configuration }: RoutingState): readonly string[] =>
  routingDomains.map(domain => configuration.domains[domain].voiceReason);

/** Asks for the phone to be taken off voice. */
export function askForVoice(
  turn: Turn,
  {
    agentId,
    offerId,
    domain,
    expiresAt,
  }: { agentId: AgentId; offerId: OfferId; domain: RoutingDomain; expiresAt: number },
): void {
  const voice = voiceOf(turn.state, agentId);
  setHold(turn, voice, 'asked');
  const reason = turn.state.configuration.domains[domain].voiceReason;
  turn.voiceCommands.push({ type: 'voice.hold', agentId, offerId, reason, expiresAt });
}

export function setHold(turn: Turn, voice: Voice, hold: Voice['hold']): void {
  const { policy } = turn.state.configuration;
  if (hold === 'held') voice.heldSince = turn.now;
  if (hold === 'none') {
    const wasLong = voice.heldSince > 0 && turn.now >= voice.heldSince + policy.holdLimitMs;
    if (wasLong) voice.restsUntil = Math.max(voice.restsUntil, turn.now + policy.breathMs);
    voice.heldSince = 0;
    voice.releases = 0;
  }
  voice.hold = hold;
  scheduleVoice(turn, voice);
  turn.touchAgent(voice.agentId);
}

/** Says that the phone is to be given back; again and again, ever more slowly, until the phone system answers. */
export function release(turn: Turn, voice: Voice): void {
  const { agentId, releases } = voice;
  const pauseMs = Math.min(turn.state.configuration.policy.voiceRetryMs * 2 ** Math.min(releases, 10), longestRetryMs);
  voice.releases += 1;
  voice.retryAt = turn.now + pauseMs;
  setHold(turn, voice, 'releasing');
  turn.voiceCommands.push({ type: 'voice.release', agentId, reasons: ourReasons(turn.state) });
}

/** Gives a phone back that nothing needs any more. */
export function returnVoice(turn: Turn, agentId: AgentId): void {
  const { state } = turn;
  const voice = state.voices.get(agentId);
  if (voice?.hold !== 'asked' && voice?.hold !== 'held') return;
  const agent = state.agentSessions.get(agentId)?.agent;
  const offer = agent?.offerId ? state.offers.get(agent.offerId) : undefined;
  if (!offer?.holdsVoice && !agent?.inHand.some(({ holdsVoice }) => holdsVoice)) release(turn, voice);
}

/** Leaves a phone alone for a while. */
export function restVoice(turn: Turn, voice: Voice): void {
  voice.restsUntil = turn.now + turn.state.configuration.policy.voiceRetryMs;
  scheduleVoice(turn, voice);
}

export function scheduleVoice({ state, now }: Pick<Turn, 'state' | 'now'>, voice: Voice): void {
  const at = wakingOf(state, voice, now);
  state.timers.move('voice', voice.agentId, voice.wakesAt, at);
  voice.wakesAt = at;
}

function wakingOf({ configuration }: RoutingState, voice: Voice, now: number): number | null {
  if (voice.hold === 'releasing') return voice.retryAt;
  if (voice.hold === 'none') return voice.restsUntil > now ? voice.restsUntil : null;
  const limit = voice.heldSince + configuration.policy.holdLimitMs;
  return voice.hold === 'held' && limit > now ? limit : null;
}
