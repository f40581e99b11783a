import type {
  CallId,
  ConsumerId,
  Ice,
  InteractionId,
  ProducerId,
  RemoteProducer,
  RoomPeer,
  TransportOptions,
} from '@eyeline/protocol';
import { Device, type types } from 'mediasoup-client';
import type { Connection } from '../connection/connection.ts';
import { request } from '../connection/request.ts';
import { rtcConfigurationOf } from './rtc-configuration.ts';
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

/** One participant's side of the room of a call. Every method rejects with a `RequestError` where the server refuses. */
export class SfuRoom {
  readonly #connection: Connection;
  readonly #call: CallOfRoom;
  readonly #device: Device;
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  /** Who is sending already. */
  readonly producers: readonly RemoteProducer[];

  private constructor(connection: Connection, call: CallOfRoom, device: Device, peer: RoomPeer, ice: Ice) {
    this.#connection = connection;
    this.#call = call;
    this.#device = device;
    this.producers = peer.producers;
    // The SFU itself is reached without them; they are for networks that let nothing out to its port.
    const ways = rtcConfigurationOf(ice);
    this.#send = device.createSendTransport({ ...transportOf(peer.sendTransport), ...ways });
    this.#receive = device.createRecvTransport({ ...transportOf(peer.receiveTransport), ...ways });
    this.#serve(this.#send, peer.sendTransport);
    this.#serve(this.#receive, peer.receiveTransport);
  }

  static async join(connection: Connection, call: CallOfRoom, ice: Ice): Promise<SfuRoom> {
    const [peer, device] = await Promise.all([request(connection, { type: 'media.join', ...call }), Device.factory()]);
    await device.load({ routerRtpCapabilities: capabilitiesOf(peer.routerRtpCapabilities) });
    return new SfuRoom(connection, call, device, peer, ice);
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
    const options = await request(this.#connection, {
      type: 'media.consume',
      ...this.#call,
      producerId,
      rtpCapabilities,
    });
    const consumer = await this.#receive.consume(consumerOf(options));
    return { consumer, consumerId: options.id };
  }

  /** Nothing comes before this: the first picture is asked for when there is something to show it. */
  async resume(consumerId: ConsumerId): Promise<void> {
    await request(this.#connection, { type: 'media.resume', ...this.#call, consumerId });
  }

  close(): void {
    this.#send.close();
    this.#receive.close();
  }

  /** mediasoup-client asks for what only the server can do. */
  #serve(transport: types.Transport, { id: transportId }: TransportOptions): void {
    const connection = this.#connection;
    const about = { ...this.#call, transportId };
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      request(connection, { type: 'media.connect', ...about, dtlsParameters: toWire.dtls(dtlsParameters) }).then(
        done,
        failed,
      );
    });
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      const source = kind === 'video' ? 'camera' : 'microphone';
      request(connection, {
        type: 'media.produce',
        ...about,
        kind,
        source,
        rtpParameters: toWire.rtp(rtpParameters),
      }).then(({ producerId }) => done({ id: producerId }), failed);
    });
  }
}
