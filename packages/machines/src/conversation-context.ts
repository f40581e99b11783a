import {
  applyFact,
  type CallbackRequest,
  type Command,
  type CommandId,
  type EntryPoint,
  type Escalation,
  type Fact,
  type Failure,
  type Fallback,
  type FallbackOption,
  type Interaction,
  type InteractionId,
  isFactName,
  type Leg,
  type Message,
  type ParticipantId,
  type Template,
  type WaitEstimate,
  type WireEvent,
} from '@eyeline/protocol';
import type { CallInput, CallStanding } from './call-context.ts';
import type { CallActor } from './call-machine.ts';
import type { IdSource } from './identity.ts';
import { type Addressed, interactionOf } from './interaction-of.ts';
import { type Outbox, take } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Done, Failed, Lost } from './outcome.ts';
import type { Commanded } from './signaling.ts';

export interface ConversationInput {
  readonly interactionId: InteractionId;
  readonly participantId: ParticipantId;
  readonly ids: IdSource;
  /** Is the connection to the server open at this moment? */
  readonly online: boolean;
  /** What an earlier page left unanswered, and where this one leaves it. Without it a reload loses that. */
  readonly outboxes?: OutboxStore | undefined;
}

export interface ConversationContext extends ConversationInput {
  readonly interaction: Interaction;
  readonly entryPoint: EntryPoint | null;
  /** Place in the queue, 1 is next; null when not waiting. */
  readonly position: number | null;
  /** How long still; null when not waiting, or where nobody can say. */
  readonly wait: WaitEstimate | null;
  /** What this side may do about calls. */
  readonly escalation: Escalation;
  /** The call of this conversation; null until its code is there. */
  readonly call: CallActor | null;
  /** What the customer may take instead of waiting; null while the request can be served. */
  readonly fallback: Fallback | null;
  readonly outbox: Outbox;
  /** What an agent may send here as it was prepared. */
  readonly templates: readonly Template[];
  /** Up to where this page was seen. */
  readonly seenSeq: number;
  /** What the server's clock showed when it was heard last; 0 before that. */
  readonly serverNow: number;
  /** The last refusal that is not about a message or a call. */
  readonly failure: Failure | null;
}

/** What a person did. */
export type ConversationIntent =
  /** `masked`: what was hidden in it already. */
  | ({ type: 'send' } & Pick<Command<'message.send'>, 'text' | 'masked' | 'content' | 'answer'>)
  | { type: 'retry'; messageId: CommandId }
  | { type: 'discard'; messageId: CommandId }
  /** A key was pressed in the message field. */
  | { type: 'compose' }
  /** Somebody has seen what stands in the log up to here. */
  | { type: 'see'; throughSeq: number }
  /** What there is instead of waiting; `callback` only with the step of that name. */
  | { type: 'take'; step: FallbackOption; callback?: CallbackRequest }
  /** What is in a file is wanted, or one is to be sent under a new id: what comes of it comes from the child of this id. */
  | { type: 'open-file'; fileId: CommandId; sending?: FileSending }
  | { type: 'end' };

export interface FileInput {
  readonly interactionId: InteractionId;
  readonly fileId: CommandId;
  /** It is to be sent; left out: it is to be read. */
  readonly sending?: FileSending | undefined;
}

export interface FileSending {
  readonly name: string;
  /** A `Blob` of the browser's. */
  readonly content: unknown;
  /** An `AbortSignal` of the browser's: nothing is left of what it stops. */
  readonly signal: unknown;
  /** How much has gone, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** What became of a file that was to be sent. `sent`: it is a message. `lost`: nobody answered, so it can be sent again under its id. */
export type FileOutcome = { type: 'sent' } | { type: 'lost' } | { type: 'refused'; failure: Failure };

export type ConversationEvent =
  | ConversationIntent
  | { type: 'connection.opened' }
  | { type: 'connection.lost' }
  | Fact
  | WireEvent<
      | 'typing.changed'
      | 'queue.moved'
      | 'fallback.changed'
      | 'escalation.changed'
      | 'call.signalled'
      | 'call.moved'
      | 'help.signalled'
      | 'media.produced'
    >
  | Done
  | Failed
  | Lost
  | Commanded
  | { type: 'composing.paused' }
  | { type: 'composing.renewed' }
  | { type: 'seen' }
  | { type: 'resend' }
  | { type: 'gap' };

export const isFact = (event: ConversationEvent): event is Fact => isFactName(event.type);

/** Is it for the conversation of some interaction? */
export const isOfConversation = <E extends Addressed>(event: E): event is Extract<E, ConversationEvent> =>
  interactionOf(event) !== undefined;

/** The log with more facts in its order, without the messages that are no longer on their way. */
export function withFacts(
  { interaction: before, outbox }: ConversationContext,
  facts: readonly Fact[],
): Pick<ConversationContext, 'interaction' | 'outbox'> {
  return {
    interaction: facts.reduce(applyFact, before),
    outbox: facts.reduce((left, fact) => (fact.type === 'message.sent' ? take(left, fact.messageId) : left), outbox),
  };
}

/** Where an interaction stands. Handed over, it waits again. */
export type Stage = 'waiting' | 'talking' | 'ended';

export function stageOf({ closed, participants }: Interaction): Stage {
  if (closed) return 'ended';
  return participants.some(one => one.role === 'agent' && one.presence !== 'left') ? 'talking' : 'waiting';
}

const ownPlace = ({ interaction, participantId }: Pick<ConversationContext, 'interaction' | 'participantId'>) =>
  interaction.participants.find(one => one.participantId === participantId);

/** Up to where the log says that this side has seen it. */
export const toldSeq = (context: ConversationContext): number => ownPlace(context)?.readSeq ?? 0;

/** Up to where our screen has the other side's messages and has not said so yet; null when all is said. */
export function unconfirmedSeq(context: ConversationContext): number | null {
  const { interaction, participantId } = context;
  const seq = interaction.messages.findLast(message => message.participantId !== participantId)?.seq ?? 0;
  const me = ownPlace(context);
  return me && !interaction.closed && seq > me.deliveredSeq ? seq : null;
}

/** The messages of others that this side has not seen, in this page or in another, oldest first. */
export function unreadOf(context: ConversationContext): readonly Message[] {
  const { interaction, participantId, seenSeq } = context;
  const seq = Math.max(seenSeq, toldSeq(context));
  return interaction.messages.filter(message => message.seq > seq && message.participantId !== participantId);
}

type Standing = Pick<ConversationContext, 'interaction' | 'participantId' | 'escalation' | 'online'>;

/** What a call has to know of its conversation. To who has left it, its call is over. */
export function standingOf({ interaction, participantId, escalation, online }: Standing): CallStanding {
  const { participants, closed, call, lastCall } = interaction;
  const hasLeft = participants.some(one => one.participantId === participantId && one.presence === 'left');
  const isAway = ({ participantId: id }: Leg) =>
    participants.some(one => one.participantId === id && one.presence === 'absent');
  const reachable = online && !call?.legs.some(isAway);
  return { call: closed || hasLeft ? null : call, lastCall, escalation, online, reachable };
}

/** How the call of a conversation begins. */
export function callInput(context: ConversationContext): CallInput {
  const { interactionId, participantId, ids, interaction } = context;
  const role = interaction.participants.find(one => one.participantId === participantId)?.role ?? 'customer';
  return { interactionId, participantId, role, ids, standing: standingOf(context) };
}
