import * as v from 'valibot';
import { CallMeasures } from './call-measures.ts';
import { command, once, token, within } from './command.ts';
import { MessageAnswer } from './content/message-answer.ts';
import { MessageContent } from './content/message-content.ts';
import { Template } from './content/template.ts';
import { customerAnswers as answers, missedWith } from './customer-answers.ts';
import { KeptFindings } from './doctor/findings.ts';
import { EarlierConversations, EarlierTranscript, HistoryPlace } from './earlier-conversation.ts';
import { Fact } from './facts.ts';
import { mostFileBytes } from './file-limits.ts';
import { HelpSignal } from './help-signal.ts';
import { HelpedPicture } from './helped-picture.ts';
import { CallId, CommandId, EntryPointId, Epoch, Seq } from './ids.ts';
import { Consent, keptInputs as kept } from './kept-inputs.ts';
import { CustomerClaim, SignedToken } from './known-customer.ts';
import { MaskingKind } from './masking/masking-kind.ts';
import { ConsumerId, ConsumerOptions, Produced, ProducerId, RoomPeer, TransportId } from './media.ts';
import { DtlsParameters, RtpCapabilities, RtpParameters } from './rtp.ts';
import { Signal } from './signal.ts';
import { SnapshotAnswer } from './snapshot-answer.ts';
import { Sources } from './sources.ts';
import { surveyEntries } from './survey.ts';
import { MailAddress } from './transcript/mail-address.ts';
import { LanguageTag, TimeZone } from './transcript/reader.ts';
import { CallKind, MediaKind, Source } from './vocabulary.ts';

const call = { ...within, callId: CallId };
/** One beginning of a call's media. */
const path = { ...call, epoch: Epoch };
/** What the page is about to show. */
const sources = v.optional(Sources);
/** The text that was agreed to before the own picture is shown, word for word. */
const consent = v.optional(Consent);

/**
 * What a customer may ask, and an agent within a conversation too: name -> input and output. Servers and desks hold it; a
 * customer's page makes do with `customerAnswers` and `keptInputs`.
 */
