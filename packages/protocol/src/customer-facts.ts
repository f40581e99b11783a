import * as v from 'valibot';
import { FormValues } from './entry-point.ts';
import { HelpedPicture } from './helped-picture.ts';
import { CallId, CommandId, EntryPointId, Epoch, Instant, InteractionId, ParticipantId, Seq, TaskId } from './ids.ts';
import { MESSAGE_MAX_LENGTH } from './message-length.ts';
import { SharedFile } from './shared-file.ts';
import { Sources } from './sources.ts';
import {
  AttemptOutcome,
  CallCause,
  CallEnding,
  CallKind,
  Disposition,
  Domain,
  MediaPath,
  Presence,
  RenewReason,
  Role,
} from './vocabulary.ts';

export const MessageText = v.pipe(v.string(), v.minLength(1), v.maxLength(MESSAGE_MAX_LENGTH));

const by = { participantId: ParticipantId };
const call = { callId: CallId, ...by };

export const logged = <N extends string, E extends v.ObjectEntries>(name: N, entries: E) =>
  v.object({ type: v.literal(name), interactionId: InteractionId, seq: Seq, at: Instant, ...entries });

/** What the first fact of every log says. */
export const openedEntries = {
  entryPointId: EntryPointId,
  taskId: TaskId,
  form: FormValues,
  /** What the customer asked for. Logs from before there was a choice are chats. */
  domain: v.optional(Domain, 'chat'),
};

