import { type Backoff, pauseAfter } from './backoff.ts';
import { machineTime, type Time } from './time.ts';

export interface LoopOptions {
  /** One turn. Answers with how long to wait before the next, ms; null: until something is due, or it is woken. */
  readonly turn: () => Promise<number | null> | number | null;
  /** After a turn that failed. */
  readonly backoff: Backoff;
  /** A turn failed; it is tried again. */
  readonly onFault: (error: unknown) => void;
  /** A turn succeeded. */
  readonly onWell?: () => void;
  /** From the beginning of a turn to the beginning of the next, at least, whoever asks for it. */
  readonly apartMs?: number;
  /** Default: the machine's. */
  readonly time?: Time | undefined;
}

const never = Number.POSITIVE_INFINITY;

/**
 * Something that is done again and again: at its time, when it is woken, and after a failure slower and slower, until it
 * succeeds. There are never two turns at once. Nothing happens before the first `due` or `wake`.
 */
export class Loop {
  readonly #options: LoopOptions;
  readonly #time: Time;
  /** Instants. A turn that is due waits until the pause after a failure is over; one that is woken does not. */
  #dueAt = never;
  #wakeAt = never;
  #pausedUntil = -never;
  /** Before that there is no turn in any case. */
  #notBefore = -never;
  #failures = 0;
  #turn: Promise<void> | null = null;
  #cancel = () => {};
  #isStopped = false;

  constructor(options: LoopOptions) {
    this.#options = options;
    this.#time = options.time ?? machineTime;
  }

  /** The next turn is due in so many ms, whatever was said before; null: none is. A pause after a failure is kept. */
  due(inMs: number | null): void {
    this.#dueAt = inMs === null ? never : this.#time.now() + inMs;
    this.#arrange();
  }

  /** Something has changed: a turn in so many ms at the latest, also in the pause after a failure. */
  wake(inMs = 0): void {
    this.#wakeAt = Math.min(this.#wakeAt, this.#time.now() + inMs);
    this.#arrange();
  }

  /** No turn for so many ms. */
  rest(ms: number): void {
    this.#notBefore = this.#time.now() + ms;
    this.#arrange();
  }

  /** For good. Resolves when the turn under way is over. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await this.#turn;
  }

  #arrange(): void {
    if (this.#isStopped || this.#turn) return;
    this.#cancel();
    const at = Math.max(this.#notBefore, Math.min(this.#wakeAt, Math.max(this.#dueAt, this.#pausedUntil)));
    if (at === never) return;
    this.#cancel = this.#time.after(Math.max(0, at - this.#time.now()), () => {
      this.#turn = this.#run().then(() => {
        this.#turn = null;
        this.#arrange();
      });
    });
  }

  async #run(): Promise<void> {
    const { turn, apartMs = 0, onWell } = this.#options;
    this.#dueAt = never;
    this.#wakeAt = never;
    this.#notBefore = this.#time.now() + apartMs;
    try {
      const nextInMs = await turn();
      this.#failures = 0;
      this.#pausedUntil = -never;
      // What was said meanwhile counts too.
      if (nextInMs !== null) this.#dueAt = Math.min(this.#dueAt, this.#time.now() + nextInMs);
      onWell?.();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { backoff, onFault } = this.#options;
    this.#failures += 1;
    this.#pausedUntil = this.#time.now() + pauseAfter(this.#failures, backoff, this.#time.chance());
    this.#dueAt = Math.min(this.#dueAt, this.#pausedUntil);
    if (!this.#isStopped) onFault(error);
  }
}