export const customerCommands = {
  'entry-point.get': command(v.object({ entryPointId: EntryPointId }), answers['entry-point.get']),
  'interaction.open': command(
    v.object({ ...kept['interaction.open'].entries, customer: v.optional(CustomerClaim) }),
    answers['interaction.open'],
  ),
  /** Who the customer is, in full, in a conversation that goes on. */
  'customer.identify': command(v.object({ ...once, ...within, customer: CustomerClaim }), answers['customer.identify']),
  /** The conversations of who the token proves to be there now, on whatever device they were. */
  'history.list': command(
    v.object({ entryPointId: EntryPointId, token: SignedToken, before: v.optional(HistoryPlace) }),
    EarlierConversations,
  ),
  /** What was written in one of them after that was proven, from `afterSeq` on. */
  'history.read': command(
    v.object({ ...within, entryPointId: EntryPointId, token: SignedToken, afterSeq: v.optional(Seq, 0) }),
    EarlierTranscript,
  ),
  /** A customer comes back: after a reload, or when the connection was lost. */
  'customer.resume': command(v.object({ token }), answers['customer.resume']),
  /** The facts after `afterSeq`; from then on the following ones arrive as events, without a gap. */
  'interaction.catch-up': command(
    v.object({ ...within, afterSeq: Seq }),
    v.object({
      ...missedWith(Fact).entries,
      /** What an agent may send here as it was prepared; left out for customers. */
      templates: v.optional(v.array(Template)),
    }),
  ),
  'fallback.take': command(kept['fallback.take'], answers['fallback.take']),
  'interaction.end': command(kept['interaction.end'], answers['interaction.end']),
  /** After the end, once. */
  'survey.answer': command(v.object({ ...once, ...within, ...surveyEntries }), answers['survey.answer']),
  /** What was said goes by e-mail, in a language that the reader knows and on their clock. */
  'transcript.send': command(
    v.object({ ...once, ...within, to: MailAddress, language: LanguageTag, zone: v.optional(TimeZone) }),
    answers['transcript.send'],
  ),
  'message.send': command(
    v.object({
      ...kept['message.send'].entries,
      /** What the page has hidden itself. The server hides the rest. */
      masked: v.optional(v.pipe(v.array(MaskingKind), v.maxLength(3))),
      /** An agent's; the text is made of it. */
      content: v.optional(MessageContent),
      /** A customer's, to a message with content; the text is made of it. */
      answer: v.optional(MessageAnswer),
    }),
    answers['message.send'],
  ),
  'message.mark-delivered': command(v.object({ ...within, throughSeq: Seq }), answers['message.mark-delivered']),
  /** What the participant has seen, on a screen that somebody looks at. */
  'message.mark-read': command(v.object({ ...within, throughSeq: Seq }), answers['message.mark-read']),
  'typing.set': command(v.object({ ...within, typing: v.boolean() }), answers['typing.set']),

  'call.propose': command(
    v.object({ ...once, ...call, kind: v.optional(CallKind), sources, consent }),
    answers['call.propose'],
  ),
  /** `kind`: `one-way` accepts a two-way call without the agent's camera. */
  'call.accept': command(
    v.object({ ...once, ...call, kind: v.optional(CallKind), sources, consent }),
    answers['call.accept'],
  ),
  'call.decline': command(kept['call.decline'], answers['call.decline']),
  'call.end': command(kept['call.end'], answers['call.end']),
  /** What is switched on at this page, in full. */
  'call.switch': command(kept['call.switch'], answers['call.switch']),
  /** To show less, at once; to show more, asks the others, or says yes to what they ask for. */
  'call.change-kind': command(v.object({ ...once, ...call, kind: CallKind, consent }), answers['call.change-kind']),
  /** Says no to what the others ask for, or takes back what was asked for. */
  'call.keep-kind': command(v.object({ ...once, ...call }), answers['call.keep-kind']),
  /** An agent puts all others on hold, or takes them back. */
  'call.hold': command(kept['call.hold'], answers['call.hold']),
  /** The picture of anybody in the call stands still, so that one can point at it, or moves again. */
  'call.freeze': command(
    v.object({ ...once, ...call, picture: HelpedPicture, frozen: v.boolean() }),
    answers['call.freeze'],
  ),
  /** Nothing comes through, or it cannot begin: media is to begin anew after this epoch. Later ones are there already. */
  'call.renew': command(v.object({ ...once, ...path }), answers['call.renew']),
  /**
   * This page takes the place of one that is gone, or joins a call that it has no place in yet. Another page that is there
   * keeps its place (`call-elsewhere`) unless it is to be taken over.
   */
  'call.rejoin': command(
    v.object({ ...once, ...call, sources, takeOver: v.optional(v.boolean(), false) }),
    answers['call.rejoin'],
  ),
  /** What this page has measured of the call so far, also when it is just over; the latest counts. */
  'call.report': command(v.object({ ...call, measures: CallMeasures }), answers['call.report']),
  /** What this page found when it was looked whether a call would work from it. */
  'check.report': command(v.object({ ...once, ...within, findings: KeptFindings }), answers['check.report']),
  'call.signal': command(v.object({ ...path, signal: Signal }), answers['call.signal']),

  'help.signal': command(v.object({ ...call, signal: HelpSignal }), answers['help.signal']),

  /** The id of the command becomes that of the snapshot. */
  'snapshot.ask': command(v.object({ ...once, ...call, picture: HelpedPicture }), answers['snapshot.ask']),
  'snapshot.answer': command(
    v.object({ ...once, ...call, snapshotId: CommandId, answer: SnapshotAnswer }),
    answers['snapshot.answer'],
  ),
  /** Where the entry point wants it, a file is offered before it is sent. The id of the command becomes that of the file. */
  'file.offer': command(
    v.object({
      ...once,
      ...within,
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostFileBytes)),
      mediaType: v.optional(v.pipe(v.string(), v.regex(/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/))),
    }),
    answers['file.offer'],
  ),
  /** Whether it may come; the one who offers it may take it back. */
  'file.answer': command(
    v.object({ ...once, ...within, fileId: CommandId, accepted: v.boolean() }),
    answers['file.answer'],
  ),
  /** For who is to send this file. `name`: what it is called; left out: a snapshot, which was allowed. */
  'file.prepare': command(
    v.object({ ...within, fileId: CommandId, name: v.optional(v.pipe(v.string(), v.maxLength(500))) }),
    answers['file.prepare'],
  ),
  /** For who may read the conversation that it is in. */
  'file.read': command(v.object({ ...within, fileId: CommandId }), answers['file.read']),

  'media.join': command(v.object(path), RoomPeer),
  'media.connect': command(
    v.object({ ...path, transportId: TransportId, dtlsParameters: DtlsParameters }),
    answers['media.connect'],
  ),
  'media.produce': command(
    v.object({ ...path, transportId: TransportId, kind: MediaKind, source: Source, rtpParameters: RtpParameters }),
    Produced,
  ),
  'media.consume': command(
    v.object({ ...path, producerId: ProducerId, rtpCapabilities: RtpCapabilities }),
    ConsumerOptions,
  ),
  'media.resume': command(v.object({ ...path, consumerId: ConsumerId }), answers['media.resume']),
};
