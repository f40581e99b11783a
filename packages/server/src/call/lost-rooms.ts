import type { ContactCentre } from '../process/contact-centre.ts';
import { endCall, roomIdOf } from '../work/closing.ts';

/**
 * A media worker has died and its rooms with it: the calls in them are over, the conversations are not. Another call goes
 * through the worker that is started in its place.
 */
export function endCallsIn(centre: ContactCentre, roomIds: readonly string[]): void {
  for (const log of centre.interactions.all()) {
    const { call } = log.interaction;
    if (!call || !roomIds.includes(roomIdOf(log.interactionId, call.callId))) continue;
    centre.carryOut(change => endCall(centre, change, log, null, 'failed'));
  }
}
