import * as v from 'valibot';
import { Availability, Fallback, WaitEstimate } from './availability.ts';
import { within } from './command.ts';
import { customerFactEvents } from './customer-facts.ts';
import { EntryPoint } from './entry-point.ts';
import { Escalation } from './escalation.ts';
import { CallId, Epoch, ParticipantId } from './ids.ts';

/**
 * What customers are told, and agents of a conversation too: name -> payload. Facts of the log first, then what is true only
 * for the moment. Customers' pages pay for it.
 */
export const customerEvents = {
  ...customerFactEvents,

  /** Told to every page that came through the entry point, when it stands otherwise than it was told before. */
  'entry-point.changed': v.object({ entryPoint: EntryPoint, availability: Availability }),
  'typing.changed': v.object({ ...within, participantId: ParticipantId, typing: v.boolean() }),
  /** 1 is next. `wait`: null while nobody is ready to serve. */
  'queue.moved': v.object({ ...within, position: v.number(), wait: v.nullable(WaitEstimate) }),
  /** Null when the request can be served again. */
  'fallback.changed': v.object({ ...within, fallback: v.nullable(Fallback) }),
  'escalation.changed': v.object({ ...within, escalation: Escalation }),
  /** `signal` is a `Signal`, below a `HelpSignal`, and `producer` a `RemoteProducer`. The code of calls reads them: a chat does not. */
  'call.signalled': v.object({
    ...within,
    callId: CallId,
    epoch: Epoch,
    participantId: ParticipantId,
    signal: v.unknown(),
  }),
  'help.signalled': v.object({ ...within, callId: CallId, participantId: ParticipantId, signal: v.unknown() }),
  /** Another page of the same person has taken this one's place in the call. */
  'call.moved': v.object({ ...within, callId: CallId }),
  'media.produced': v.object({ ...within, callId: CallId, epoch: Epoch, producer: v.unknown() }),
};
