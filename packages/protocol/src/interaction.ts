import type { Call, LastCall } from './call.ts';
import {
  acceptedCall,
  type ChangingFact,
  changedCall,
  proposedCall,
  withoutLeg,
  withoutSnapshot,
} from './call-facts.ts';
import type { MessageAnswer } from './content/message-answer.ts';
import type { MessageContent } from './content/message-content.ts';
import type { FormValues } from './entry-point.ts';
import type { Fact } from './facts.ts';
import type { CommandId, EntryPointId, InteractionId, ParticipantId, TaskId } from './ids.ts';
import type { KnownCustomer } from './known-customer.ts';
import type { SharedFile } from './shared-file.ts';
import type { SurveyAnswers } from './survey.ts';
import type { AttemptOutcome, CallEnding, Disposition, Domain, Presence, Role } from './vocabulary.ts';

export interface Participant {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly name: string;
  /** A program in an agent's place; left out for people. */
  readonly bot?: boolean | undefined;
  readonly presence: Presence;
  /** Since when; left out while it is as at the beginning. */
  readonly presenceSince?: number;
  /** This participant's screen has everything up to here. */
  readonly deliveredSeq: number;
  /** This participant has seen everything up to here; left out where nothing is known of it. */
  readonly readSeq?: number;
}

export interface Message {
  readonly messageId: CommandId;
  readonly participantId: ParticipantId;
  /** Empty where it is a file. */
  readonly text: string;
  readonly file?: SharedFile;
  readonly content?: MessageContent | undefined;
  readonly answer?: MessageAnswer | undefined;
  /** What was hidden in its text. */
  readonly masked?: readonly string[] | undefined;
  readonly seq: number;
  readonly at: number;
}

/** A line between the messages, in the order of the log. */
export interface Milestone {
  readonly seq: number;
  readonly at: number;
  readonly kind:
    | 'joined'
    | 'left'
    | 'transferred'
    | 'callback-scheduled'
    | 'callback-attempted'
    | 'call-started'
    | 'call-declined'
    | 'call-missed'
    | 'call-not-agreed'
    | 'call-changed'
    | 'call-kept'
    | 'call-ended'
    | 'snapshot-no'
    | 'snapshot-failed'
    | 'nudged'
    | 'surveyed'
    | 'closed';
  readonly participantId: ParticipantId | null;
  /** `later`: not now, but gladly; only for `call-declined`. `inactive`: only for `closed`. */
  readonly reason?: CallEnding | 'later' | 'inactive';
  /** Whether it is about a call without pictures. */
  readonly isVoice?: boolean;
  readonly outcome?: AttemptOutcome;
  /** Why a bot left, and what it found out, for the desk; only for `left`. */
  readonly note?: string | undefined;
  /** The agent or queue to which it was handed over; only for `transferred`. */
  readonly to?: string;
  /** How long the call was, in ms; for `nudged`, how long there is to answer. */
  readonly durationMs?: number;
  /** Only for `surveyed`; empty for customers. */
  readonly answers?: SurveyAnswers;
}

/** An interaction as its log tells it. Fold the facts from seq 1 on and this is what comes out, on both sides. */
export interface Interaction {
  readonly interactionId: InteractionId | null;
  readonly entryPointId: EntryPointId | null;
  readonly taskId: TaskId | null;
  readonly openedAt: number;
  readonly form: FormValues;
  /** What rules found out; empty for customers. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Who the customer is, as far as anybody has said; null for customers. */
  readonly customer: KnownCustomer | null;
  readonly domain: Domain;
  /** When the customer will be called; null where nobody asked for it. */
  readonly callback: { readonly from: number; readonly until: number; readonly zone: string } | null;
  readonly participants: readonly Participant[];
  readonly messages: readonly Message[];
  readonly milestones: readonly Milestone[];
  readonly call: Call | null;
  /** Null before the first has ended. */
  readonly lastCall: LastCall | null;
  /** How the calls that are over were, for each side; without figures for customers. */
  readonly measured: readonly Fact<'call.measured'>[];
  /** What was found by those who looked before a call whether it would work; without findings for customers. */
  readonly checked: readonly Fact<'participant.checked'>[];
  readonly closed: { readonly disposition: Disposition; readonly participantId: ParticipantId | null } | null;
  readonly wrapUpCode: string | null;
  /** What only some read: `fileOffersIn` and `mailIn`. */
  readonly asides: readonly Fact<'transcript.mailed' | 'file.offered' | 'file.answered'>[];
  readonly lastSeq: number;
}

