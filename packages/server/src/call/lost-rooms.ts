import type { CallRooms } from './calls.ts';
import { roomIdOf } from './media-rooms.ts';

/**
 * A media worker has died and its rooms with it: the calls in them are over, the conversations are not. Another call goes
 * through the worker that is started in its place.
 */
export function endCallsIn(rooms: Pick<CallRooms, 'interaction' | 'call'>, roomIds: readonly string[]): void {
  for (const log of rooms.interaction.logs.all()) {
    const { call } = log.interaction;
    if (!call || !roomIds.includes(roomIdOf(log.interactionId, call.callId, call.epoch))) continue;
    rooms.interaction.carryOut(change => rooms.call.end(change, log, null, 'failed'));
  }
}
