import * as v from 'valibot';
import { Desk, Target } from './agent.ts';
import { Availability, CallbackWish, Ladder, WaitEstimate } from './availability.ts';
import { EntryPoint, FormValues } from './entry-point.ts';
import { Fact, MessageText } from './facts.ts';
import {
  AgentId,
  CallId,
  CommandId,
  EntryPointId,
  Instant,
  InteractionId,
  OfferId,
  ParticipantId,
  Seq,
  TaskId,
} from './ids.ts';
import { ConsumerId, ConsumerOptions, MediaParameters, ProducerId, RoomSeat, TransportId } from './media.ts';
import { IceServer, Signal } from './signal.ts';
import { AttemptOutcome, CallEnding, Domain, LadderStep, MediaKind, Source } from './vocabulary.ts';

const nothing = v.object({});
const token = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const within = { interactionId: InteractionId };
const call = { ...within, callId: CallId };
/** Commands that change something: repeated with the same id they are carried out once. */
const once = { commandId: CommandId };

const command = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) => ({ input, output });

/** What a browser may ask: name -> input and output. Everything else about commands is derived from this table. */
export const commands = {
  'entry-point.get': command(
    v.object({ entryPointId: EntryPointId }),
    v.object({ entryPoint: EntryPoint, availability: Availability }),
  ),
  'interaction.open': command(
    v.object({
      ...once,
      entryPointId: EntryPointId,
      form: FormValues,
      /** `callback` needs `callback`; `email` is a message that is left in the form. */
      domain: v.optional(Domain, 'chat'),
      callback: v.optional(CallbackWish),
    }),
    v.object({ ...within, participantId: ParticipantId, token, entryPoint: EntryPoint }),
  ),
  /** A customer comes back: after a reload, or when the connection was lost. */
  'customer.resume': command(
    v.object({ token }),
    v.object({ ...within, participantId: ParticipantId, entryPoint: EntryPoint }),
  ),
  /** The facts after `afterSeq`; from then on the following ones arrive as events, without a gap. */
  'interaction.catch-up': command(
    v.object({ ...within, afterSeq: Seq }),
    v.object({
      facts: v.array(Fact),
      entryPoint: EntryPoint,
      position: v.nullable(v.number()),
      wait: v.nullable(WaitEstimate),
      ladder: v.nullable(Ladder),
    }),
  ),
  /** A waiting customer takes what is there instead. `callback` needs a wish of when. */
  'ladder.take': command(
    v.object({ ...once, ...within, step: LadderStep, callback: v.optional(CallbackWish) }),
    nothing,
  ),
  'interaction.end': command(v.object({ ...once, ...within }), nothing),
  /** The command's id becomes the message's id. */
  'message.send': command(v.object({ ...once, ...within, text: MessageText }), v.object({ seq: Seq, at: Instant })),
  'message.mark-delivered': command(v.object({ ...within, throughSeq: Seq }), nothing),
  'typing.set': command(v.object({ ...within, typing: v.boolean() }), nothing),

  'call.propose': command(v.object({ ...once, ...call }), v.object({ iceServers: v.array(IceServer) })),
  'call.accept': command(v.object({ ...once, ...call }), v.object({ iceServers: v.array(IceServer) })),
  'call.decline': command(v.object({ ...once, ...call }), nothing),
  'call.end': command(v.object({ ...once, ...call, reason: CallEnding }), nothing),
  'call.signal': command(v.object({ ...call, signal: Signal }), nothing),

  'media.join': command(v.object(call), RoomSeat),
  'media.connect': command(v.object({ ...call, transportId: TransportId, dtlsParameters: MediaParameters }), nothing),
  'media.produce': command(
    v.object({ ...call, transportId: TransportId, kind: MediaKind, source: Source, rtpParameters: MediaParameters }),
    v.object({ producerId: ProducerId }),
  ),
  'media.consume': command(
    v.object({ ...call, producerId: ProducerId, rtpCapabilities: MediaParameters }),
    ConsumerOptions,
  ),
  'media.resume': command(v.object({ ...call, consumerId: ConsumerId }), nothing),

  'agent.sign-in': command(
    v.object({
      username: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    }),
    Desk,
  ),
  'agent.resume': command(v.object({ token }), Desk),
  'agent.sign-out': command(v.object(once), nothing),
  /** `domains`: for which kinds of work the agent is ready; at least one when ready. */
  'agent.set-state': command(
    v.variant('state', [
      v.object({
        ...once,
        state: v.literal('ready'),
        domains: v.pipe(v.array(Domain), v.minLength(1), v.maxLength(5)),
      }),
      v.object({ ...once, state: v.literal('not-ready'), reason: v.pipe(v.string(), v.maxLength(40)) }),
    ]),
    nothing,
  ),
  'offer.accept': command(v.object({ ...once, offerId: OfferId }), v.object({ ...within, taskId: TaskId })),
  'offer.decline': command(v.object({ ...once, offerId: OfferId }), nothing),
  'task.wrap-up': command(v.object({ ...once, taskId: TaskId, code: v.pipe(v.string(), v.maxLength(40)) }), nothing),
  /** The agent takes a waiting task from the list. */
  'task.pick': command(v.object({ ...once, taskId: TaskId }), nothing),
  'target.list': command(v.object({ taskId: TaskId }), v.object({ targets: v.array(Target) })),
  'task.transfer': command(
    v.object({
      ...once,
      taskId: TaskId,
      to: v.variant('kind', [
        v.object({ kind: v.literal('agent'), agentId: AgentId }),
        v.object({ kind: v.literal('queue'), queueId: v.pipe(v.string(), v.maxLength(64)) }),
      ]),
    }),
    nothing,
  ),
  'callback.record': command(v.object({ ...once, taskId: TaskId, outcome: AttemptOutcome }), nothing),
};

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = v.InferOutput<(typeof commands)[N]['output']>;

/** A command as a value, told apart by `type`. */
export type Wish<N extends CommandName = CommandName> = { [K in N]: { type: K } & CommandInput<K> }[N];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
