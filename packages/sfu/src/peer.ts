import type {
  ConsumerOptions,
  DtlsParameters,
  MediaKind,
  ParticipantId,
  RemoteProducer,
  RtpCapabilities,
  RtpParameters,
  Source,
  TransportOptions,
} from '@eyeline/protocol';
import type { types } from 'mediasoup';
import { consumerId, producerId, transportId } from './media-id.ts';
import { dtlsOf, rtpCapabilitiesOf, rtpOf } from './media-parameters.ts';
import type { RoomRules } from './room-rules.ts';
import { SfuError } from './sfu-error.ts';
import { Valve } from './valve.ts';

/** A track on its way in: what `media.produce` says. */
export interface Produce {
  readonly transportId: string;
  readonly kind: MediaKind;
  readonly source: Source;
  readonly rtpParameters: RtpParameters;
}

// Chromium ignores a second request for a key frame within about 300 ms, and the worker repeats an unanswered one only
// after a second: whoever joins just after another would wait that second for the first picture.
const keyFrameRequestDelay = 330;

const kinds: Record<Source, MediaKind> = { camera: 'video', microphone: 'audio', screen: 'video' };

interface Sent {
  readonly producer: types.Producer;
  readonly valve: Valve;
}

interface Received {
  readonly consumer: types.Consumer;
  readonly valve: Valve;
  readonly from: ParticipantId;
  readonly source: Source;
  /** The browser has its side of it. */
  isReady: boolean;
}

const transportOptions = (transport: types.WebRtcTransport): TransportOptions => ({
  id: transportId(transport),
  iceParameters: transport.iceParameters,
  iceCandidates: transport.iceCandidates,
  dtlsParameters: transport.dtlsParameters,
});

/** One participant in a room: a transport each way, what it sends and what it receives. */
export class Peer {
  readonly participantId: ParticipantId;
  readonly #send: types.WebRtcTransport;
  readonly #receive: types.WebRtcTransport;
  readonly #connected = new Set<types.WebRtcTransport>();
  readonly #sent = new Map<Source, Sent>();
  /** By the id of the producer: nobody needs the same track twice. */
  readonly #received = new Map<string, Received>();
  #rules: RoomRules;

  constructor(
    participantId: ParticipantId,
    rules: RoomRules,
    send: types.WebRtcTransport,
    receive: types.WebRtcTransport,
  ) {
    this.participantId = participantId;
    this.#rules = rules;
    this.#send = send;
    this.#receive = receive;
  }

