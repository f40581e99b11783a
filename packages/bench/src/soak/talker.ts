import { randomUUID } from 'node:crypto';
import { type Fact, PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@eyeline/protocol';
import { io, type Socket } from 'socket.io-client';

/** So many messages are on their way at once. */
const outstanding = 4;

/** A customer who writes without a pause, and knows what was acknowledged. */
export class Talker {
  readonly #url: string;
  #socket: Socket | null = null;
  #interactionId = '';
  #token = '';
  /** By the id of the command: what was written and not acknowledged yet. */
  readonly #unanswered = new Map<string, string>();
  /** The number that each text got with its acknowledgement. */
  readonly acknowledged = new Map<string, number>();
  #written = 0;

  constructor(url: string) {
    this.#url = url;
  }

  get interactionId(): string {
    return this.#interactionId;
  }

  /** Comes for the first time. */
  async open(): Promise<void> {
    await this.#connect();
    const commandId = randomUUID();
    const input = { commandId, entryPointId: 'support', form: { name: 'Zoe', question: 'Is it in stock?' } };
    const opened = await this.#ask<{ interactionId: string; token: string }>('interaction.open', input);
    this.#interactionId = opened.interactionId;
    this.#token = opened.token;
  }

  /** Comes back after the server has died, and sends again what nobody acknowledged. */
  async comeBack(): Promise<void> {
    this.#socket?.disconnect();
    await this.#connect();
    await this.#ask('customer.resume', { token: this.#token });
    await Promise.all([...this.#unanswered].map(([commandId, text]) => this.#send(commandId, text)));
  }

  /** Writes until the server dies. */
  async talk(onAcknowledged: () => void): Promise<void> {
    const one = async () => {
      for (;;) {
        this.#written += 1;
        const commandId = randomUUID();
        const text = `message ${this.#written}`;
        this.#unanswered.set(commandId, text);
        if (!(await this.#send(commandId, text))) return;
        onAcknowledged();
      }
    };
    await Promise.all(Array.from({ length: outstanding }, one));
  }

  /** What is wrong with the history; nothing where every acknowledged message is in its place, and each text once. */
  async faults(): Promise<readonly string[]> {
    const input = { interactionId: this.#interactionId, afterSeq: 0 };
    const { facts } = await this.#ask<{ facts: readonly Fact[] }>('interaction.catch-up', input);
    const gaps = facts.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`fact ${index + 1} has number ${seq}`]));
    const texts = facts.flatMap(fact => (fact.type === 'message.sent' ? [fact] : []));
    const seqs = new Map(texts.map(({ text, seq }) => [text, seq]));
    const lost = [...this.acknowledged].flatMap(([text, seq]) =>
      seqs.get(text) === seq ? [] : [`"${text}" was acknowledged as ${seq} and is ${seqs.get(text) ?? 'not there'}`],
    );
    const doubled = texts.length - seqs.size;
    return [...gaps, ...lost, ...(doubled > 0 ? [`${doubled} messages are there more than once`] : [])];
  }

  close(): void {
    this.#socket?.disconnect();
  }

  async #connect(): Promise<void> {
    const auth = { version: PROTOCOL_VERSION };
    const socket = io(this.#url, { path: SOCKET_PATH, transports: ['websocket'], auth, forceNew: true });
    this.#socket = socket;
    await new Promise<void>(resolve => socket.once('connect', resolve));
    // Who comes back does it when it is told to.
    socket.io.reconnection(false);
  }

  async #ask<T>(name: string, input: object): Promise<T> {
    const reply: Reply<T> = await this.#socket?.emitWithAck(name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}, ${reply.error.message}`);
    return reply.value;
  }

  /** False where the connection broke first. */
  async #send(commandId: string, text: string): Promise<boolean> {
    const socket = this.#socket;
    const broken = new Promise<null>(resolve => socket?.once('disconnect', () => resolve(null)));
    const asked = this.#ask<{ seq: number }>('message.send', { commandId, interactionId: this.#interactionId, text });
    const answer = await Promise.race([
      asked.catch(error => (socket?.connected ? Promise.reject(error) : null)),
      broken,
    ]);
    if (!answer) return false;
    this.#unanswered.delete(commandId);
    this.acknowledged.set(text, answer.seq);
    return true;
  }
}
