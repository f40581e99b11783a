import type {
  ConsumerOptions,
  DtlsParameters,
  ParticipantId,
  RemoteProducer,
  RoomPeer,
  RtpCapabilities,
} from '@eyeline/protocol';
import { MediaWorker } from './media-worker.ts';
import type { Produce } from './peer.ts';
import { RoomDirectory } from './room-directory.ts';
import type { RoomRules } from './room-rules.ts';
import type { SfuOptions, SfuState } from './sfu-options.ts';

export interface SfuStats {
  readonly state: SfuState;
  /** Process ids of the workers that run. */
  readonly workers: readonly number[];
  readonly rooms: number;
  readonly peers: number;
  readonly producers: number;
  readonly consumers: number;
}

/**
 * Rooms where media meets. Every participant acts on its own transports and consumers only. What cannot be done rejects
 * with an `SfuError`, whose code says why.
 */
export interface Sfu {
  state(): SfuState;
  /** Opens the room if need be. Joining again gives a new peer and closes the old one. */
  join(roomId: string, participantId: ParticipantId): Promise<RoomPeer>;
  connect(
    roomId: string,
    participantId: ParticipantId,
    transportId: string,
    dtlsParameters: DtlsParameters,
  ): Promise<void>;
  produce(roomId: string, participantId: ParticipantId, produce: Produce): Promise<RemoteProducer>;
  /** The consumer starts paused; `resume` once the browser has its side of it. */
  consume(
    roomId: string,
    participantId: ParticipantId,
    producerId: string,
    rtpCapabilities: RtpCapabilities,
  ): Promise<ConsumerOptions>;
  resume(roomId: string, participantId: ParticipantId, consumerId: string): Promise<void>;
  /**
   * From now on these rules hold in the room, if it is there: what is announced and not sent, or not to be received, does
   * not go through, whatever a browser does; whoever is not in it any more is out. To be said again whenever they change.
   */
  restrict(roomId: string, rules: RoomRules): void;
  /** The last one closes the room. Nothing happens where there is nobody. */
  leave(roomId: string, participantId: ParticipantId): void;
  closeRoom(roomId: string): void;
  stats(): SfuStats;
  /** Closes all rooms and ends the workers. */
  close(): Promise<void>;
}

/** Resolves once the workers run, or at once where their binary has to be awaited. */
export const createSfu = async (options: SfuOptions = {}): Promise<Sfu> => {
  const { port = 44_400, workers: count = 1, onState, onRoomsLost } = options;
  let known: SfuState = 'starting';

  const state = (): SfuState => {
    const states = workers.map(worker => worker.state);
    return (['ready', 'starting', 'failed'] as const).find(candidate => states.includes(candidate)) ?? 'missing';
  };
  const notifyState = () => {
    if (state() === known) return;
    known = state();
    onState?.(known);
  };
  const notifyLostRooms = () => {
    const lost = rooms.forgetClosed();
    if (lost.length > 0) onRoomsLost?.(lost);
  };
  const workers: readonly MediaWorker[] = Array.from(
    { length: count },
    (_, index) => new MediaWorker(options, port === 0 ? 0 : port + index, notifyState, notifyLostRooms),
  );
  const rooms = new RoomDirectory(workers);
  await Promise.all(workers.map(worker => worker.start()));

  const peer = async (roomId: string, participantId: ParticipantId) => (await rooms.get(roomId)).peer(participantId);

  return {
    state,
    join: (roomId, participantId) => rooms.join(roomId, participantId),
    connect: async (roomId, participantId, transportId, dtlsParameters) =>
      (await peer(roomId, participantId)).connect(transportId, dtlsParameters),
    produce: async (roomId, participantId, produce) => (await peer(roomId, participantId)).produce(produce),
    consume: async (roomId, participantId, producerId, rtpCapabilities) =>
      (await rooms.get(roomId)).consume(participantId, producerId, rtpCapabilities),
    resume: async (roomId, participantId, consumerId) => (await peer(roomId, participantId)).resume(consumerId),
    restrict: (roomId, rules) => rooms.restrict(roomId, rules),
    leave: (roomId, participantId) => rooms.leave(roomId, participantId),
    closeRoom: roomId => rooms.close(roomId),
    stats: () => ({
      state: state(),
      workers: workers.flatMap(({ pid }) => pid ?? []),
      ...rooms.stats(),
    }),
    close: async () => {
      rooms.closeAll();
      await Promise.all(workers.map(worker => worker.close()));
    },
  };
};
