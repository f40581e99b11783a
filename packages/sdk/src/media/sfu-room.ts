import {
  type CallId,
  type ConsumerId,
  ConsumerOptions,
  type Ice,
  type InteractionId,
  Produced,
  type ProducerId,
  type RemoteProducer,
  RoomPeer,
  Source,
  type TransportOptions,
} from '@eyeline/protocol';
import { Device, type types } from 'mediasoup-client';
import * as v from 'valibot';
import type { Connection } from '../connection/connection.ts';
import { request } from '../connection/request.ts';
import { rtcConfigurationOf } from './rtc-configuration.ts';
import { capabilitiesOf, consumerOf, toWire, transportOf } from './sfu-parameters.ts';
import { startBitrate } from './start-bitrate.ts';

/** Each epoch of a call has a room of its own. */
export interface RoomAddress {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
  readonly epoch: number;
}

/** A track that comes out of the room. */
interface Consumed {
  readonly consumer: types.Consumer;
  readonly consumerId: ConsumerId;
}

/** One participant's side of the room of a call. Every method rejects with a `RequestError` where the server refuses. */
export class SfuRoom {
  readonly #connection: Connection;
  readonly #address: RoomAddress;
  readonly #device: Device;
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  /** Who is sending already. */
  readonly producers: readonly RemoteProducer[];

  private constructor(connection: Connection, address: RoomAddress, device: Device, peer: RoomPeer, ice: Ice) {
    this.#connection = connection;
    this.#address = address;
    this.#device = device;
    this.producers = peer.producers;
    // The SFU itself is reached without them; they are for networks that let nothing out to its port.
    const ways = rtcConfigurationOf(ice);
    this.#send = device.createSendTransport({ ...transportOf(peer.sendTransport), ...ways });
    this.#receive = device.createRecvTransport({ ...transportOf(peer.receiveTransport), ...ways });
    this.#serve(this.#send, peer.sendTransport);
    this.#serve(this.#receive, peer.receiveTransport);
  }

  static async join(connection: Connection, address: RoomAddress, ice: Ice): Promise<SfuRoom> {
    const [peer, device] = await Promise.all([
      request(connection, { type: 'media.join', ...address }).then(answer => v.parse(RoomPeer, answer)),
      Device.factory(),
    ]);
    await device.load({ routerRtpCapabilities: capabilitiesOf(peer.routerRtpCapabilities) });
    return new SfuRoom(connection, address, device, peer, ice);
  }

  /** Of the transports that are used: one that nothing goes through is never connected. */
  get states(): readonly types.ConnectionState[] {
    return [this.#send, this.#receive].map(({ connectionState }) => connectionState).filter(state => state !== 'new');
  }

  onState(listener: () => void): void {
    this.#send.on('connectionstatechange', listener);
    this.#receive.on('connectionstatechange', listener);
  }

  /** The track stays the caller's: it is neither stopped nor switched here. */
  async produce(source: Source, track: MediaStreamTrack): Promise<RTCRtpSender> {
    const { rtpSender } = await this.#send.produce({
      track,
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: false,
      appData: { source },
      ...(track.kind === 'video' ? { codecOptions: { videoGoogleStartBitrate: startBitrate } } : {}),
    });
    if (!rtpSender) throw new Error('nothing is sent');
    return rtpSender;
  }

  async consume(producerId: ProducerId): Promise<Consumed> {
    const rtpCapabilities = toWire.rtpCapabilities(this.#device.recvRtpCapabilities);
    const answer = await request(this.#connection, {
      type: 'media.consume',
      ...this.#address,
      producerId,
      rtpCapabilities,
    });
    const options = v.parse(ConsumerOptions, answer);
    const consumer = await this.#receive.consume(consumerOf(options));
    return { consumer, consumerId: options.id };
  }

  /** Nothing comes before this: the first picture is asked for when there is something to show it. */
  async resume(consumerId: ConsumerId): Promise<void> {
    await request(this.#connection, { type: 'media.resume', ...this.#address, consumerId });
  }

  async readStats(): Promise<readonly unknown[]> {
    const reports = await Promise.all([this.#send, this.#receive].map(transport => transport.getStats()));
    return reports.flatMap(report => [...report.values()]);
  }

  close(): void {
    this.#send.close();
    this.#receive.close();
  }

  /** mediasoup-client asks for what only the server can do. */
  #serve(transport: types.Transport, { id: transportId }: TransportOptions): void {
    const connection = this.#connection;
    const about = { ...this.#address, transportId };
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      request(connection, { type: 'media.connect', ...about, dtlsParameters: toWire.dtls(dtlsParameters) }).then(
        done,
        failed,
      );
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const source = v.parse(Source, appData['source']);
      const parameters = toWire.rtp(rtpParameters);
      request(connection, { type: 'media.produce', ...about, kind, source, rtpParameters: parameters })
        .then(answer => v.parse(Produced, answer))
        .then(({ producerId }) => done({ id: producerId }), failed);
    });
  }
}
