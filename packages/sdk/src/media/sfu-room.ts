import type {
  CallId,
  ConsumerId,
  InteractionId,
  ProducerId,
  RemoteProducer,
  RoomSeat,
  TransportOptions,
} from '@eyeline/protocol';
import { Device, type types } from 'mediasoup-client';
import type { Line } from '../line/line.ts';
import { request } from '../line/request.ts';
import { capabilitiesOf, consumerOf, toWire, transportOf } from './sfu-parameters.ts';
import { startBitrate } from './start-bitrate.ts';

interface CallOfRoom {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
}

/** A track that comes out of the room. */
interface Consumed {
  readonly consumer: types.Consumer;
  readonly consumerId: ConsumerId;
}

/** One seat in the room of a call. Every method rejects with a `RequestError` where the server refuses. */
export class SfuRoom {
  readonly #line: Line;
  readonly #call: CallOfRoom;
  readonly #device: Device;
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  /** Who is sending already. */
  readonly producers: readonly RemoteProducer[];

  private constructor(line: Line, call: CallOfRoom, device: Device, seat: RoomSeat) {
    this.#line = line;
    this.#call = call;
    this.#device = device;
    this.producers = seat.producers;
    this.#send = device.createSendTransport(transportOf(seat.sendTransport));
    this.#receive = device.createRecvTransport(transportOf(seat.receiveTransport));
    this.#serve(this.#send, seat.sendTransport);
    this.#serve(this.#receive, seat.receiveTransport);
  }

  static async join(line: Line, call: CallOfRoom): Promise<SfuRoom> {
    const [seat, device] = await Promise.all([request(line, { type: 'media.join', ...call }), Device.factory()]);
    await device.load({ routerRtpCapabilities: capabilitiesOf(seat.routerRtpCapabilities) });
    return new SfuRoom(line, call, device, seat);
  }

  onConnectionState(listener: (state: types.ConnectionState) => void): void {
    this.#send.on('connectionstatechange', listener);
    this.#receive.on('connectionstatechange', listener);
  }

  /** The tracks stay the caller's: they are neither stopped nor switched here. */
  async produce(track: MediaStreamTrack): Promise<void> {
    await this.#send.produce({
      track,
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: false,
      ...(track.kind === 'video' ? { codecOptions: { videoGoogleStartBitrate: startBitrate } } : {}),
    });
  }

  async consume(producerId: ProducerId): Promise<Consumed> {
    const rtpCapabilities = toWire.rtpCapabilities(this.#device.recvRtpCapabilities);
    const options = await request(this.#line, { type: 'media.consume', ...this.#call, producerId, rtpCapabilities });
    const consumer = await this.#receive.consume(consumerOf(options));
    return { consumer, consumerId: options.id };
  }

  /** Nothing comes before this: the first picture is asked for when there is something to show it. */
  async resume(consumerId: ConsumerId): Promise<void> {
    await request(this.#line, { type: 'media.resume', ...this.#call, consumerId });
  }

  close(): void {
    this.#send.close();
    this.#receive.close();
  }

  /** mediasoup-client asks for what only the server can do. */
  #serve(transport: types.Transport, { id: transportId }: TransportOptions): void {
    const line = this.#line;
    const about = { ...this.#call, transportId };
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      request(line, { type: 'media.connect', ...about, dtlsParameters: toWire.dtls(dtlsParameters) }).then(
        done,
        failed,
      );
    });
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      const source = kind === 'video' ? 'camera' : 'microphone';
      request(line, { type: 'media.produce', ...about, kind, source, rtpParameters: toWire.rtp(rtpParameters) }).then(
        ({ producerId }) => done({ id: producerId }),
        failed,
      );
    });
  }
}
