export type Deployment = 'UCCX' | 'UCCE';

export type VoiceState =
  | 'LOGOUT'
  | 'NOT_READY'
  | 'READY'
  | 'RESERVED'
  | 'RESERVED_OUTBOUND'
  | 'TALKING'
  | 'HOLD'
  | 'WORK'
  | 'WORK_READY';

/** What an agent is doing at the phone besides what routing gave: `acd` and `outbound` came from routing. */
export type CallKind = 'acd' | 'outbound' | 'non-acd';

/** One agent's voice. */
export interface VoiceAgent {
  readonly state: VoiceState;
  /** In ms since the epoch. */
  readonly changedAt: number;
  /** The database id of the reason; `-1` is none. Not there in states that have none. */
  readonly reasonCodeId?: string;
  /** What is entered after the call. */
  readonly pending?: { readonly state: 'READY' | 'NOT_READY' | 'LOGOUT'; readonly reasonCodeId?: string };
  /** UCCX: whether a state was asked for during this call already. */
  readonly wasPending?: boolean;
  readonly extension?: string;
  readonly call?: { readonly id: string; readonly kind: CallKind };
  /** What is entered again after a call that routing did not give. */
  readonly before?: { readonly state: 'READY' | 'NOT_READY'; readonly reasonCodeId?: string };
}

export type VoiceCommand = 'LOGIN' | 'READY' | 'NOT_READY' | 'LOGOUT';

export type VoiceInput =
  | {
      readonly type: 'command';
      readonly command: VoiceCommand;
      readonly by: 'self' | 'supervisor';
      readonly reasonCodeId?: string;
      readonly extension?: string;
    }
  | { readonly type: 'call.offered'; readonly call: { readonly id: string; readonly kind: CallKind } }
  | { readonly type: 'call.answered' | 'call.held' | 'call.retrieved' | 'call.unanswered' | 'call.ended' }
  | { readonly type: 'wrap-up.ended' }
  | { readonly type: 'presence.lost' }
  /** The node that the agent was at is gone, and with it what it knew of the reason. */
  | { readonly type: 'reason.forgotten' };

/** How one centre differs from another. */
export interface VoiceRules {
  readonly deployment: Deployment;
  /** Whether phones of this extension exist. */
  readonly hasDevice: (extension: string) => boolean;
  /** The id of a reason that the system records by itself, where the centre has it. */
  readonly systemReason: (category: 'NOT_READY' | 'LOGOUT', code: number) => string | undefined;
  readonly hasWrapUp: boolean;
  readonly afterNonAcdCall: 'as-before' | 'NOT_READY';
  readonly presenceLoss: 'LOGOUT' | 'NOT_READY';
}

/** Why Finesse does not do what it said 202 to, as its notification says it. */
export interface VoiceRefusal {
  readonly type: string;
  readonly message: string;
  readonly data: string;
  readonly peripheral?: { readonly code: string; readonly message: string; readonly text: string };
}

export type VoiceOutcome =
  | { readonly type: 'changed'; readonly agent: VoiceAgent }
  | { readonly type: 'refused'; readonly agent: VoiceAgent; readonly refusal: VoiceRefusal };

export const refusals = {
  invalidState: { type: 'Invalid State', message: 'CF_INVALID_OBJECT_STATE', data: '22' },
  invalidWorkMode: { type: 'Invalid State', message: 'CF_INVALID_AGENT_WORKMODE', data: '265' },
  resourceBusy: { type: 'Invalid State', message: 'CF_RESOURCE_BUSY', data: '33' },
  invalidDevice: {
    type: 'Invalid Device',
    message: 'CF_INVALID_LOGON_DEVICE_SPECIFIED',
    data: '260',
    peripheral: {
      code: '10125',
      message: 'PERERR_TELDRIVE_NODEVICETARGETFORNETTARGETID',
      text: 'There is no device target for this extension.',
    },
  },
} as const satisfies Record<string, VoiceRefusal>;

export const noReason = '-1';
