import { createWorker, type types } from 'mediasoup';
import type { Socket } from 'socket.io';

const mediaCodecs: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90000 },
];

interface BareRoom {
  readonly router: types.Router;
  readonly producers: Map<string, Socket>;
}

const optionsOf = ({ id, iceParameters, iceCandidates, dtlsParameters }: types.WebRtcTransport) => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});

/** mediasoup with its own defaults, and the least signalling that carries a call. */
export class BareRooms {
  readonly #worker: types.Worker;
  readonly #server: types.WebRtcServer;
  readonly #rooms = new Map<string, Promise<BareRoom>>();

  private constructor(worker: types.Worker, server: types.WebRtcServer) {
    this.#worker = worker;
    this.#server = server;
  }

  static async start(): Promise<BareRooms> {
    const worker = await createWorker();
    const listenInfos = (['udp', 'tcp'] as const).map(protocol => ({ protocol, ip: '127.0.0.1' }));
    return new BareRooms(worker, await worker.createWebRtcServer({ listenInfos }));
  }

  serve(socket: Socket, roomId: string): void {
    const consumers = new Map<string, types.Consumer>();
    let send: types.WebRtcTransport;
    let receive: types.WebRtcTransport;

    socket.on('join', async answer => {
      const { router, producers } = await this.#room(roomId);
      const open = () => router.createWebRtcTransport({ webRtcServer: this.#server, preferUdp: true });
      [send, receive] = await Promise.all([open(), open()]);
      const producerIds = [...producers.keys()];
      answer({
        routerRtpCapabilities: router.rtpCapabilities,
        send: optionsOf(send),
        receive: optionsOf(receive),
        producerIds,
      });
    });
    socket.on('connect-transport', async (id: string, dtlsParameters: types.DtlsParameters, answer) => {
      await (id === send.id ? send : receive).connect({ dtlsParameters });
      answer();
    });
    socket.on('produce', async (kind: types.MediaKind, rtpParameters: types.RtpParameters, answer) => {
      const { producers } = await this.#room(roomId);
      const { id } = await send.produce({ kind, rtpParameters });
      producers.set(id, socket);
      answer(id);
      socket.to(roomId).emit('produced', id);
    });
    socket.on('consume', async (producerId: string, rtpCapabilities: types.RtpCapabilities, answer) => {
      const consumer = await receive.consume({ producerId, rtpCapabilities, paused: true });
      consumers.set(consumer.id, consumer);
      answer({ id: consumer.id, producerId, kind: consumer.kind, rtpParameters: consumer.rtpParameters });
    });
    socket.on('resume', (id: string) => consumers.get(id)?.resume());
    socket.on('disconnect', async () => (await this.#rooms.get(roomId))?.router.close());
  }

  close(): void {
    this.#worker.close();
  }

  #room(roomId: string): Promise<BareRoom> {
    const known = this.#rooms.get(roomId);
    if (known) return known;
    const opening = this.#worker.createRouter({ mediaCodecs }).then(router => ({ router, producers: new Map() }));
    this.#rooms.set(roomId, opening);
    return opening;
  }
}