export const emptyInteraction: Interaction = {
  interactionId: null,
  entryPointId: null,
  taskId: null,
  openedAt: 0,
  form: {},
  attributes: {},
  customer: null,
  domain: 'chat',
  callback: null,
  participants: [],
  messages: [],
  milestones: [],
  call: null,
  lastCall: null,
  measured: [],
  checked: [],
  closed: null,
  wrapUpCode: null,
  asides: [],
  lastSeq: 0,
};

/** A fact that is there already (`seq` not above `lastSeq`) changes nothing. O(participants), plus the list it grows. */
export function applyFact(before: Interaction, fact: Fact): Interaction {
  if (fact.seq <= before.lastSeq) return before;
  return { ...before, ...changes(before, fact), lastSeq: fact.seq };
}

function changes(before: Interaction, fact: Fact): Partial<Interaction> {
  switch (fact.type) {
    case 'interaction.opened': {
      const { interactionId, entryPointId, taskId, form, attributes = {}, domain } = fact;
      return { interactionId, entryPointId, taskId, form, attributes, domain, openedAt: fact.at };
    }
    case 'participant.joined':
      return {
        participants: [
          ...before.participants.filter(one => one.participantId !== fact.participantId),
          {
            participantId: fact.participantId,
            role: fact.role,
            name: fact.name,
            bot: fact.bot,
            presence: 'present',
            deliveredSeq: 0,
          },
        ],
        ...(fact.role === 'agent' ? milestone(before, fact, 'joined') : {}),
      };
    case 'participant.presence-changed':
      return withParticipant(before, fact.participantId, {
        presence: fact.presence,
        presenceSince: fact.at,
      });
    case 'interaction.redirected':
      return { domain: fact.domain };
    case 'participant.left':
      return {
        ...withParticipant(before, fact.participantId, { presence: 'left' }),
        ...(before.call && { call: withoutLeg(before.call, fact.participantId) }),
        ...milestone(before, fact, 'left', { note: fact.note }),
      };
    case 'task.transferred':
      return { taskId: fact.taskId, ...milestone(before, fact, 'transferred', { to: fact.to }) };
    case 'callback.scheduled': {
      const { from, until, zone } = fact;
      return {
        callback: { from, until, zone },
        domain: 'callback',
        form: { ...before.form, ...fact.form },
        ...milestone(before, fact, 'callback-scheduled'),
      };
    }
    case 'callback.attempted':
      return milestone(before, fact, 'callback-attempted', { outcome: fact.outcome });
    case 'message.sent': {
      const { type: _, interactionId: __, ...message } = fact;
      return { messages: [...before.messages, message] };
    }
    case 'message.delivered':
      return withParticipant(before, fact.participantId, { deliveredSeq: fact.throughSeq });
    case 'message.read':
      return withParticipant(before, fact.participantId, { readSeq: fact.throughSeq });
    case 'call.proposed':
      return { call: proposedCall(before, fact) };
    case 'call.measured':
      return { measured: [...before.measured, fact] };
    case 'participant.identified':
      return {
        customer: fact.customer,
        ...(fact.name && withParticipant(before, fact.participantId, { name: fact.name })),
      };
    case 'participant.checked':
      return { checked: [...before.checked, fact] };
    case 'call.consented':
      return fact.agreed ? {} : milestone(before, fact, 'call-not-agreed');
    case 'call.accepted':
      if (!before.call) return {};
      return {
        call: acceptedCall(before, before.call, fact),
        ...milestone(before, fact, 'call-started', voiceOf(before)),
      };
    case 'call.declined':
      return {
        call: null,
        lastCall: { callId: fact.callId, ending: fact.later ? 'later' : 'declined' },
        ...milestone(before, fact, 'call-declined', { ...voiceOf(before), ...(fact.later && { reason: 'later' }) }),
      };
    case 'call.switched':
    case 'call.held':
    case 'call.renewed':
    case 'call.frozen':
    case 'snapshot.asked':
    case 'snapshot.answered':
    case 'call.kind-asked':
    case 'call.kind-changed':
    case 'call.kind-refused': {
      const { call } = before;
      if (call?.callId !== fact.callId) return {};
      return {
        call: changedCall(before, call, fact),
        ...(kindMilestone(before, call, fact) ?? snapshotMilestone(before, fact)),
      };
    }
    case 'file.shared': {
      const { participantId, file, seq, at } = fact;
      const isTaken = before.call?.snapshot?.snapshotId === file.fileId;
      return {
        messages: [...before.messages, { messageId: file.fileId, participantId, text: file.name ?? '', file, seq, at }],
        ...(before.call && isTaken && { call: withoutSnapshot(before.call) }),
      };
    }
    case 'call.ended':
      return {
        call: null,
        lastCall: { callId: fact.callId, ending: fact.reason, cause: fact.cause },
        ...(before.call?.state === 'active'
          ? milestone(before, fact, 'call-ended', {
              ...voiceOf(before),
              reason: fact.reason,
              durationMs: fact.at - before.call.since,
            })
          : milestone(before, fact, 'call-missed', { ...voiceOf(before), reason: fact.reason })),
      };
    case 'interaction.closed': {
      const { disposition, participantId } = fact;
      return {
        closed: { disposition, participantId },
        call: null,
        lastCall: endedWith(before),
        ...milestone(before, fact, 'closed', fact.reason && { reason: fact.reason }),
      };
    }
    case 'interaction.nudged':
      return milestone(before, { ...fact, participantId: null }, 'nudged', { durationMs: fact.closeMs });
    case 'survey.answered': {
      const { stars, nps, text } = fact;
      return milestone(before, fact, 'surveyed', { answers: { stars, nps, text } });
    }
    case 'transcript.mailed':
    case 'file.offered':
    case 'file.answered':
      return { asides: [...before.asides, fact] };
    case 'task.wrapped-up':
      // Who handed it over wraps up while the interaction goes on.
      return fact.taskId === before.taskId ? { wrapUpCode: fact.code } : {};
  }
}

