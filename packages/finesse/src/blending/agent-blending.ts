import type { AgentView, NotReadyMark } from './agent-view.ts';
import type { Way } from './policy.ts';

// All of it but the map is JSON: voice holds are stored before their effects are carried out, and read after a restart.

/** What we are doing with an agent's voice. */
export type VoiceHold =
  | { readonly phase: 'idle' }
  /** Asked to be not ready, not confirmed. Without a way: every way was tried, a poll is waited for. */
  | {
      readonly phase: 'asked';
      readonly voiceHoldId: string;
      readonly way?: Way;
      readonly triedWays: readonly Way[];
      readonly token: string;
      readonly deadlineAt: number;
    }
  /** Not ready, confirmed. Without `heldAs` the agent has changed it since. */
  | {
      readonly phase: 'held';
      readonly voiceHoldId: string;
      readonly heldAs?: NotReadyMark;
      readonly isInterrupted: boolean;
    }
  /** The voice hold is over, the agent is not ready because of us, and shall be ready. */
  | {
      readonly phase: 'releasing';
      readonly voiceHoldId?: string;
      readonly heldAs: NotReadyMark;
      readonly tries: number;
      readonly token?: string;
      readonly deadlineAt: number;
      /** The end of a call is waited for; until the deadline nobody looks. */
      readonly isWaiting?: true;
    };

/** Commands whose effect is neither seen nor ruled out. */
export interface Outstanding {
  readonly count: number;
  /** How their effects would look. */
  readonly marks: readonly NotReadyMark[];
  /** None takes effect after this; they are forgotten when the agent is seen after it. */
  readonly until: number;
  /** When to look by a poll, should no notification tell. */
  readonly checkAt: number;
}

/** One agent of Finesse. */
export interface AgentBlending {
  readonly view: AgentView;
  readonly hasGadget: boolean;
  readonly voiceHold: VoiceHold;
  /** Commands to be not ready that may still take effect. */
  readonly outstanding?: Outstanding;
  /** More than one command to be ready was sent; one of them may still come. */
  readonly quietUntil?: number;
}

export const unknownAgent: AgentBlending = {
  view: { standing: 'unknown' },
  hasGadget: false,
  voiceHold: { phase: 'idle' },
};
