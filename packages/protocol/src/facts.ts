import * as v from 'valibot';
import { FormValues } from './entry-point.ts';
import { CallId, CommandId, EntryPointId, Instant, InteractionId, ParticipantId, Seq, TaskId } from './ids.ts';
import { CallEnding, Disposition, MediaPath, Presence, Role } from './vocabulary.ts';

/** At most this many UTF-16 code units in one chat message. */
export const MESSAGE_MAX_LENGTH = 10_000;

export const MessageText = v.pipe(v.string(), v.minLength(1), v.maxLength(MESSAGE_MAX_LENGTH));

const by = { participantId: ParticipantId };
const call = { callId: CallId, ...by };

/**
 * What happened in an interaction, for ever: name -> payload. Each is one entry of the interaction's log and travels
 * under its own name with `interactionId`, `seq` and `at`. The log is the transcript.
 */
export const factPayloads = {
  'interaction.opened': v.object({ entryPointId: EntryPointId, taskId: TaskId, form: FormValues }),
  'participant.joined': v.object({ ...by, role: Role, name: v.string() }),
  'participant.presence-changed': v.object({ ...by, presence: Presence }),
  'message.sent': v.object({ ...by, messageId: CommandId, text: MessageText }),
  /** The participant's screen has everything up to and with `throughSeq`. */
  'message.delivered': v.object({ ...by, throughSeq: Seq }),
  'call.proposed': v.object({ ...call, media: MediaPath }),
  'call.accepted': v.object(call),
  'call.declined': v.object(call),
  'call.ended': v.object({ callId: CallId, participantId: v.nullable(ParticipantId), reason: CallEnding }),
  /** `participantId` is who ended it; null where the system did. */
  'interaction.closed': v.object({ participantId: v.nullable(ParticipantId), disposition: Disposition }),
  /** Comes after `interaction.closed` and is for the desk alone. */
  'task.wrapped-up': v.object({ ...by, taskId: TaskId, code: v.string() }),
};

export type FactName = keyof typeof factPayloads;
export type FactPayload<N extends FactName> = v.InferOutput<(typeof factPayloads)[N]>;

export const FactHeader = v.object({ interactionId: InteractionId, seq: Seq, at: Instant });
export type FactHeader = v.InferOutput<typeof FactHeader>;

/** A fact before it has its place in a log. */
export type NewFact<N extends FactName = FactName> = { [K in N]: { type: K } & FactPayload<K> }[N];
/** A fact as it stands in its log. */
export type Fact<N extends FactName = FactName> = { [K in N]: { type: K } & FactHeader & FactPayload<K> }[N];

export const isFactName = (name: string): name is FactName => Object.hasOwn(factPayloads, name);

const logged = <N extends FactName>(name: N) =>
  v.object({ type: v.literal(name), ...FactHeader.entries, ...factPayloads[name].entries });

/** The facts as they travel: each under its own name. */
export const factEvents = {
  'interaction.opened': logged('interaction.opened'),
  'participant.joined': logged('participant.joined'),
  'participant.presence-changed': logged('participant.presence-changed'),
  'message.sent': logged('message.sent'),
  'message.delivered': logged('message.delivered'),
  'call.proposed': logged('call.proposed'),
  'call.accepted': logged('call.accepted'),
  'call.declined': logged('call.declined'),
  'call.ended': logged('call.ended'),
  'interaction.closed': logged('interaction.closed'),
  'task.wrapped-up': logged('task.wrapped-up'),
};

/** Any fact, told apart by `type`. */
export const Fact = v.variant('type', Object.values(factEvents));
