import type { Arrived } from './arrived.ts';
import type { PathState } from './path.ts';

/** A track that is to come. */
export interface Expectation {
  readonly key: string;
  readonly isPicture: boolean;
  /** Null where there is nothing yet. */
  readonly arrived: Arrived | null;
}

/** One look at a path. */
export interface Beat {
  readonly state: PathState;
  readonly expected: readonly Expectation[];
}

/** `live`: it carries what is expected. `lost`: nothing of it. */
export type Verdict = 'live' | 'lost';

/** So long nothing has to come before that is believed, ms. */
const silence = 2500;
/** What was just switched on may take so much longer, ms. */
const opening = 2500;
/** So long the first path has to come up, and the longest that one gets, ms. */
const [firstComing, longestComing] = [10_000, 40_000];
/** A path with sound is live without the picture that is expected after so long, ms. */
const soundAlone = 3000;
/** Longer between two looks, and this page or its computer slept: nothing is known of that time, ms. */
const longestLook = 1000;

const nothing: Arrived = { frames: 0, packets: 0 };

/**
 * How long a path has to come up, and a lost one before that is said again, ms. Where those before it came to nothing, machines
 * or networks may be slower than that: who always begins anew after the same time never arrives.
 */
const comingMs = (failedBefore: number): number => Math.min(longestComing, firstComing * 2 ** failedBefore);

/**
 * Tells from what arrives, packets and decoded frames, whether a path carries media. The browser's own state of a connection
 * says it seconds later or never; it counts where nothing is expected.
 */
export class Pulse {
  #phase: 'coming' | Verdict = 'coming';
  readonly #coming: number;
  #patience: number;
  #sound = 0;
  #expected = '';
  readonly #seen = new Map<string, Arrived>();

  /** `failedBefore`: so many paths before this one came to nothing, one after the other. */
  constructor(failedBefore = 0) {
    this.#coming = comingMs(failedBefore);
    this.#patience = this.#coming;
  }

  /** `elapsed`: ms since the last time. What is new; null where nothing is. */
  beat(beat: Beat, elapsed: number): Verdict | null {
    const ms = Math.min(elapsed, longestLook);
    const isOtherwise = this.#isOtherwise(beat);
    const more = this.#look(beat);
    if (more.packets) this.#sound += ms;
    if (this.#isCarried(beat, more)) return this.#live();
    if (isOtherwise && this.#phase === 'live') this.#patience = silence + opening;
    const isOver = beat.state === 'failed' && this.#phase !== 'lost';
    this.#patience = isOver ? 0 : this.#patience - ms;
    return this.#patience > 0 ? null : this.#lost();
  }

  #isCarried({ state, expected }: Beat, more: { frames: boolean; packets: boolean }): boolean {
    const isLive = this.#phase === 'live';
    if (state === 'failed') return false;
    if (expected.length === 0) return state === 'connected' || (isLive && state === 'connecting');
    if (more.frames) return true;
    const isEnough = isLive || this.#sound >= soundAlone || !expected.some(({ isPicture }) => isPicture);
    return more.packets && isEnough;
  }

  #live(): Verdict | null {
    const isNew = this.#phase !== 'live';
    this.#phase = 'live';
    this.#patience = silence;
    return isNew ? 'live' : null;
  }

  #lost(): Verdict {
    this.#phase = 'lost';
    this.#patience = this.#coming;
    this.#sound = 0;
    return 'lost';
  }

  #isOtherwise({ expected }: Beat): boolean {
    const before = this.#expected;
    this.#expected = expected
      .map(({ key }) => key)
      .sort()
      .join();
    return before !== this.#expected;
  }

  #look({ expected }: Beat): { frames: boolean; packets: boolean } {
    const more = { frames: false, packets: false };
    for (const { key, arrived } of expected) {
      const before = this.#seen.get(key) ?? nothing;
      if (!arrived) continue;
      more.frames ||= arrived.frames > before.frames;
      more.packets ||= arrived.packets > before.packets;
      this.#seen.set(key, arrived);
    }
    return more;
  }
}
