import { type AgentView, viewOfVoice } from '../blending/agent-view.ts';
import type { ReasonCode } from '../codec/reason-code.ts';
import type { FinesseUser } from '../codec/user.ts';
import type { VoiceState } from '../words/finesse-words.ts';

/** Why an agent is not ready. `lost`: it was known before its node went down. */
export type TrueReason = 'chosen' | 'supervisor' | 'own' | 'manual-call' | 'call-ended' | 'no-answer' | 'lost' | 'none';

/** How it really is with an agent, which nobody but the agent knows. */
export interface Truth {
  state: VoiceState;
  pending: VoiceState | 'none';
  reason: TrueReason;
  changedAt: number;
  /** What the agent wants; our doing is not the agent's. */
  wants: 'ready' | 'not-ready';
  /** UCCX lets a state be pending once in a call. */
  pendingUsed: boolean;
  beforeManualCall: Pick<Truth, 'state' | 'reason'>;
  hasGadget: boolean;
  gadgetHangs: boolean;
  readonly history: { at: number; state: VoiceState; reason: TrueReason }[];
}

export function newTruth(now: number): Truth {
  return {
    state: 'ready',
    pending: 'none',
    reason: 'none',
    changedAt: now,
    wants: 'ready',
    pendingUsed: false,
    beforeManualCall: { state: 'ready', reason: 'none' },
    hasGadget: true,
    gadgetHangs: false,
    history: [],
  };
}

const chosen: ReasonCode = {
  id: '16',
  code: 800,
  label: 'Video',
  category: 'not-ready',
  isSystem: false,
  isForAll: true,
};
const reasons: Readonly<Record<TrueReason, ReasonCode | undefined>> = {
  chosen,
  supervisor: { ...chosen, id: '33', code: 33, isSystem: true },
  own: { ...chosen, id: '17', code: 10 },
  'manual-call': { ...chosen, id: '34', code: 32_761, isSystem: true },
  'call-ended': { ...chosen, id: '35', code: 32_755, isSystem: true },
  'no-answer': { ...chosen, id: '36', code: 32_763, isSystem: true },
  lost: undefined,
  none: undefined,
};

/** What Finesse tells of an agent. */
export function viewOfTruth({ state, pending, reason, changedAt }: Truth): AgentView {
  const code = state === 'not-ready' ? reasons[reason] : undefined;
  const user: FinesseUser = {
    id: '',
    firstName: '',
    lastName: '',
    roles: [],
    supervisedTeams: [],
    state,
    pendingState: pending,
    stateChangedAt: changedAt,
    ...(code ? { reasonCodeId: code.id, reason: code } : {}),
  };
  return viewOfVoice(user, chosen.id);
}
