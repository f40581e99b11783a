import { channel } from 'node:diagnostics_channel';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PGliteDialectConfig } from 'kysely';
import type { StatementTiming, ThreadAnswer, ThreadRequest, ThreadResult } from './thread-message.ts';

type PGlite = Exclude<PGliteDialectConfig['pglite'], (...args: never) => unknown>;

interface Waiter {
  readonly resolve: (result: ThreadResult) => void;
  readonly reject: (error: Error) => void;
}

/** Every statement's `StatementTiming`, for whoever measures. */
export const statementChannel = channel('eyeline:store.statement');

/**
 * PGlite on a thread of its own: WASM and the disk hold up nobody here. What Kysely's dialect wants of PGlite, and no
 * more.
 */
export class PgliteThread implements PGlite {
  readonly #worker: Worker;
  readonly #waiting: Waiter[] = [];
  readonly #ended: Promise<void>;
  readonly waitReady: Promise<void>;
  ready = false;
  closed = false;
  #failure: Error | null = null;
  /** Resolves when no transaction is under way. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param directory where PostgreSQL's files are, or will be */
  constructor(directory: string) {
    // As TypeScript beside TypeScript, as JavaScript beside JavaScript.
    const program = `./pglite-program${extname(new URL(import.meta.url).pathname)}`;
    this.#worker = new Worker(new URL(program, import.meta.url), { workerData: directory });
    this.waitReady = this.#next().then(() => {
      this.ready = true;
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    this.#worker.on('error', error => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#ended = new Promise<void>(done => {
      this.#worker.once('exit', () => {
        this.#fail(new Error('The thread of the store has ended. Start the server again.'));
        done();
      });
    });
  }

  async query<T>(sql: string, parameters: readonly unknown[] = []) {
    await this.#turn;
    return this.#query<T>(sql, parameters);
  }

  transaction<T>(run: (transaction: Pick<PGlite, 'query'> & { rollback(): Promise<void> }) => Promise<T>): Promise<T> {
    const result = this.#turn.then(async () => {
      await this.#query('begin', []);
      const rollback = async () => {
        await this.#query('rollback', []);
      };
      try {
        const value = await run({ query: (sql, parameters = []) => this.#query(sql, parameters), rollback });
        await this.#query('commit', []);
        return value;
      } catch (error) {
        await rollback();
        throw error;
      }
    });
    this.#turn = result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.#turn;
    await this.#ask({ sql: null, parameters: [] });
    await this.#worker.terminate();
    await this.#ended;
  }

  /** Gives the thread up, as it is. */
  async abandon(): Promise<void> {
    this.closed = true;
    await this.#worker.terminate();
  }

  async #query<T>(sql: string, parameters: readonly unknown[]) {
    const { rows, affectedRows } = await this.#ask({ sql, parameters });
    return { rows: rows as T[], fields: [], ...(affectedRows === undefined ? {} : { affectedRows }) };
  }

  #ask(request: ThreadRequest): Promise<ThreadResult> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#worker.postMessage(request);
    return this.#next();
  }

  #next(): Promise<ThreadResult> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #settle({ result, error, code, timing }: ThreadAnswer): void {
    if (statementChannel.hasSubscribers) statementChannel.publish(timing satisfies StatementTiming);
    const waiter = this.#waiting.shift();
    if (result) waiter?.resolve(result);
    else if (error) waiter?.reject(code === undefined ? error : Object.assign(error, { code }));
    else waiter?.reject(new Error('The thread of the store gave no answer.'));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
