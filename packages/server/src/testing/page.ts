import { randomUUID } from 'node:crypto';
import {
  type CommandName,
  type CommandOutput,
  commands,
  type EventName,
  type EventPayload,
  events,
  type Fact,
  isEventName,
  isFactName,
  PROTOCOL_VERSION,
  type Reply,
  SOCKET_PATH,
} from '@eyeline/protocol';
import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';

type Received = { readonly [N in EventName]: { readonly name: N; readonly payload: EventPayload<N> } }[EventName];
/** Chosen here where it is left out. */
type Input<N extends CommandName> = WithoutCommandId<v.InferInput<(typeof commands)[N]['input']>> & {
  commandId?: string;
};
type WithoutCommandId<I> = I extends unknown ? Omit<I, 'commandId'> : never;

interface PageOptions {
  readonly auth?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** A browser's page as the server sees it: a real socket, and everything that it was told, checked by the tables. */
export class Page {
  readonly socket: Socket;
  readonly received: Received[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(url: string, { auth = { version: PROTOCOL_VERSION }, headers }: PageOptions = {}) {
    this.socket = io(url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      auth,
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      ...(headers ? { extraHeaders: headers } : {}),
    });
    this.socket.onAny((name: string, payload: unknown) => {
      if (!isEventName(name)) throw new Error(`${name} is no event`);
      this.received.push({ name, payload: v.parse(events[name], payload) } as Received);
      for (const check of this.#waiting) check();
    });
  }

  static async open(url: string, options?: PageOptions): Promise<Page> {
    const page = new Page(url, options);
    await new Promise<void>((resolve, reject) => {
      page.socket.once('connect', resolve);
      page.socket.once('connect_error', reject);
    });
    return page;
  }

  /** Anything at all, to see what comes back. */
  async askRaw(name: string, ...payload: unknown[]): Promise<Reply<unknown>> {
    return this.socket.timeout(15_000).emitWithAck(name, ...payload);
  }

  async ask<N extends CommandName>(name: N, input: Input<N>): Promise<Reply<CommandOutput<N>>> {
    const reply = await this.askRaw(name, 'commandId' in input ? input : { commandId: randomUUID(), ...input });
    return reply.ok ? { ok: true, value: v.parse(commands[name].output, reply.value) } : reply;
  }

  /** Fails the test where the server refuses. */
  async do<N extends CommandName>(name: N, input: Input<N>): Promise<CommandOutput<N>> {
    const reply = await this.ask(name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}, ${reply.error.message}`);
    return reply.value;
  }

  /** The code with which the server refuses; fails the test where it does not. */
  async refusal<N extends CommandName>(name: N, input: Input<N>): Promise<string> {
    const reply = await this.ask(name, input);
    if (reply.ok) throw new Error(`${name} was not refused`);
    return reply.error.code;
  }

  payloads<N extends EventName>(name: N): EventPayload<N>[] {
    return this.received.flatMap(one => (one.name === name ? [one.payload as EventPayload<N>] : []));
  }

  /** Facts that came as events, in the order in which they came. */
  facts(): Fact[] {
    return this.received.flatMap(one => (isFactName(one.name) ? [one.payload as Fact] : []));
  }

  /** The first such event, there already or still to come. */
  async waitFor<N extends EventName>(
    name: N,
    isIt: (payload: EventPayload<N>) => boolean = () => true,
    withinMs = 60_000,
  ): Promise<EventPayload<N>> {
    const find = () => this.payloads(name).find(isIt);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`${name} was not told within ${withinMs} ms; told: ${this.received.map(one => one.name)}`));
      }, withinMs);
      const check = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Whatever the server had to tell until now is here. */
  async settle(): Promise<void> {
    await this.askRaw('entry-point.get', { entryPointId: 'none' });
    await this.askRaw('entry-point.get', { entryPointId: 'none' });
  }

  close(): void {
    this.socket.disconnect();
  }
}
