import type { AgentView } from './agent-view.ts';
import type { Way } from './policy.ts';

/** Why a wish was refused. The first three belong to the agent's state: asking in another way helps nothing. */
export type WishRefusal =
  /** UCCX, 265: ready during a call of a queue, or not ready for the second time in one call. */
  | 'pending-not-allowed'
  /** UCCX, 33: on a call that routing did not give. */
  | 'on-manual-call'
  /** 22, Invalid State; RESERVED_OUTBOUND cannot be left. Also the gadget, when the agent is not as we thought. */
  | 'invalid-state'
  | 'failed';

export type BlendingInput =
  /** A notification, a snapshot or a poll says how the agent is. */
  | { readonly type: 'agent.seen'; readonly agentId: string; readonly view: AgentView }
  /** The notifications are lost: how agents are is unknown until they are seen again. */
  | { readonly type: 'feed.lost' }
  | { readonly type: 'gadget.came' | 'gadget.went'; readonly agentId: string }
  /** Routing wants the agent. */
  | { readonly type: 'claim.take'; readonly agentId: string; readonly claimId: string }
  /** The offer came to nothing, or the work is done. */
  | { readonly type: 'claim.release'; readonly agentId: string; readonly claimId: string }
  | { readonly type: 'wish.refused'; readonly agentId: string; readonly token: string; readonly why: WishRefusal }
  | { readonly type: 'clock.ticked' };

export type ClaimFailure =
  | 'not-free'
  | 'voice-unknown'
  | 'claimed-already'
  | 'settling'
  | 'no-way'
  | 'call-came'
  | 'agent-away'
  | 'signed-out'
  | 'refused'
  | 'not-confirmed'
  | 'released';

export type BlendingEffect =
  /** Ask for away or back in this way. `expiresAt`: after it a gadget must refuse; so must it when the state is not `onlyIf`. */
  | {
      readonly type: 'wish.send';
      readonly agentId: string;
      readonly token: string;
      readonly way: Way;
      readonly wish: 'away' | 'back';
      readonly onlyIf: 'free' | 'ours';
      readonly expiresAt: number;
    }
  /** Read the state of all agents by REST and feed it in. */
  | { readonly type: 'poll' }
  | { readonly type: 'claim.taken'; readonly agentId: string; readonly claimId: string }
  | { readonly type: 'claim.failed'; readonly agentId: string; readonly claimId: string; readonly why: ClaimFailure }
  /** Taken, and the voice went its own way: an offer that is open must be withdrawn. Release it as ever. */
  | {
      readonly type: 'claim.interrupted';
      readonly agentId: string;
      readonly claimId: string;
      readonly why: 'call-came' | 'agent-ready' | 'signed-out';
    }
  /** Nothing of ours is left on the agent's voice. */
  | { readonly type: 'claim.released'; readonly agentId: string; readonly claimId: string };
