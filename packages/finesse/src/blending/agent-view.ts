import type { FinesseMedia } from '../codec/media.ts';
import type { FinesseUser } from '../codec/user.ts';
import type { Deployment } from '../words/finesse-words.ts';

/** What an agent's voice allows. `not-ready` is off every call too. */
export type Standing =
  | 'free'
  | 'reserved'
  | 'on-call'
  | 'wrapping-up'
  | 'not-ready'
  | 'pending-not-ready'
  | 'gone'
  | 'unknown';

/** Who or what made an agent not ready, as far as the state tells. */
export type NotReadyMark =
  /** The reason that we choose, or our not-routable. */
  | 'chosen'
  /** A supervisor, as the system's own reason says. */
  | 'supervisor'
  /** No reason at all: a supervisor's doing, or a reason that went down with its node. An agent who chooses to be not ready gives one. */
  | 'unexplained'
  /** Just off a call that routing did not give (UCCX): not ready as before the call, for whatever reason that was. */
  | 'call-ended'
  | 'other';

/** An agent's voice as blending sees it: all that it needs of Finesse's state. */
export interface AgentView {
  readonly standing: Standing;
  /** Only when not ready. */
  readonly mark?: NotReadyMark;
  /** By Finesse's clock; a view older than the one at hand is dropped. */
  readonly changedAt?: number;
}

// UCCX: supervisor initiated, 33. UCCE: 999. Finesse sets them itself.
const supervisorCodes = [33, 999];
// UCCX shows a call that routing did not give as not ready: non-ACD busy, off hook; and afterwards call ended.
const manualCallCodes = [32_761, 32_762];
const callEndedCodes = [32_755];

/** How a voice state looks to blending. */
export function viewOfVoice(user: FinesseUser, chosenReasonId: string | undefined): AgentView {
  const changedAt = user.stateChangedAt === undefined ? {} : { changedAt: user.stateChangedAt };
  switch (user.state) {
    case 'ready':
      // UCCX: ready, and on a call that routing did not give.
      if (user.line === 'busy') return { standing: 'on-call', ...changedAt };
      return { standing: hasPending(user) ? 'pending-not-ready' : 'free', ...changedAt };
    case 'not-ready':
      if (manualCallCodes.includes(user.reason?.code ?? 0)) return { standing: 'on-call', ...changedAt };
      if (hasPending(user)) return { standing: 'pending-not-ready', ...changedAt };
      return { standing: 'not-ready', mark: markOf(user, chosenReasonId), ...changedAt };
    case 'reserved':
    case 'reserved-outbound':
    case 'reserved-outbound-preview':
      return { standing: 'reserved', ...changedAt };
    case 'talking':
    case 'held':
      return { standing: 'on-call', ...changedAt };
    case 'wrapping-up':
    case 'wrapping-up-ready':
      return { standing: 'wrapping-up', ...changedAt };
    case 'logged-out':
      return { standing: 'gone', ...changedAt };
    case 'unknown':
      return { standing: 'unknown', ...changedAt };
  }
}

/** How a domain of UCCE looks to blending where agents are taken by not-routable instead of not-ready. */
export function viewOfMedia(media: FinesseMedia): AgentView {
  const changedAt = media.stateChangedAt === undefined ? {} : { changedAt: media.stateChangedAt };
  switch (media.state) {
    case 'ready':
      return media.isRoutable
        ? { standing: 'free', ...changedAt }
        : { standing: 'not-ready', mark: 'chosen', ...changedAt };
    case 'not-ready':
      return { standing: 'not-ready', mark: 'other', ...changedAt };
    case 'reserved':
      return { standing: 'reserved', ...changedAt };
    case 'active':
    case 'paused':
    case 'interrupted':
      return { standing: 'on-call', ...changedAt };
    case 'wrapping-up':
    case 'wrapping-up-ready':
    case 'wrapping-up-not-ready':
      return { standing: 'wrapping-up', ...changedAt };
    case 'logged-out':
      return { standing: 'gone', ...changedAt };
    case 'unknown':
      return { standing: 'unknown', ...changedAt };
  }
}

/** How to hold voice: CCE's reports count a task as ended when its agent goes not ready, so there not-routable. */
export function preferredHold(deployment: Deployment): 'not-ready' | 'not-routable' {
  return deployment === 'ucce' ? 'not-routable' : 'not-ready';
}

function hasPending({ pendingState }: FinesseUser): boolean {
  return pendingState !== undefined && pendingState !== 'none';
}

function markOf({ reasonCodeId, reason }: FinesseUser, chosenReasonId: string | undefined): NotReadyMark {
  if (chosenReasonId !== undefined && reasonCodeId === chosenReasonId) return 'chosen';
  const code = reason?.code;
  if (code !== undefined && callEndedCodes.includes(code)) return 'call-ended';
  if (code !== undefined && supervisorCodes.includes(code)) return 'supervisor';
  return reasonCodeId === undefined && code === undefined ? 'unexplained' : 'other';
}