  transports(): { sendTransport: TransportOptions; receiveTransport: TransportOptions } {
    return { sendTransport: transportOptions(this.#send), receiveTransport: transportOptions(this.#receive) };
  }

  producers(): RemoteProducer[] {
    return [...this.#sent].map(([source, { producer }]) => this.#describe(source, producer));
  }

  get consumerCount(): number {
    return this.#received.size;
  }

  /** Repeated, it changes nothing: a transport is connected once. */
  async connect(id: string, parameters: DtlsParameters): Promise<void> {
    const transport = [this.#send, this.#receive].find(candidate => candidate.id === id);
    if (!transport) throw new SfuError('no-transport');
    if (this.#connected.has(transport)) return;
    this.#connected.add(transport);
    await transport.connect({ dtlsParameters: dtlsOf(parameters) }).catch(error => {
      this.#connected.delete(transport);
      this.#refuse(error);
    });
  }

  /** A second producer of the same source takes the place of the first. */
  async produce({ transportId: id, kind, source, rtpParameters }: Produce): Promise<RemoteProducer> {
    if (id !== this.#send.id) throw new SfuError('no-transport');
    if (kinds[source] !== kind) throw new SfuError('invalid-parameters', `a ${source} is not ${kind}`);
    const wrong = rtpParameters.codecs.find(({ mimeType }) => !mimeType.toLowerCase().startsWith(`${kind}/`));
    if (wrong) throw new SfuError('invalid-parameters', `${wrong.mimeType} is not ${kind}`);
    if (!this.#rules.maySend(this.participantId, source)) throw new SfuError('source-not-allowed');
    const producer = await this.#send
      .produce({
        kind,
        rtpParameters: rtpOf(rtpParameters),
        paused: !this.#rules.sends(this.participantId, source),
        ...(kind === 'video' ? { keyFrameRequestDelay } : {}),
      })
      .catch(error => this.#refuse(error));
    this.#keepOpen(producer);
    this.#sent.get(source)?.producer.close();
    this.#sent.set(source, { producer, valve: new Valve(producer) });
    this.#follow();
    return this.#describe(source, producer);
  }

  /** Starts paused, so that the first key frame is not sent before the browser can take it. */
  async consume(
    router: types.Router,
    { producerId: id, participantId: from, source }: RemoteProducer,
    capabilities: RtpCapabilities,
  ): Promise<ConsumerOptions> {
    if (!this.#rules.receives(this.participantId, from, source)) throw new SfuError('source-not-allowed');
    const rtpCapabilities = rtpCapabilitiesOf(capabilities);
    if (!router.canConsume({ producerId: id, rtpCapabilities })) throw new SfuError('unsupported-codec');
    const consumer = await this.#receive
      .consume({ producerId: id, rtpCapabilities, paused: true })
      .catch(error => this.#refuse(error));
    this.#keepOpen(consumer);
    this.#received.get(id)?.consumer.close();
    this.#received.set(id, { consumer, valve: new Valve(consumer), from, source, isReady: false });
    consumer.observer.once('close', () => {
      if (this.#received.get(id)?.consumer === consumer) this.#received.delete(id);
    });
    const { kind, rtpParameters } = consumer;
    return { id: consumerId(consumer), producerId: id, kind, rtpParameters };
  }

  async resume(id: string): Promise<void> {
    const received = [...this.#received.values()].find(({ consumer }) => consumer.id === id);
    if (!received) throw new SfuError('no-consumer');
    const { consumer, isReady: wasReady } = received;
    received.isReady = true;
    // Who asks again is answered by the worker again, which may be gone.
    const opened = wasReady && !consumer.paused ? consumer.resume() : this.#letThrough(received);
    await opened.catch(error => this.#refuse(consumer.closed ? new SfuError('no-consumer') : error));
  }

  /** What may not go through any more stops, and what may again goes on. */
  restrict(rules: RoomRules): void {
    this.#rules = rules;
    this.#follow();
  }

  /** The transports take their producers and consumers along, and the consumers that others have of those producers. */
  close(): void {
    this.#send.close();
    this.#receive.close();
    this.#sent.clear();
    this.#received.clear();
  }

  #follow(): void {
    const { participantId } = this;
    const orders = [...this.#sent].map(([source, { valve }]) => valve.set(this.#rules.sends(participantId, source)));
    // Those that were closed meanwhile let nothing through.
    for (const order of [...orders, ...[...this.#received.values()].map(one => this.#letThrough(one))])
      order.catch(() => undefined);
  }

  #letThrough({ valve, from, source, isReady }: Received): Promise<void> {
    return valve.set(isReady && this.#rules.receives(this.participantId, from, source));
  }

  /** What mediasoup throws at parameters is a refusal, not a fault of ours; nor is a peer that was closed meanwhile. */
  #refuse(error: unknown): never {
    if (this.#send.closed) throw new SfuError('no-peer');
    throw error instanceof SfuError ? error : new SfuError('invalid-parameters', String(error));
  }

  /** mediasoup makes it all the same where its transport was closed while the worker was asked, and would keep it for ever. */
  #keepOpen(made: types.Producer | types.Consumer): void {
    if (!this.#send.closed) return;
    made.close();
    throw new SfuError('no-peer');
  }

  #describe(source: Source, producer: types.Producer): RemoteProducer {
    return { producerId: producerId(producer), participantId: this.participantId, kind: producer.kind, source };
  }
}
