import { channel } from 'node:diagnostics_channel';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PGliteDialectConfig } from 'kysely';
import { StoreUnavailable } from '../store-unavailable.ts';
import { SilenceWatch } from './silence-watch.ts';
import type { StatementTiming, ThreadAnswer, ThreadFiles, ThreadRequest, ThreadResult } from './thread-message.ts';

type PGlite = Exclude<PGliteDialectConfig['pglite'], (...args: never) => unknown>;

interface Waiter {
  readonly resolve: (result: ThreadResult) => void;
  readonly reject: (error: Error) => void;
}

export interface PgliteThreadOptions {
  readonly template?: string | undefined;
  readonly silenceMs?: number | undefined;
}

/** Every statement's `StatementTiming`, for whoever measures. */
export const statementChannel = channel('eyeline:store.statement');

/**
 * PGlite on a thread of its own: WASM and the disk hold up nobody here. What Kysely's dialect wants of PGlite, and no
 * more. Where the thread dies, everybody who waits for it is told so, and the next who asks gets another one, which recovers
 * what was committed. So it is where the thread says nothing any more: after some panics PostgreSQL neither answers nor ends.
 */
export class PgliteThread implements PGlite {
  readonly #files: ThreadFiles;
  #worker: Worker | null = null;
  /** The first answer of the thread was there. */
  #isOpen = false;
  readonly #waiting: Waiter[] = [];
  readonly waitReady: Promise<void>;
  ready = false;
  closed = false;
  readonly #watch: SilenceWatch;
  /** Resolves when no transaction is under way. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param directory where PostgreSQL's files are, or will be
   * @param template a folder to begin with a copy of, where there is one and `directory` is not there yet
   * @param silenceMs no statement takes longer: a thread that is silent for so long is ended as if it had died
   */
  constructor(directory: string, { template, silenceMs = longestStatementMs }: PgliteThreadOptions = {}) {
    this.#files = { directory, template };
    this.#watch = new SilenceWatch(silenceMs, () => this.#giveUp());
    this.waitReady = this.#start().then(() => {
      this.ready = true;
    });
  }

  async query<T>(sql: string, parameters: readonly unknown[] = []) {
    await this.#turn;
    return this.#query<T>(sql, parameters);
  }

  /** A statement that comes again and again, and whose rows nobody wants. */
  async repeat(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.#turn;
    await this.#ask({ sql, parameters, isRepeated: true });
  }

  transaction<T>(run: (transaction: Pick<PGlite, 'query'> & { rollback(): Promise<void> }) => Promise<T>): Promise<T> {
    const result = this.#turn.then(async () => {
      await this.#query('begin', []);
      const worker = this.#worker;
      // A transaction dies with its thread: what comes after must not be done outside it.
      const query = <R>(sql: string, parameters: readonly unknown[] = []) =>
        this.#worker === worker ? this.#query<R>(sql, parameters) : Promise.reject(new StoreUnavailable(ended));
      const rollback = async () => {
        await query('rollback');
      };
      try {
        const value = await run({ query, rollback });
        await query('commit');
        return value;
      } catch (error) {
        await rollback().catch(() => {});
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
    // Where there is no thread there is nothing to close.
    if (this.#worker) await this.#ask({ sql: null, parameters: [] });
    await this.#worker?.terminate();
  }

  /** Gives the thread up, as it is. */
  async abandon(): Promise<void> {
    this.closed = true;
    await this.#worker?.terminate();
  }

  /** Another thread. Rejects when PGlite cannot be opened there. */
  #start(): Promise<ThreadResult> {
    // As TypeScript beside TypeScript, as JavaScript beside JavaScript.
    const program = `./pglite-program${extname(new URL(import.meta.url).pathname)}`;
    const worker = new Worker(new URL(program, import.meta.url), { workerData: this.#files });
    this.#worker = worker;
    worker.on('message', (answer: ThreadAnswer) => this.#settle(worker, answer));
    worker.on('error', error => this.#fail(worker, error));
    worker.once('exit', () => this.#fail(worker, ended));
    return this.#next();
  }

  async #query<T>(sql: string, parameters: readonly unknown[]) {
    const { rows, affectedRows } = await this.#ask({ sql, parameters });
    return { rows: rows as T[], fields: [], ...(affectedRows === undefined ? {} : { affectedRows }) };
  }

  #ask(request: ThreadRequest): Promise<ThreadResult> {
    if (!this.#worker) {
      if (this.closed) return Promise.reject(new StoreUnavailable(ended));
      // Whoever asks is told as well.
      this.#start().catch(() => {});
    }
    this.#worker?.postMessage(request);
    // How long it takes to open and to recover depends on what is there.
    if (this.#isOpen) this.#watch.expect();
    return this.#next();
  }

  #next(): Promise<ThreadResult> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #settle(worker: Worker, { result, error, code, isOver, timing }: ThreadAnswer): void {
    // Answers of a thread that was given up are nobody's.
    if (this.#worker !== worker) return;
    if (statementChannel.hasSubscribers) statementChannel.publish(timing satisfies StatementTiming);
    if (isOver) {
      this.#fail(worker, error);
      void worker.terminate();
      return;
    }
    const waiter = this.#waiting.shift();
    this.#isOpen = true;
    this.#watch.answered(this.#waiting.length > 0);
    if (result) waiter?.resolve(result);
    else if (error) waiter?.reject(code === undefined ? error : Object.assign(error, { code }));
    else waiter?.reject(new Error('The thread of the store gave no answer.'));
  }

  /** It neither answers nor ends. What it had not committed is lost, as with the process. */
  #giveUp(): void {
    const worker = this.#worker;
    if (!worker) return;
    this.#fail(worker, new Error('The thread of the store has said nothing for too long.'));
    void worker.terminate();
  }

  #fail(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#isOpen = false;
    this.#watch.answered(false);
    for (const { reject } of this.#waiting.splice(0)) reject(new StoreUnavailable(error));
  }
}

/** Housekeeping and reading everything at the start are the longest. */
const longestStatementMs = 120_000;
const ended = new Error('The thread of the store has ended.');
