import * as v from 'valibot';
import { Availability, CallbackWish, Ladder, WaitEstimate } from './availability.ts';
import { command, nothing, once, token, within } from './command.ts';
import { EntryPoint, FormValues } from './entry-point.ts';
import { Fact, MessageText } from './facts.ts';
import { CallId, EntryPointId, Instant, ParticipantId, Seq } from './ids.ts';
import { ConsumerId, ConsumerOptions, ProducerId, RoomSeat, TransportId } from './media.ts';
import { DtlsParameters, RtpCapabilities, RtpParameters } from './rtp.ts';
import { IceServer, Signal } from './signal.ts';
import { CallEnding, Domain, LadderStep, MediaKind, Source } from './vocabulary.ts';

const call = { ...within, callId: CallId };

/** What a customer may ask, and an agent within a conversation too: name -> input and output. Customers' pages pay for it. */
export const customerCommands = {
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
      /** What an entry point may want first: a captcha's token. */
      proof: v.optional(v.pipe(v.string(), v.maxLength(8000))),
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
      /** What the server's clock shows: the device's own may be wrong. */
      now: v.optional(Instant),
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
  'media.connect': command(v.object({ ...call, transportId: TransportId, dtlsParameters: DtlsParameters }), nothing),
  'media.produce': command(
    v.object({ ...call, transportId: TransportId, kind: MediaKind, source: Source, rtpParameters: RtpParameters }),
    v.object({ producerId: ProducerId }),
  ),
  'media.consume': command(
    v.object({ ...call, producerId: ProducerId, rtpCapabilities: RtpCapabilities }),
    ConsumerOptions,
  ),
  'media.resume': command(v.object({ ...call, consumerId: ConsumerId }), nothing),
};
