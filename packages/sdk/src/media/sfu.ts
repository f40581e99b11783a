import type { MediaEvent } from '@eyeline/machines';
import type { ProducerId } from '@eyeline/protocol';
import { watchFlow } from './flow.ts';
import { createGrace } from './grace.ts';
import type { Connect, MediaConnection, MediaLink } from './media-link.ts';
import { SfuRoom } from './sfu-room.ts';

/** A network may change under a call and find back: so long it may stay away, in ms. */
const breakGrace = 8000;

/** Through the SFU: one answer of the server carries all that is needed to send and receive. */
export const connectSfu: Connect = link => new SfuConnection(link);

class SfuConnection implements MediaConnection {
  readonly #link: MediaLink;
  readonly #room: Promise<SfuRoom>;
  readonly #remote = new MediaStream();
  readonly #consumed = new Set<ProducerId>();
  readonly #broken = createGrace(breakGrace, () => this.#fail(new Error('the connection did not come back')));
  #stopWatching = () => {};
  #isOver = false;

  constructor(link: MediaLink) {
    this.#link = link;
    const { interactionId, callId, ice } = link.input;
    this.#room = SfuRoom.join(link.connection, { interactionId, callId }, ice);
    this.#room.then(room => this.#enter(room)).catch(error => this.#fail(error));
  }

  take(event: MediaEvent): void {
    if (event.type !== 'media.produced') return;
    this.#room.then(room => this.#consume(room, event.producer.producerId)).catch(error => this.#fail(error));
  }

  close(): void {
    this.#isOver = true;
    this.#stopWatching();
    this.#broken.end();
    this.#room.then(room => room.close()).catch(() => {});
  }

  async #enter(room: SfuRoom): Promise<void> {
    if (this.#isOver) return;
    room.onConnectionState(state => {
      if (state === 'failed') this.#fail(new Error('the media server could not be reached'));
      else if (state === 'disconnected') this.#broken.begin();
      else if (state === 'connected') this.#broken.end();
    });
    // The picture takes longer to come up than the sound, and everything below goes one after the other.
    const { stream } = this.#link;
    const tracks = [...stream.getVideoTracks(), ...stream.getAudioTracks()];
    const others = room.producers
      .toSorted((one, other) => Number(other.kind === 'video') - Number(one.kind === 'video'))
      .map(({ producerId }) => producerId);
    await Promise.all([
      ...tracks.map(track => room.produce(track)),
      ...others.map(producerId => this.#consume(room, producerId)),
    ]);
  }

  /** A producer may be told of twice: in the answer to joining, and when it was made. */
  async #consume(room: SfuRoom, producerId: ProducerId): Promise<void> {
    if (this.#isOver || this.#consumed.has(producerId)) return;
    this.#consumed.add(producerId);
    const { consumer, consumerId } = await room.consume(producerId);
    if (this.#isOver) return;
    this.#remote.addTrack(consumer.track);
    this.#link.report({ type: 'remote.changed', stream: this.#remote });
    if (consumer.kind === 'video') this.#watch(() => consumer.getStats());
    await room.resume(consumerId);
  }

  #watch(readStats: () => Promise<RTCStatsReport>): void {
    this.#stopWatching();
    this.#stopWatching = watchFlow(
      async () => (await readStats()).values(),
      () => this.#link.report({ type: 'remote.connected' }),
    );
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    console.warn('eyeline: the call could not go on through the media server:', error);
    this.#link.report({ type: 'remote.lost', reason: 'failed' });
  }
}
