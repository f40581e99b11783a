import type { DesiredMedia } from '@eyeline/machines';
import type { ProducerId, RemoteProducer } from '@eyeline/protocol';
import type { types } from 'mediasoup-client';
import { RequestError } from '../connection/request.ts';
import type { RemoteTrack } from './path.ts';
import type { SfuRoom } from './sfu-room.ts';

/** What comes out of a room: of all that the others send, what is expected. */
export class SfuIncoming {
  readonly #room: SfuRoom;
  readonly #onTrack: () => void;
  readonly #onFailed: (error: unknown) => void;
  readonly #producers = new Map<string, RemoteProducer>();
  readonly #consumers = new Map<ProducerId, types.Consumer>();
  readonly #asked = new Set<ProducerId>();
  #desired: DesiredMedia;

  constructor(room: SfuRoom, desired: DesiredMedia, onTrack: () => void, onFailed: (error: unknown) => void) {
    this.#room = room;
    this.#desired = desired;
    this.#onTrack = onTrack;
    this.#onFailed = onFailed;
    for (const producer of room.producers) this.#producers.set(keyOf(producer), producer);
  }

  get tracks(): readonly RemoteTrack[] {
    return [...this.#producers.values()].flatMap(({ producerId, participantId, source }) => {
      const consumer = this.#consumers.get(producerId);
      return consumer ? { participantId, source, track: consumer.track } : [];
    });
  }

  /** May be told twice. A second of the same source takes the place of the first. */
  know(producer: RemoteProducer): void {
    const before = this.#producers.get(keyOf(producer));
    if (before?.producerId === producer.producerId) return;
    if (before) this.#forget(before);
    this.#producers.set(keyOf(producer), producer);
    this.follow(this.#desired);
  }

  follow(desired: DesiredMedia): void {
    this.#desired = desired;
    for (const producer of this.#expected()) if (!this.#asked.has(producer.producerId)) void this.#consume(producer);
  }

  /** Pictures first: they take longer to come up than the sound, and consumers are made one after the other. */
  #expected(): readonly RemoteProducer[] {
    return [...this.#producers.values()]
      .filter(({ participantId, source }) =>
        this.#desired.receive.some(one => one.participantId === participantId && one.sources.includes(source)),
      )
      .toSorted((one, other) => Number(other.kind === 'video') - Number(one.kind === 'video'));
  }

  async #consume(producer: RemoteProducer): Promise<void> {
    const { producerId } = producer;
    this.#asked.add(producerId);
    try {
      const { consumer, consumerId } = await this.#room.consume(producerId);
      if (!this.#asked.has(producerId)) return consumer.close();
      this.#consumers.set(producerId, consumer);
      this.#onTrack();
      await this.#room.resume(consumerId);
    } catch (error) {
      this.#forget(producer);
      // Whoever made it makes another.
      const isGone = error instanceof RequestError && error.code === 'producer-gone';
      if (isGone && this.#producers.get(keyOf(producer)) === producer) this.#producers.delete(keyOf(producer));
      this.#onFailed(error);
    }
  }

  #forget({ producerId }: RemoteProducer): void {
    this.#asked.delete(producerId);
    this.#consumers.get(producerId)?.close();
    this.#consumers.delete(producerId);
    this.#onTrack();
  }
}

const keyOf = ({ participantId, source }: RemoteProducer): string => `${participantId} ${source}`;
