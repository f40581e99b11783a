import {
  DtlsParameters,
  type ParticipantId,
  type RemoteProducer,
  type RoomPeer,
  RtpCapabilities,
  RtpParameters,
} from '@eyeline/protocol';

import { FakeMediaStreamTrack } from 'fake-mediastreamtrack';
import { Device, type types } from 'mediasoup-client';
import * as fakeParameters from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import * as v from 'valibot';
import type { Sfu } from '../sfu.ts';

/** As it comes out of the gateway: over the wire, and parsed. */
export const received = <S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(JSON.stringify(value)));

/** mediasoup-client over its handler without a browser: every parameter is the real thing, only no packet flows. */
export class FakeBrowser {
  readonly participantId: ParticipantId;
  readonly peer: RoomPeer;
  readonly device: Device;
  readonly send: types.Transport;
  readonly receive: types.Transport;
  readonly #sfu: Sfu;
  readonly #roomId: string;
  #produced: RemoteProducer | undefined;

  private constructor(sfu: Sfu, roomId: string, participantId: ParticipantId, peer: RoomPeer, device: Device) {
    this.#sfu = sfu;
    this.#roomId = roomId;
    this.participantId = participantId;
    this.peer = peer;
    this.device = device;
    this.send = device.createSendTransport(JSON.parse(JSON.stringify(peer.sendTransport)));
    this.receive = device.createRecvTransport(JSON.parse(JSON.stringify(peer.receiveTransport)));
    for (const transport of [this.send, this.receive]) {
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        sfu.connect(roomId, participantId, transport.id, received(DtlsParameters, dtlsParameters)).then(done, failed);
      });
    }
    this.send.on('produce', ({ kind, rtpParameters }, done, failed) => {
      const source = kind === 'video' ? 'camera' : 'microphone';
      const track = {
        transportId: this.send.id,
        kind,
        source,
        rtpParameters: received(RtpParameters, rtpParameters),
      } as const;
      sfu.produce(roomId, participantId, track).then(produced => {
        this.#produced = produced;
        done({ id: produced.producerId });
      }, failed);
    });
  }

  static async join(sfu: Sfu, roomId: string, participantId: ParticipantId): Promise<FakeBrowser> {
    const peer = await sfu.join(roomId, participantId);
    const device = await Device.factory({ handlerFactory: FakeHandler.createFactory(fakeParameters) });
    await device.load({ routerRtpCapabilities: JSON.parse(JSON.stringify(peer.routerRtpCapabilities)) });
    return new FakeBrowser(sfu, roomId, participantId, peer, device);
  }

  /** What this browser can receive. */
  get capabilities(): RtpCapabilities {
    return received(RtpCapabilities, this.device.recvRtpCapabilities);
  }

  async produce(kind: 'audio' | 'video'): Promise<RemoteProducer> {
    await this.send.produce({ track: new FakeMediaStreamTrack({ kind }) });
    if (!this.#produced) throw new Error('nothing was produced');
    return this.#produced;
  }

  async consume(producerId: string): Promise<types.Consumer> {
    const options = await this.#sfu.consume(this.#roomId, this.participantId, producerId, this.capabilities);
    const consumer = await this.receive.consume(JSON.parse(JSON.stringify(options)));
    await this.#sfu.resume(this.#roomId, this.participantId, consumer.id);
    return consumer;
  }
}
