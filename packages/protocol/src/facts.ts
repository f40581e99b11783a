import * as v from 'valibot';
import { CallMeasures } from './call-measures.ts';
import { MessageAnswer } from './content/message-answer.ts';
import { MessageContent } from './content/message-content.ts';
import { customerFactEvents, type FactName, logged, openedEntries } from './customer-facts.ts';
import { KeptFindings } from './doctor/findings.ts';
import { CallId, Epoch, Instant, InteractionId, ParticipantId, Seq } from './ids.ts';
import { KnownCustomer } from './known-customer.ts';
import { SharedFile } from './shared-file.ts';
import { surveyEntries } from './survey.ts';
import { CallCause, CallEnding, CallKind, MailState, MediaPath, RenewReason } from './vocabulary.ts';

/** What happened in an interaction, for ever, as it stands in the log and as desks are told: name -> payload. The log is the transcript. */
export const factEvents = {
  ...customerFactEvents,
  'interaction.opened': logged('interaction.opened', {
    ...openedEntries,
    /** What rules found out about the request. */
    attributes: v.optional(v.record(v.string(), v.string())),
    /**
     * An agent asks a colleague, by name an agent or a queue, about another interaction. No customer is in this one, and
     * the log that it is about says nothing of it.
     */
    consult: v.optional(v.object({ about: InteractionId, to: v.string() })),
    /** The customer came by a link, for a call of this kind. */
    invited: v.optional(v.object({ kind: CallKind })),
  }),
  'participant.left': logged('participant.left', {
    participantId: ParticipantId,
    /** A bot hands over: why, and what it has found out, by name. */
    handover: v.optional(v.object({ reason: v.string(), context: v.record(v.string(), v.string()) })),
    /** The same in words. */
    note: v.optional(v.string()),
  }),
  'participant.checked': logged('participant.checked', { participantId: ParticipantId, ...KeptFindings.entries }),
  'participant.identified': logged('participant.identified', {
    participantId: ParticipantId,
    customer: KnownCustomer,
    /** How the customer is called from here on: as is proven. */
    name: v.optional(v.string()),
  }),
  'survey.answered': logged('survey.answered', { participantId: ParticipantId, ...surveyEntries }),
  'transcript.mailed': logged('transcript.mailed', {
    participantId: ParticipantId,
    /** As others may read it. */
    to: v.string(),
    state: MailState,
  }),
  'message.read': logged('message.read', {
    participantId: ParticipantId,
    throughSeq: Seq,
    /** Only the participant is told how far. */
    silent: v.optional(v.boolean()),
  }),
  'file.shared': logged('file.shared', {
    participantId: ParticipantId,
    file: SharedFile,
    /** A scanner has looked at it. */
    scanned: v.optional(v.boolean()),
  }),
  'message.sent': logged('message.sent', {
    ...customerFactEvents['message.sent'].entries,
    content: v.optional(MessageContent),
    answer: v.optional(MessageAnswer),
  }),
  'call.measured': logged('call.measured', {
    callId: CallId,
    participantId: ParticipantId,
    kind: CallKind,
    /** Which way it went at its end. */
    media: MediaPath,
    /** How often its media began anew, when and why. */
    epochs: v.array(v.object({ epoch: Epoch, media: MediaPath, at: Instant, reason: v.nullable(RenewReason) })),
    /** How long it was, ms. */
    durationMs: v.number(),
    ending: CallEnding,
    cause: v.optional(CallCause),
    /** What this side's pages said; null where they said nothing. */
    measures: v.nullable(CallMeasures),
  }),
};

/** Any fact, told apart by `type`. */
export const Fact = v.variant('type', Object.values(factEvents));

/** A fact as it stands in its log. */
export type Fact<N extends FactName = FactName> = v.InferOutput<(typeof factEvents)[N]>;

type WithoutPlace<F> = F extends Fact ? Omit<F, 'interactionId' | 'seq' | 'at'> : never;
/** A fact before it has its place in a log. */
export type NewFact<N extends FactName = FactName> = WithoutPlace<Fact<N>>;
