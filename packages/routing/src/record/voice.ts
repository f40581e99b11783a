import type { AgentId } from '@eyeline/protocol';

/** `unknown`: the phone system cannot be asked. */
export const voiceStates = ['ready', 'not-ready', 'busy', 'unknown'] as const;
export type VoiceState = (typeof voiceStates)[number];

/**
 * An agent's phone, as told from outside, and what we did to it. It outlives the sign-in, so that it is given back in
 * any case. Plain JSON.
 */
export interface Voice {
  readonly agentId: AgentId;
  state: VoiceState;
  /** `asked`: taking it off voice was asked for. `held`: it was done. `releasing`: giving it back was asked for. */
  hold: 'none' | 'asked' | 'held' | 'releasing';
  heldSince: number;
  /** Leave it alone until then. */
  restsUntil: number;
  /** How often giving back was asked for. */
  releases: number;
  /** When giving back is asked for again. */
  retryAt: number;
  wakesAt: number | null;
}

export const newVoice = (agentId: AgentId): Voice => ({
  agentId,
  state: 'unknown',
  hold: 'none',
  heldSince: 0,
  restsUntil: 0,
  releases: 0,
  retryAt: 0,
  wakesAt: null,
});
