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
import { SfuError } from './sfu-error.ts';

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

const kinds: Record<Source, MediaKind> = { camera: 'video', microphone: 'audio' };

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
  readonly #producers = new Map<Source, types.Producer>();
  /** By the id of the producer: nobody needs the same track twice. */
  readonly #consumers = new Map<string, types.Consumer>();

  constructor(participantId: ParticipantId, send: types.WebRtcTransport, receive: types.WebRtcTransport) {
    this.participantId = participantId;
    this.#send = send;
    this.#receive = receive;
  }

  transports(): { sendTransport: TransportOptions; receiveTransport: TransportOptions } {
    return { sendTransport: transportOptions(this.#send), receiveTransport: transportOptions(this.#receive) };
  }

  producers(): RemoteProducer[] {
    return [...this.#producers].map(([source, producer]) => this.#describe(source, producer));
  }

  get consumerCount(): number {
    return this.#consumers.size;
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
    const producer = await this.#send
      .produce({
        kind,
        rtpParameters: rtpOf(rtpParameters),
        ...(kind === 'video' ? { keyFrameRequestDelay } : {}),
      })
      .catch(error => this.#refuse(error));
    this.#keepOpen(producer);
    this.#producers.get(source)?.close();
    this.#producers.set(source, producer);
    return this.#describe(source, producer);
  }

  /** Starts paused, so that the first key frame is not sent before the browser can take it. */
  async consume(router: types.Router, id: string, capabilities: RtpCapabilities): Promise<ConsumerOptions> {
    const rtpCapabilities = rtpCapabilitiesOf(capabilities);
    if (!router.canConsume({ producerId: id, rtpCapabilities })) throw new SfuError('unsupported-codec');
    const consumer = await this.#receive
      .consume({ producerId: id, rtpCapabilities, paused: true })
      .catch(error => this.#refuse(error));
    this.#keepOpen(consumer);
    this.#consumers.get(id)?.close();
    this.#consumers.set(id, consumer);
    consumer.observer.once('close', () => {
      if (this.#consumers.get(id) === consumer) this.#consumers.delete(id);
    });
    const { kind, rtpParameters } = consumer;
    return { id: consumerId(consumer), producerId: producerId({ id }), kind, rtpParameters };
  }

  async resume(id: string): Promise<void> {
    const consumer = [...this.#consumers.values()].find(candidate => candidate.id === id);
    if (!consumer) throw new SfuError('no-consumer');
    await consumer.resume().catch(error => this.#refuse(consumer.closed ? new SfuError('no-consumer') : error));
  }

  /** The transports take their producers and consumers along, and the consumers that others have of those producers. */
  close(): void {
    this.#send.close();
    this.#receive.close();
    this.#producers.clear();
    this.#consumers.clear();
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