/** Who takes back what they asked for has nothing to report. */
function kindMilestone(before: Interaction, { asked }: Call, fact: Fact<ChangingFact>): Partial<Interaction> | null {
  if (fact.type === 'call.kind-changed')
    return milestone(before, fact, 'call-changed', fact.kind === 'voice' ? { isVoice: true } : {});
  const isRefusal = fact.type === 'call.kind-refused' && asked && asked.participantId !== fact.participantId;
  return isRefusal ? milestone(before, fact, 'call-kept') : null;
}

/** A snapshot that was not allowed, or could not be taken. */
function snapshotMilestone(before: Interaction, fact: Fact<ChangingFact>): Partial<Interaction> {
  if (fact.type !== 'snapshot.answered') return {};
  const { answer } = fact;
  return answer === 'no' || answer === 'failed' ? milestone(before, fact, `snapshot-${answer}`) : {};
}

const voiceOf = ({ call }: Interaction): Partial<Milestone> => (call?.kind === 'voice' ? { isVoice: true } : {});

const endedWith = ({ call, lastCall }: Interaction): LastCall | null =>
  call ? { callId: call.callId, ending: 'hung-up' } : lastCall;

const withParticipant = (
  before: Interaction,
  id: ParticipantId,
  change: Partial<Participant>,
): Partial<Interaction> => ({
  participants: before.participants.map(one => (one.participantId === id ? { ...one, ...change } : one)),
});

const milestone = (
  before: Interaction,
  { seq, at, participantId }: { seq: number; at: number; participantId: ParticipantId | null },
  kind: Milestone['kind'],
  more: Partial<Milestone> = {},
): Partial<Interaction> => ({ milestones: [...before.milestones, { seq, at, kind, participantId, ...more }] });
