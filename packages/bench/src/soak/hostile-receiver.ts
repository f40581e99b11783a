import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { freePort } from '@eyeline/testing';
import { Webhook } from 'standardwebhooks';
import * as v from 'valibot';
import type { RoutingRandom } from '../routing-random.ts';

const Body = v.object({
  type: v.string(),
  data: v.looseObject({ interactionId: v.string(), seq: v.number(), text: v.optional(v.string()) }),
});
type Event = v.InferOutput<typeof Body>;

/** What it does instead of taking something; each costs at most its time-out. */
const tempers: readonly ((response: ServerResponse) => void)[] = [
  response => response.writeHead(500).end(),
  response => response.writeHead(404).end('nothing here'),
  response => response.writeHead(410).end(),
  response => response.writeHead(429, { 'retry-after': '3600' }).end(),
  response => response.writeHead(503, { 'retry-after': 'soon' }).end(),
  response => response.writeHead(302, { location: '/elsewhere' }).end(),
  // It hangs.
  () => {},
  response => response.socket?.destroy(),
  response => response.socket?.end('nonsense\r\n\r\n'),
  // It drips its head.
  response => {
    response.socket?.write('HTTP/1.1 200 OK\r\nx-drip: ');
    const timer = setInterval(() => response.socket?.write('a'), 20);
    response.once('close', () => clearInterval(timer));
  },
];

/** Another system with bad days. It takes down what it took, and what was wrong with it. */
export class HostileReceiver {
  readonly url: string;
  readonly secret = `whsec_${Buffer.from('a secret of the soak, of 24 bytes or more').toString('base64')}`;
  readonly #port: number;
  readonly #random: RoutingRandom;
  readonly #verifier = new Webhook(this.secret);
  #server: Server | null = null;
  /** Of ten requests, so many are treated badly. */
  badness = 3;
  /** By interaction, in the order in which they were first taken. */
  readonly taken = new Map<string, Event[]>();
  readonly #bodies = new Map<string, string>();
  readonly faults: string[] = [];
  requests = 0;
  again = 0;

  private constructor(port: number, random: RoutingRandom) {
    this.#port = port;
    this.#random = random;
    this.url = `http://127.0.0.1:${port}/events`;
  }

  static async make(random: RoutingRandom): Promise<HostileReceiver> {
    const receiver = new HostileReceiver(await freePort(), random);
    await receiver.open();
    return receiver;
  }

  async open(): Promise<void> {
    if (this.#server) return;
    this.#server = createServer(async (request, response) => {
      const body = await text(request).catch(() => null);
      if (body !== null) this.#receive(request.url ?? '', request.headers, body, response);
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  #receive(url: string, given: object, body: string, response: ServerResponse): void {
    this.requests += 1;
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    const id = headers['webhook-id'] ?? '';
    if (url !== '/events') this.faults.push(`a redirect was followed to ${url}`);
    try {
      const event = v.parse(Body, this.#verifier.verify(body, headers));
      const temper = tempers[this.#random.next() % tempers.length];
      if (temper && this.#random.next() % 10 < this.badness) {
        temper(response);
        return;
      }
      this.#take(id, body, event);
      response.writeHead(204).end();
    } catch (error) {
      this.faults.push(`${id}: ${error}`);
      response.writeHead(400).end();
    }
  }

  #take(id: string, body: string, event: Event): void {
    const before = this.#bodies.get(id);
    if (before !== undefined) {
      this.again += 1;
      if (before !== body) this.faults.push(`${id} came as something else`);
      return;
    }
    this.#bodies.set(id, body);
    const { interactionId, seq } = event.data;
    const all = this.taken.get(interactionId) ?? [];
    this.taken.set(interactionId, all);
    if (seq !== all.length + 1) this.faults.push(`${id} came after ${all.length} of its interaction`);
    all.push(event);
  }
}
