import { type CallAnswer, type CallKind, type EscalationObstacle, kindAllows, type Source } from '@eyeline/protocol';
import type { SnapshotFrom } from 'xstate';
import { type KindAnswer, kindAnswers, kindsToAskFor, mayBecome } from './call-kind.ts';
import type { callMachine } from './call-machine.ts';
import { ownCall } from './call-state.ts';
import { type ConversationContext, stageOf } from './conversation-context.ts';

/** What may be pressed now. An element prints this and decides nothing. */
export interface CallControls {
  /** Which kinds may be started, the most usual first. */
  readonly kinds: readonly CallKind[];
  /** Why none may be, where somebody could wonder. */
  readonly obstacle: EscalationObstacle | null;
  /** How the invitation may be answered; empty where there is none, or it cannot be answered now. */
  readonly answers: readonly CallAnswer[];
  readonly canDecline: boolean;
  readonly canHangUp: boolean;
  /** Which sources may be switched. */
  readonly canToggle: readonly Source[];
  /** Whether the others may be put on hold, or are. */
  readonly canHold: boolean;
  readonly isHolding: boolean;
  /** Which kinds the others may be asked for in the call that goes on, the most usual first. */
  readonly kindsToAskFor: readonly CallKind[];
  /** How what the others ask for may be granted; empty where they ask for nothing. */
  readonly kindAnswers: readonly KindAnswer[];
  /** Whether one press makes it a call by voice. */
  readonly canGoToVoice: boolean;
}

type CallSnapshot = SnapshotFrom<typeof callMachine>;

const inCall = ['proposing', 'accepting', 'joining', 'active'] as const;

/** `call`: null before the code of calls is there. */
export function selectCallControls(
  call: CallSnapshot | null | undefined,
  { interaction, escalation, online }: ConversationContext,
): CallControls {
  const isTalking = stageOf(interaction) === 'talking';
  const isIdle = call?.matches('idle') === true;
  const deciding = call?.matches({ invited: 'deciding' }) === true;
  const current = call ? ownCall(call.context) : null;
  const isJoining = deciding && current?.state === 'active';
  const isLeftToAnother = call?.matches('elsewhere') === true && !call.matches({ elsewhere: 'taking-over' });
  const isActive = call?.matches('active') === true;
  const isAgent = call?.context.role === 'agent';
  const others = current?.legs.filter(leg => leg.participantId !== call?.context.participantId) ?? [];
  const answers = escalation.answers.filter(answer => answer !== 'one-way' || current?.kind === 'two-way');
  return {
    kinds: online && isIdle && isTalking ? escalation.kinds : [],
    obstacle: isTalking ? escalation.obstacle : null,
    answers: online && deciding ? (isJoining ? ['accept', 'decline'] : answers) : [],
    canDecline: call?.matches('invited') === true,
    canHangUp: call !== null && call !== undefined && !isIdle && !deciding && !isLeftToAnother,
    canToggle:
      call && inCall.some(state => call.matches(state))
        ? kindAllows(current?.kind ?? call.context.kind, call.context.role)
        : [],
    canHold: online && isActive && isAgent && others.length > 0,
    kindsToAskFor: online && isActive && call ? kindsToAskFor(call.context) : [],
    kindAnswers: online && isActive && call ? kindAnswers(call.context) : [],
    canGoToVoice: isActive && call ? mayBecome(call.context, 'voice') : false,
    isHolding: others.length > 0 && others.every(leg => leg.held),
  };
}
