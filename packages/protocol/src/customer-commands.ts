import * as v from 'valibot';
import { command, once, token, within } from './command.ts';
import { customerAnswers as answers, missedWith } from './customer-answers.ts';
import { Fact } from './facts.ts';
import { CallId, EntryPointId, Seq } from './ids.ts';
import { keptInputs as kept } from './kept-inputs.ts';
import { ConsumerId, ProducerId, TransportId } from './media.ts';
import { DtlsParameters, RtpCapabilities, RtpParameters } from './rtp.ts';
import { Signal } from './signal.ts';
import { MediaKind, Source } from './vocabulary.ts';

const call = { ...within, callId: CallId };

/**
 * What a customer may ask, and an agent within a conversation too: name -> input and output. Servers and desks hold it; a
 * customer's page makes do with `customerAnswers` and `keptInputs`.
 */
export const customerCommands = {
  'entry-point.get': command(v.object({ entryPointId: EntryPointId }), answers['entry-point.get']),
  'interaction.open': command(kept['interaction.open'], answers['interaction.open']),
  /** A customer comes back: after a reload, or when the connection was lost. */
  'customer.resume': command(v.object({ token }), answers['customer.resume']),
  /** The facts after `afterSeq`; from then on the following ones arrive as events, without a gap. */
  'interaction.catch-up': command(v.object({ ...within, afterSeq: Seq }), missedWith(Fact)),
  'fallback.take': command(kept['fallback.take'], answers['fallback.take']),
  'interaction.end': command(kept['interaction.end'], answers['interaction.end']),
  'message.send': command(kept['message.send'], answers['message.send']),
  'message.mark-delivered': command(v.object({ ...within, throughSeq: Seq }), answers['message.mark-delivered']),
  'typing.set': command(v.object({ ...within, typing: v.boolean() }), answers['typing.set']),

  'call.propose': command(v.object({ ...once, ...call }), answers['call.propose']),
  'call.accept': command(v.object({ ...once, ...call }), answers['call.accept']),
  'call.decline': command(kept['call.decline'], answers['call.decline']),
  'call.end': command(kept['call.end'], answers['call.end']),
  'call.signal': command(v.object({ ...call, signal: Signal }), answers['call.signal']),

  'media.join': command(v.object(call), answers['media.join']),
  'media.connect': command(
    v.object({ ...call, transportId: TransportId, dtlsParameters: DtlsParameters }),
    answers['media.connect'],
  ),
  'media.produce': command(
    v.object({ ...call, transportId: TransportId, kind: MediaKind, source: Source, rtpParameters: RtpParameters }),
    answers['media.produce'],
  ),
  'media.consume': command(
    v.object({ ...call, producerId: ProducerId, rtpCapabilities: RtpCapabilities }),
    answers['media.consume'],
  ),
  'media.resume': command(v.object({ ...call, consumerId: ConsumerId }), answers['media.resume']),
};
