import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** One request that arrived, whose signature an independent library has found good. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly interactionId: string;
  readonly seq: number;
  readonly body: string;
}

export const testSecret = `whsec_${Buffer.from('a secret of tests, 24 bytes and more').toString('base64')}`;

/** Another system: what it is sent, and how it answers. */
export class WebhookReceiver {
  readonly #server: Server;
  readonly received: Received[] = [];
  /** Those that were answered with 204. */
  readonly taken: Received[] = [];
  /** Requests that were not what they had to be. */
  readonly wrong: string[] = [];
  /** How it answers; it has to end the response, or not. */
  answer: (one: Received, response: ServerResponse, request: IncomingMessage) => unknown = (_, response) =>
    response.writeHead(204).end();
  /** By how much its clock goes before that of this machine, ms. */
  ahead = 0;
  #port = 0;

  constructor(secret = testSecret) {
    const verifier = new Webhook(secret);
    this.#server = createServer(async (request, response) => {
      const body = await text(request).catch(() => '');
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
      );
      try {
        const { type, data } = this.#at(() => verifier.verify(body, headers)) as { type: string; data: Received };
        const one = { id: headers['webhook-id'] ?? '', type, interactionId: data.interactionId, seq: data.seq, body };
        this.received.push(one);
        response.once('finish', () => response.statusCode === 204 && this.taken.push(one));
        await this.answer(one, response, request);
      } catch (error) {
        this.wrong.push(`${error}: ${body.slice(0, 100)}`);
        response.writeHead(400).end();
      }
    });
  }

  /** Runs it by its own clock: signatures grow old after five minutes. */
  #at<T>(run: () => T): T {
    const { now } = Date;
    Date.now = () => now() + this.ahead;
    try {
      return run();
    } finally {
      Date.now = now;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/events`;
  }

  /** `port`: where it was before. */
  async listen(port = this.#port): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Of one interaction, the numbers in the order in which they were first taken. */
  seqsOf(interactionId: string): readonly number[] {
    return [...new Set(this.taken.filter(one => one.interactionId === interactionId).map(one => one.seq))];
  }
}
