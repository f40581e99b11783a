import { closeOffer } from '../offering/close-offer.ts';
import { release } from '../offering/voice-hold.ts';
import type { Turn } from '../turn.ts';
import { loseAgent } from './agent.ts';

/**
 * The server runs again. Nobody is blamed for the time it was away: open offers are withdrawn, all agents are lost from
 * now on, with the whole grace period ahead. What the phones do is not known; those to be given back are given back.
 */
export function restart(turn: Turn): void {
  const { state } = turn;
  for (const offer of [...state.offers.values()]) closeOffer(turn, offer, 'withdrawn');
  for (const agentSession of state.agentSessions.values()) loseAgent(turn, agentSession);
  for (const voice of state.voices.values()) {
    turn.touchAgent(voice.agentId);
    voice.state = 'unknown';
    if (voice.hold === 'releasing') release(turn, voice);
  }
}
