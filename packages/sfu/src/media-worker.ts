import { access, constants } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker, type types } from 'mediasoup';
import { codecs } from './codecs.ts';
import { listenAddresses } from './listen-addresses.ts';
import { MediaRoom } from './media-room.ts';
import { SfuError } from './sfu-error.ts';
import type { SfuOptions, SfuState } from './sfu-options.ts';
import { openWebRtcServer } from './web-rtc-server.ts';

const exists = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

const longestPauseMs = 30_000;

interface Running {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
}

/** Keeps one worker process alive: awaits its binary, starts it, and starts another when it dies. */
export class MediaWorker {
  readonly #options: SfuOptions;
  readonly #port: number;
  readonly #onState: () => void;
  readonly #onDied: () => void;
  readonly #closing = new AbortController();
  #running: Running | undefined;
  #state: SfuState = 'starting';

  constructor(options: SfuOptions, port: number, onState: () => void, onDied: () => void) {
    this.#options = options;
    this.#port = port;
    this.#onState = onState;
    this.#onDied = onDied;
  }

  get state(): SfuState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#running?.worker.pid;
  }

  /** Resolves after the first attempt; further ones go on by themselves. */
  async start(): Promise<void> {
    const { workerBin, log } = this.#options;
    if (workerBin === undefined) {
      log?.warn('There is no mediasoup-worker: calls go peer to peer only.');
      this.#become('missing');
      return;
    }
    if (!(await this.#attempt(workerBin, 1))) void this.#persist(workerBin);
  }

  async openRoom(): Promise<MediaRoom> {
    const running = this.#running;
    if (!running) throw new SfuError('not-ready');
    try {
      return new MediaRoom(await running.worker.createRouter({ mediaCodecs: codecs }), running.server);
    } catch (error) {
      throw running.worker.closed ? new SfuError('not-ready', String(error)) : error;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const worker = this.#running?.worker;
    this.#running = undefined;
    if (!worker || worker.subprocessClosed) return;
    const gone = new Promise<void>(resolve => worker.once('subprocessclose', resolve));
    worker.close();
    await gone;
  }

  async #persist(workerBin: string): Promise<void> {
    const pollMs = this.#options.pollMs ?? 2000;
    for (let failures = 0; !this.#closing.signal.aborted; ) {
      const pauseMs = Math.min(longestPauseMs, pollMs * 2 ** failures);
      await sleep(pauseMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
      if (this.#closing.signal.aborted || (await this.#attempt(workerBin, failures + 1))) return;
      failures = this.#state === 'failed' ? failures + 1 : 0;
    }
  }

  /** True: a worker runs. */
  async #attempt(workerBin: string, attempt: number): Promise<boolean> {
    if (!(await exists(workerBin, constants.F_OK))) {
      this.#become((await exists(`${workerBin}.failed`, constants.F_OK)) ? 'missing' : 'starting');
      return false;
    }
    try {
      await this.#launch(workerBin);
      return true;
    } catch (error) {
      if (this.#closing.signal.aborted) return true;
      const stated = error instanceof Error ? error.message : String(error);
      this.#options.log?.warn(
        `mediasoup-worker could not be started (attempt ${attempt}: ${stated}). Run ${workerBin} by hand to see why, or ` +
          'delete it to have it made anew; calls go peer to peer meanwhile.',
      );
      this.#become('failed');
      return false;
    }
  }

  async #launch(workerBin: string): Promise<void> {
    const { listenIp, announcedAddress, log } = this.#options;
    const worker = await createWorker({ workerBin, logLevel: 'warn' });
    try {
      const addresses = listenAddresses(listenIp, announcedAddress);
      const server = await openWebRtcServer(worker, addresses, this.#port, log);
      this.#closing.signal.throwIfAborted();
      this.#running = { worker, server };
    } catch (error) {
      worker.close();
      throw error;
    }
    worker.once('died', error => this.#onWorkerDied(workerBin, error));
    this.#become('ready');
  }

  #onWorkerDied(workerBin: string, error: Error): void {
    this.#running = undefined;
    if (this.#closing.signal.aborted) return;
    this.#options.log?.warn(`mediasoup-worker died ${error.message}; another one is being started.`);
    this.#become('starting');
    this.#onDied();
    void this.#attempt(workerBin, 1).then(running => (running ? undefined : this.#persist(workerBin)));
  }

  #become(state: SfuState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onState();
  }
}
