import type { AgentId } from '@eyeline/protocol';
import type { VoiceInput } from '../input.ts';
import { proceed } from '../offering/begin-offer.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { ourReasons, release, restVoice, returnVoice, setHold, voiceOf } from '../offering/voice-hold.ts';
import type { Voice } from '../record/voice.ts';
import type { Turn } from '../turn.ts';

/** What the phone system says. */
export function applyVoice(turn: Turn, input: VoiceInput): void {
  const voice = voiceOf(turn.state, input.agentId);
  turn.touchAgent(input.agentId);
  switch (input.type) {
    case 'voice.changed':
      changed(turn, voice, input);
      return;
    case 'voice.held':
      onHeld(turn, voice);
      return;
    case 'voice.refused':
      if (holdingOfferOf(turn, input.agentId)?.offerId === input.offerId) lose(turn, voice, 'none');
      return;
    case 'voice.released':
      if (voice.hold !== 'releasing') return;
      voice.state = 'ready';
      setHold(turn, voice, 'none');
      return;
  }
}

/** Off voice for us, whichever offer it was that asked: it counts for the one that there is. */
function onHeld(turn: Turn, voice: Voice): void {
  const offer = holdingOfferOf(turn, voice.agentId);
  if (voice.hold === 'asked') {
    setHold(turn, voice, 'held');
    if (offer) proceed(turn, offer);
    // Too late for the offer: kept for what the agent has in hand, or given back.
    else returnVoice(turn, voice.agentId);
    return;
  }
  // Too late: nobody needs it any more. Say again that it is to be given back, since the last time may have come before.
  if (voice.hold === 'none' || voice.hold === 'releasing') release(turn, voice);
}

/** What we did is known by its reason; everything else was done by hand, or by a call, and stays as it is. */
function changed(turn: Turn, voice: Voice, { state, reason }: Extract<VoiceInput, { type: 'voice.changed' }>): void {
  const isHeldByUs = state === 'not-ready' && reason !== null && ourReasons(turn.state).includes(reason);
  if (isHeldByUs) {
    voice.state = 'not-ready';
    if (voice.hold === 'none') release(turn, voice);
    else if (voice.hold === 'asked') onHeld(turn, voice);
    return;
  }
  const wasReady = voice.state === 'ready';
  voice.state = state;
  if (state === 'unknown') return;
  switch (voice.hold) {
    case 'asked':
      // An agent who is still ready is not held yet.
      if (state !== 'ready') lose(turn, voice, 'none');
      return;
    case 'held':
    case 'releasing':
      setHold(turn, voice, 'none');
      return;
    case 'none':
      if (!wasReady && state === 'ready') voice.restsUntil = Math.min(voice.restsUntil, turn.now);
      setHold(turn, voice, 'none');
      return;
  }
}

/** A lost race: somebody or something else had the phone first. The next agent is asked. */
export function lose(
  turn: Turn,
  voice: Voice,
  hold: 'none' | 'asked',
  outcome: 'declined' | 'expired' = 'declined',
): void {
  const offer = holdingOfferOf(turn, voice.agentId);
  setHold(turn, voice, hold);
  restVoice(turn, voice);
  if (offer) closeOffer(turn, offer, outcome);
}

function holdingOfferOf({ state }: Turn, agentId: AgentId) {
  const offerId = state.agentSessions.get(agentId)?.agent.offerId;
  const offer = offerId ? state.offers.get(offerId) : undefined;
  return offer?.phase === 'preparing' ? offer : undefined;
}
