import type { AgentBlending, FinesseUser } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import type { VoiceReport } from './voice-port.ts';

type VoiceChanged = Extract<VoiceReport, { readonly type: 'voice.changed' }>;

/**
 * What routing is told of a phone. Routing knows what is ours by the reason that it gave, whichever reason Finesse
 * shows; undefined while it is being taken and nothing has come of it yet.
 * @param reason routing's, of the voice hold
 */
export function shownVoice(
  agentId: AgentId,
  { view, voiceHold }: AgentBlending,
  user: FinesseUser | undefined,
  reason: string | undefined,
): VoiceChanged | undefined {
  const changed = (state: VoiceChanged['state'], why: string | null = null): VoiceChanged => ({
    type: 'voice.changed',
    agentId,
    state,
    reason: why,
  });
  switch (view.standing) {
    case 'free':
      return voiceHold.phase === 'asked' ? undefined : changed('ready');
    case 'pending-not-ready':
      return voiceHold.phase === 'idle' ? changed('not-ready', reasonOf(user)) : undefined;
    case 'not-ready': {
      const isOurs =
        (voiceHold.phase === 'held' && voiceHold.heldAs !== undefined) ||
        (voiceHold.phase === 'releasing' && voiceHold.voiceHoldId !== undefined);
      return changed('not-ready', isOurs && reason !== undefined ? reason : reasonOf(user));
    }
    case 'gone':
      return changed('not-ready', 'Signed out of Finesse');
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      return changed('busy');
    case 'unknown':
      return changed('unknown');
  }
}

/** With its code, so that no label of a cluster looks like one of routing's own reasons. */
function reasonOf(user: FinesseUser | undefined): string | null {
  const { reason, reasonCodeId } = user ?? {};
  if (reason) return `${reason.label} (${reason.code ?? reason.id})`;
  return reasonCodeId === undefined ? null : `Reason ${reasonCodeId}`;
}
