import type { CallRooms } from './call-port.ts';
import { roomIdOf } from './media-rooms.ts';

/**
 * A media worker has died and its rooms with it: the calls in them begin anew, through the worker that is started in its place.
 */
export function renewCallsIn(rooms: Pick<CallRooms, 'interaction' | 'call'>, roomIds: readonly string[]): void {
  for (const { interactionId } of rooms.interaction.logs.all())
    rooms.interaction.carryOut(change => {
      const log = rooms.interaction.logs.get(interactionId);
      const call = log?.interaction.call;
      if (!log || !call || !roomIds.includes(roomIdOf(interactionId, call.callId, call.epoch))) return;
      const { callId, epoch, media } = call;
      change.append(log, {
        type: 'call.renewed',
        ...{ callId, participantId: null, epoch: epoch + 1, media, reason: 'room-lost' as const },
      });
    });
}
