/** What a clock is made of; others than the machine's only in tests. */
export interface ClockSources {
  /** The machine's wall clock, ms since the epoch. People and other machines set it. */
  wall(): number;
  /** ms since any instant; never set, never back. */
  elapsed(): number;
}

const machine: ClockSources = { wall: () => Date.now(), elapsed: () => performance.now() };

/** So much per second the wall clock is followed without a step, ms. */
const slewMs = 10;
/** A wall clock that is further away than this is wrong, or was set. */
const stepFromMs = 2000;
/** So long it has to say the same before it is believed, ms. */
const trustAfterMs = 60_000;

/**
 * The contact centre's clock: the wall clock at the start, and from then on the time that has really passed. It follows the
 * wall clock slowly. Where that is set by more, this one is set too, once it is sure; a wall clock that was wrong for a
 * moment changes nothing.
 */
export class SteadyClock {
  readonly #sources: ClockSources;
  /** Wall time is this plus the time that has passed. */
  #origin: number;
  #last = 0;
  #checkedAt: number;
  /** A difference that is not believed yet, and since when it is seen. */
  #doubt: { readonly differenceMs: number; readonly since: number } | null = null;

  constructor(sources: ClockSources = machine) {
    this.#sources = sources;
    this.#checkedAt = sources.elapsed();
    this.#origin = sources.wall() - this.#checkedAt;
  }

  /** ms since the epoch, whole. Never goes backwards, but where `follow` says so. */
  now(): number {
    this.#last = Math.max(this.#last, Math.floor(this.#origin + this.#sources.elapsed()));
    return this.#last;
  }

  /** To be called every second or so. By how many ms this clock was set now; 0 as a rule. */
  follow(): number {
    const elapsed = this.#sources.elapsed();
    const differenceMs = Math.round(this.#sources.wall() - (this.#origin + elapsed));
    const mayMs = (slewMs * (elapsed - this.#checkedAt)) / 1000;
    this.#checkedAt = elapsed;
    if (Math.abs(differenceMs) < stepFromMs) {
      this.#doubt = null;
      this.#origin += Math.max(-mayMs, Math.min(mayMs, differenceMs));
      return 0;
    }
    if (!this.#doubt || Math.abs(this.#doubt.differenceMs - differenceMs) >= stepFromMs)
      this.#doubt = { differenceMs, since: elapsed };
    return elapsed - this.#doubt.since >= trustAfterMs ? this.#set(differenceMs) : 0;
  }

  #set(byMs: number): number {
    this.#doubt = null;
    this.#origin += byMs;
    this.#last = 0;
    return byMs;
  }
}
