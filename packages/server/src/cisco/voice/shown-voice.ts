import type { AgentBlending, FinesseUser } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import type { VoiceTold } from './voice-port.ts';

type VoiceChanged = Extract<VoiceTold, { readonly type: 'voice.changed' }>;

/**
 * What routing is told of a telephone. Routing knows what is ours by the reason that it gave, whichever reason Finesse
 * shows; undefined while it is being taken and nothing has come of it yet.
 * @param reason routing's, of the claim
 */
export function shownVoice(
  agentId: AgentId,
  { view, claim }: AgentBlending,
  user: FinesseUser | undefined,
  reason: string | undefined,
): VoiceChanged | undefined {
  const told = (state: VoiceChanged['state'], why: string | null = null): VoiceChanged => ({
    type: 'voice.changed',
    agentId,
    state,
    reason: why,
  });
  switch (view.standing) {
    case 'free':
      return claim.phase === 'taking' ? undefined : told('ready');
    case 'pending-away':
      return claim.phase === 'idle' ? told('not-ready', reasonOf(user)) : undefined;
    case 'away': {
      const isOurs =
        (claim.phase === 'taken' && claim.ours !== undefined) ||
        (claim.phase === 'returning' && claim.claimId !== undefined);
      return told('not-ready', isOurs && reason !== undefined ? reason : reasonOf(user));
    }
    case 'gone':
      return told('not-ready', 'Signed out of Finesse');
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      return told('busy');
    case 'unknown':
      return told('unknown');
  }
}

/** With its code, so that no label of a cluster looks like one of routing's own reasons. */
function reasonOf(user: FinesseUser | undefined): string | null {
  const { reason, reasonCodeId } = user ?? {};
  if (reason) return `${reason.label} (${reason.code ?? reason.id})`;
  return reasonCodeId === undefined ? null : `Reason ${reasonCodeId}`;
}
