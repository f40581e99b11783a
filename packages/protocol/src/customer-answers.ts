import * as v from 'valibot';
import { Availability, Fallback, WaitEstimate } from './availability.ts';
import { nothing, token, within } from './command.ts';
import { CustomerFact } from './customer-facts.ts';
import { EntryPoint } from './entry-point.ts';
import { Escalation, noEscalation } from './escalation.ts';
import { Ice } from './ice.ts';
import { Instant, ParticipantId, Seq } from './ids.ts';

/** What a page missed; `fact`: a fact as this side may see it. */
export const missedWith = <F extends v.GenericSchema>(fact: F) =>
  v.object({
    facts: v.array(fact),
    entryPoint: EntryPoint,
    position: v.nullable(v.number()),
    wait: v.nullable(WaitEstimate),
    fallback: v.nullable(Fallback),
    /** What the server's clock shows: the device's own may be wrong. */
    now: v.optional(Instant),
    escalation: v.optional(Escalation, noEscalation),
  });

/** Of use for a minute. */
const ticket = v.object({ ticket: token });

/** What a customer is answered: name of the command -> output. All that a customer's page holds of the table of commands. */
export const customerAnswers = {
  'entry-point.get': v.object({ entryPoint: EntryPoint, availability: Availability }),
  'interaction.open': v.object({ ...within, participantId: ParticipantId, token, entryPoint: EntryPoint }),
  'customer.identify': nothing,
  'customer.resume': v.object({ ...within, participantId: ParticipantId, entryPoint: EntryPoint }),
  'interaction.catch-up': missedWith(CustomerFact),
  'fallback.take': nothing,
  'interaction.end': nothing,
  'survey.answer': nothing,
  'transcript.send': nothing,
  'message.send': v.object({ seq: Seq, at: Instant }),
  'message.mark-delivered': nothing,
  'message.mark-read': nothing,
  'typing.set': nothing,

  'call.propose': Ice,
  'call.accept': Ice,
  'call.decline': nothing,
  'call.end': nothing,
  'call.switch': nothing,
  'call.change-kind': nothing,
  'call.keep-kind': nothing,
  'call.hold': nothing,
  'call.freeze': nothing,
  'call.renew': Ice,
  'call.rejoin': Ice,
  'call.report': nothing,
  'check.report': nothing,
  'call.signal': nothing,
  'help.signal': nothing,
  'snapshot.ask': nothing,
  'snapshot.answer': nothing,
  'file.offer': nothing,
  'file.answer': nothing,
  'file.prepare': ticket,
  'file.read': ticket,

  /** A `RoomPeer`, `Produced` and `ConsumerOptions`, which the code of calls through the SFU reads: a chat has no use for them. */
  'media.join': v.unknown(),
  'media.connect': nothing,
  'media.produce': v.unknown(),
  'media.consume': v.unknown(),
  'media.resume': nothing,
};
