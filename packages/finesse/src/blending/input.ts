import type { AgentView } from './agent-view.ts';
import type { Way } from './policy.ts';

/** Why a command was refused. The first three belong to the agent's state: asking in another way helps nothing. */
export type CommandRefusal =
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
  | { readonly type: 'voice-hold.ask'; readonly agentId: string; readonly voiceHoldId: string }
  /** The offer came to nothing, or the work is done. */
  | { readonly type: 'voice-hold.release'; readonly agentId: string; readonly voiceHoldId: string }
  | { readonly type: 'command.refused'; readonly agentId: string; readonly token: string; readonly why: CommandRefusal }
  | { readonly type: 'clock.ticked' };

export type VoiceHoldFailure =
  | 'not-free'
  | 'voice-unknown'
  | 'held-already'
  | 'settling'
  | 'no-way'
  | 'call-came'
  | 'agent-not-ready'
  | 'signed-out'
  | 'refused'
  | 'not-confirmed'
  | 'released';

export type BlendingEffect =
  /** Ask for not ready or ready in this way. `expiresAt`: after it a gadget must refuse; so must it when the state is not `onlyIf`. */
  | {
      readonly type: 'command.send';
      readonly agentId: string;
      readonly token: string;
      readonly way: Way;
      readonly command: 'not-ready' | 'ready';
      readonly onlyIf: 'free' | 'held';
      readonly expiresAt: number;
    }
  /** Read the state of all agents by REST and feed it in. */
  | { readonly type: 'poll' }
  | { readonly type: 'voice-hold.held'; readonly agentId: string; readonly voiceHoldId: string }
  | {
      readonly type: 'voice-hold.failed';
      readonly agentId: string;
      readonly voiceHoldId: string;
      readonly why: VoiceHoldFailure;
    }
  /** Taken, and the voice went its own way: an offer that is open must be withdrawn. Release it as ever. */
  | {
      readonly type: 'voice-hold.interrupted';
      readonly agentId: string;
      readonly voiceHoldId: string;
      readonly why: 'call-came' | 'agent-ready' | 'signed-out';
    }
  /** Nothing of ours is left on the agent's voice. */
  | { readonly type: 'voice-hold.released'; readonly agentId: string; readonly voiceHoldId: string };
