import type { ParticipantId, RoomPeer } from '@eyeline/protocol';
import type { MediaRoom } from './media-room.ts';
import type { MediaWorker } from './media-worker.ts';
import type { RoomRules } from './room-rules.ts';
import { SfuError } from './sfu-error.ts';

interface Entry {
  readonly worker: MediaWorker;
  readonly opening: Promise<MediaRoom>;
  room?: MediaRoom;
}

/** Which rooms there are, and on which worker each lives. */
export class RoomDirectory {
  readonly #workers: readonly MediaWorker[];
  readonly #entries = new Map<string, Entry>();

  constructor(workers: readonly MediaWorker[]) {
    this.#workers = workers;
  }

  /** The room as it is being opened by whoever joined first. */
  async get(roomId: string): Promise<MediaRoom> {
    const room = await this.#entries.get(roomId)?.opening;
    if (!room || room.closed) throw new SfuError('no-room');
    return room;
  }

  async join(roomId: string, participantId: ParticipantId): Promise<RoomPeer> {
    const room = await (this.#entries.get(roomId) ?? this.#open(roomId)).opening;
    // The last one left, and with them the room, while this one came in: a new room then.
    if (room.closed) return await this.#open(roomId).opening.then(fresh => fresh.join(participantId));
    return await room.join(participantId);
  }

  leave(roomId: string, participantId: ParticipantId): void {
    this.#change(roomId, room => room.leave(participantId));
  }

  restrict(roomId: string, rules: RoomRules): void {
    this.#change(roomId, room => room.restrict(rules));
  }

  close(roomId: string): void {
    const entry = this.#entries.get(roomId);
    this.#entries.delete(roomId);
    entry?.opening.then(
      room => room.close(),
      () => undefined,
    );
  }

  closeAll(): void {
    for (const roomId of [...this.#entries.keys()]) this.close(roomId);
  }

  /** The ids of the rooms that a dead worker took along. */
  forgetClosed(): string[] {
    const closed = [...this.#entries].filter(([, { room }]) => room?.closed);
    for (const [roomId, entry] of closed) this.#forget(roomId, entry);
    return closed.map(([roomId]) => roomId);
  }

  stats(): { rooms: number; peers: number; producers: number; consumers: number } {
    const peers = [...this.#entries.values()].flatMap(({ room }) => room?.peers ?? []);
    return {
      rooms: this.#entries.size,
      peers: peers.length,
      producers: peers.reduce((sum, peer) => sum + peer.producers().length, 0),
      consumers: peers.reduce((sum, peer) => sum + peer.consumerCount, 0),
    };
  }

  /** A room that is left empty is closed. */
  #change(roomId: string, change: (room: MediaRoom) => void): void {
    const entry = this.#entries.get(roomId);
    entry?.opening.then(
      room => {
        change(room);
        if (!room.empty) return;
        room.close();
        this.#forget(roomId, entry);
      },
      () => undefined,
    );
  }

  #open(roomId: string): Entry {
    const worker = this.#leastLoaded();
    const entry: Entry = { worker, opening: worker.openRoom() };
    this.#entries.set(roomId, entry);
    entry.opening.then(
      room => {
        entry.room = room;
      },
      () => this.#forget(roomId, entry),
    );
    return entry;
  }

  #leastLoaded(): MediaWorker {
    const load = (worker: MediaWorker) => [...this.#entries.values()].filter(entry => entry.worker === worker).length;
    const [first] = this.#workers.filter(({ state }) => state === 'ready').sort((a, b) => load(a) - load(b));
    if (!first) throw new SfuError('not-ready');
    return first;
  }

  #forget(roomId: string, entry: Entry): void {
    if (this.#entries.get(roomId) === entry) this.#entries.delete(roomId);
  }
}
