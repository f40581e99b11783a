import type { AgentView, AwayMark } from './agent-view.ts';
import type { Way } from './policy.ts';

// All of it is JSON: the state is stored before its effects are carried out, and read again after a restart.

/** What we are doing with an agent's voice. */
export type Claim =
  | { readonly phase: 'idle' }
  /** Asked to be away, not confirmed. Without a way: every way was tried, a poll is waited for. */
  | {
      readonly phase: 'taking';
      readonly claimId: string;
      readonly way?: Way;
      readonly triedWays: readonly Way[];
      readonly token: string;
      readonly deadlineAt: number;
    }
  /** Away, confirmed. Without `ours` the agent has changed it since. */
  | { readonly phase: 'taken'; readonly claimId: string; readonly ours?: OurAway; readonly isInterrupted: boolean }
  /** The claim is over, the agent is away because of us, and shall be ready. */
  | {
      readonly phase: 'returning';
      readonly claimId?: string;
      readonly ours: OurAway;
      readonly tries: number;
      readonly token?: string;
      readonly deadlineAt: number;
    };

/** How to know our away again. */
export interface OurAway {
  readonly mark: AwayMark;
  readonly changedAt?: number;
}

/** One agent of Finesse. */
export interface AgentBlending {
  readonly view: AgentView;
  readonly hasGadget: boolean;
  readonly claim: Claim;
  /** Wishes to be away that may still take effect, and how that would look. */
  readonly owed?: { readonly until: number; readonly marks: readonly AwayMark[] };
  /** The agent chose to be away. */
  readonly wantsAway: boolean;
  /** More than one wish to be ready was sent; one of them may still come. */
  readonly quietUntil?: number;
}

export interface BlendingState {
  readonly agents: Readonly<Record<string, AgentBlending>>;
  readonly nextToken: number;
  readonly isPollWanted: boolean;
  readonly lastPollAt?: number;
}

export const emptyBlending: BlendingState = { agents: {}, nextToken: 1, isPollWanted: false };

export const unknownAgent: AgentBlending = {
  view: { standing: 'unknown' },
  hasGadget: false,
  claim: { phase: 'idle' },
  wantsAway: false,
};
