import { type Call, type CallId, type InteractionId, legOf, maySend, receives, sends } from '@eyeline/protocol';
import type { RoomRules, Sfu } from '@eyeline/sfu';
import type { InteractionLog } from '../interaction/interaction-log.ts';

/** So long the room of an epoch stays when there is a later one: until that shows a picture, this one does. ms. */
const grace = 20_000;

/** The SFU's room of one epoch. A call's id is chosen by a page: alone it could name somebody else's room. */
export const roomIdOf = (interactionId: InteractionId, callId: CallId, epoch: number): string =>
  `${interactionId}.${callId}.${epoch}`;

/** What the log allows in the rooms of a call, at the time when it is asked. */
export function rulesOf(log: InteractionLog, callId: CallId): RoomRules {
  const whenActive = (allows: (call: Call) => boolean): boolean => {
    const { call } = log.interaction;
    return call?.callId === callId && call.state === 'active' && allows(call);
  };
  return {
    isIn: participantId => whenActive(call => legOf(call, participantId) !== undefined),
    maySend: (from, source) => whenActive(call => maySend(call, from).includes(source)),
    sends: (from, source) => whenActive(call => sends(call, from).includes(source)),
    receives: (to, from, source) => whenActive(call => receives(call, to, from).includes(source)),
  };
}

interface OpenRoom {
  readonly roomId: string;
  readonly callId: CallId;
  readonly epoch: number;
  closing?: ReturnType<typeof setTimeout>;
}

/** The SFU's rooms of the calls that there are; they follow the log. */
export class MediaRooms {
  readonly #sfu: Sfu;
  readonly #open = new Map<InteractionId, Map<string, OpenRoom>>();

  constructor(sfu: Sfu) {
    this.#sfu = sfu;
  }

  /** Somebody has joined the room of this epoch. */
  opened(log: InteractionLog, { callId, epoch }: Pick<Call, 'callId' | 'epoch'>): void {
    const { interactionId } = log;
    const roomId = roomIdOf(interactionId, callId, epoch);
    const rooms = this.#open.get(interactionId) ?? new Map<string, OpenRoom>();
    if (!rooms.has(roomId)) rooms.set(roomId, { roomId, callId, epoch });
    this.#open.set(interactionId, rooms);
    this.follow(log);
  }

  /** To be told after each fact about a call: holds, switches, kinds, epochs, who leaves, and its end. */
  follow(log: InteractionLog): void {
    const { call } = log.interaction;
    for (const room of [...(this.#open.get(log.interactionId)?.values() ?? [])]) {
      if (call?.callId !== room.callId) this.#close(log.interactionId, room);
      else {
        this.#sfu.restrict(room.roomId, rulesOf(log, room.callId));
        if (room.epoch < call.epoch) room.closing ??= this.#closeLater(log.interactionId, room);
      }
    }
  }

  #closeLater(interactionId: InteractionId, room: OpenRoom): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => this.#close(interactionId, room), grace);
    timer.unref();
    return timer;
  }

  #close(interactionId: InteractionId, { roomId, closing }: OpenRoom): void {
    clearTimeout(closing);
    this.#sfu.closeRoom(roomId);
    const rooms = this.#open.get(interactionId);
    rooms?.delete(roomId);
    if (rooms?.size === 0) this.#open.delete(interactionId);
  }
}
