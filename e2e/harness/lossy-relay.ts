import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Page } from '@playwright/test';

const host = '127.0.0.1';

/** The same losses each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Stands between the pages and the media server, and loses as much of what goes through it as the test wants. */
export class LossyRelay {
  readonly #server: Socket = createSocket('udp4');
  readonly #ways = new Map<number, Socket>();
  readonly #random = seeded(20_261_128);
  readonly #port: number;
  #share = 0;

  private constructor(port: number) {
    this.#port = port;
    this.#server.on('message', (packet, { port: from }) =>
      this.#wayOf(from).send(this.#passed(packet), this.#port, host),
    );
  }

  /** `port`: the media server's. */
  static async start(port: number): Promise<LossyRelay> {
    const relay = new LossyRelay(port);
    relay.#server.bind(0, host);
    await once(relay.#server, 'listening');
    return relay;
  }

  /** Of the packets of either direction so many are lost from now on, 0 to 1. */
  lose(share: number): void {
    this.#share = share;
  }

  /** Media of this page goes through here: it is told no other address of the media server. */
  async carry(page: Page): Promise<void> {
    await page.addInitScript(to => {
      const { prototype } = RTCPeerConnection;
      const { setRemoteDescription } = prototype;
      prototype.setRemoteDescription = function (description: RTCSessionDescriptionInit) {
        const sdp = description.sdp?.replace(
          /^a=candidate:(\S+) 1 (udp|tcp) (\d+) \S+ \d+ typ host.*\r\n/gim,
          (_, foundation: string, protocol: string, priority: string) =>
            protocol.toLowerCase() === 'udp' ? `a=candidate:${foundation} 1 udp ${priority} ${to} typ host\r\n` : '',
        );
        return Reflect.apply(setRemoteDescription, this, [
          { ...description, ...(sdp && { sdp }), type: description.type },
        ]);
      };
    }, `${host} ${this.#server.address().port}`);
  }

  stop(): void {
    for (const way of [this.#server, ...this.#ways.values()]) way.close();
  }

  /** What is lost is sent empty, and dropped by the media server and the browsers alike. */
  #passed(packet: Buffer): Buffer {
    return this.#random() < this.#share ? Buffer.alloc(0) : packet;
  }

  #wayOf(from: number): Socket {
    const known = this.#ways.get(from);
    if (known) return known;
    const way = createSocket('udp4');
    way.on('message', packet => this.#server.send(this.#passed(packet), from, host));
    this.#ways.set(from, way);
    return way;
  }
}