/** What each fact says beside its place. Its name stands once: customers' pages pay for it. */
const entriesOf = {
  'interaction.opened': openedEntries,
  /** `bot`: in the agent's place is a program. */
  'participant.joined': { ...by, role: Role, name: v.string(), bot: v.optional(v.boolean()) },
  /** Whether a call would work was looked at before one; what was found is for the desk alone. */
  'participant.checked': by,
  /** The page has said who this is, or more of it; what it said is for the desk alone. */
  'participant.identified': by,
  'participant.presence-changed': { ...by, presence: Presence },
  /** The customer takes something else instead: from here on it is work of this kind. A callback says so itself. */
  'interaction.redirected': { ...by, domain: Domain },
  /** The agent's part is over; another may join. */
  'participant.left': by,
  /** Handed over: the interaction is served by another task from here on. `to` is the name of the agent or queue. */
  'task.transferred': { ...by, taskId: TaskId, to: v.string() },
  /** The customer will be called between two instants; `zone` is how to say them to people. `form`: what it lacked. */
  'callback.scheduled': {
    ...by,
    from: Instant,
    until: Instant,
    zone: v.string(),
    form: v.optional(FormValues),
  },
  'callback.attempted': {
    ...by,
    outcome: AttemptOutcome,
    attemptId: v.optional(CommandId),
  },
  /**
   * `masked`: what was hidden in it before it was kept, as a `MaskingKind` or in the site's own words. `content`: a `MessageContent`, of
   * which `text` is the plain form, and `answer` a `MessageAnswer`; the code that shows them reads them.
   */
  'message.sent': {
    ...by,
    messageId: CommandId,
    text: MessageText,
    masked: v.optional(v.array(v.string())),
    content: v.optional(v.unknown()),
    answer: v.optional(v.unknown()),
  },
  /** The participant's screen has everything up to and with `throughSeq`. */
  'message.delivered': { ...by, throughSeq: Seq },
  /** The participant has seen everything up to and with `throughSeq`; 0 where the reader is not to know. */
  'message.read': { ...by, throughSeq: Seq },
  /** `sources`, here and below: what the participant shows; from before there was a choice: camera and microphone. */
  'call.proposed': {
    ...call,
    media: MediaPath,
    kind: v.optional(CallKind),
    sources: v.optional(Sources),
  },
  /** What was read before the first picture in a call of this kind, and whether that is agreed to. */
  'call.consented': { ...call, kind: CallKind, text: v.string(), agreed: v.boolean() },
  /** `kind`: accepted as that, where it is not what was proposed. */
  'call.accepted': { ...call, kind: v.optional(CallKind), sources: v.optional(Sources) },
  /** `later`: not now, but gladly. */
  'call.declined': { ...call, later: v.optional(v.boolean()) },
  'call.switched': { ...call, sources: Sources },
  /** The call is to become another kind, if the others say yes. */
  'call.kind-asked': { ...call, kind: CallKind },
  /** It is another kind from here on, in the same epoch: somebody said yes, or wants it to show less. */
  'call.kind-changed': { ...call, kind: CallKind },
  /** It stays as it is: one of the others said no, or the one who asked has taken it back. */
  'call.kind-refused': call,
  /** All others are put on hold by the participant, or are no longer. */
  'call.held': { ...call, held: v.boolean() },
  /** A picture stands still for all, or moves again. */
  'call.frozen': { ...call, picture: HelpedPicture, frozen: v.boolean() },
  /**
   * Media begins anew, beside what there was. `sources` where somebody came back, or took the place of another; null where
   * nobody in particular asked for it.
   */
  'call.renewed': {
    callId: CallId,
    participantId: v.nullable(ParticipantId),
    epoch: Epoch,
    media: MediaPath,
    reason: RenewReason,
    sources: v.optional(Sources),
  },
  /** How it was for one side, after its end; the figures are for the desk alone. */
  'call.measured': call,
  /** `participantId` is who ended it; null where the system did. `cause`: why it `failed`, as who found out said. */
  'call.ended': {
    ...call,
    participantId: v.nullable(ParticipantId),
    reason: CallEnding,
    cause: v.optional(CallCause),
  },
  /** Somebody wants a snapshot of a picture; who shows it is asked. It becomes the file of this id. */
  'snapshot.asked': { ...call, snapshotId: CommandId, picture: HelpedPicture },
  'snapshot.answered': { ...call, snapshotId: CommandId, answer: v.string() },
  'file.shared': { ...by, file: SharedFile },
  /** Somebody has a file for the others, in which nobody has looked, and they say whether they want it; by the one who has it: it is taken back. */
  'file.offered': { ...by, file: SharedFile },
  'file.answered': { ...by, fileId: CommandId, accepted: v.boolean() },
  'interaction.closed': {
    participantId: v.nullable(ParticipantId),
    disposition: Disposition,
    /** `inactive`: the customer did not answer any more. */
    reason: v.optional(v.literal('inactive')),
  },
  /** The customer has not written for long, and is asked whether they are still there; `closeMs` later it is over. */
  'interaction.nudged': { closeMs: v.number() },
  /** Comes after `interaction.closed`. What was answered is for the desk alone. */
  'survey.answered': by,
  /** Somebody wants what was said by e-mail, and what came of that. May come after `interaction.closed`. */
  'transcript.mailed': { ...by, to: v.string(), state: v.string() },
  /** Comes after `interaction.closed`, or after a transfer, and is for the desk alone: customers get it without its code. */
  'task.wrapped-up': { ...by, taskId: TaskId, code: v.string() },
} as const satisfies Record<string, v.ObjectEntries>;

type Logged = { readonly [N in keyof typeof entriesOf]: ReturnType<typeof logged<N, (typeof entriesOf)[N]>> };

/**
 * What happened in an interaction, for ever, as its customer is told: name -> payload. Each is one entry of the interaction's
 * log, with its place (`seq`) and its time (`at`), and travels under its own name. Customers' pages pay for it.
 */
export const customerFactEvents = Object.fromEntries(
  Object.entries(entriesOf).map(([name, entries]) => [name, logged(name, entries)]),
) as unknown as Logged;

/** Any fact as a customer is told it, told apart by `type`. */
export const CustomerFact = v.variant('type', Object.values(customerFactEvents));

export type FactName = keyof typeof customerFactEvents;

export const isFactName = (name: string): name is FactName => Object.hasOwn(customerFactEvents, name);
