import type { DesiredMedia, MediaEvent } from '@eyeline/machines';
import { arrivedByTrack } from './arrived.ts';
import type { EarlyEvents } from './early-events.ts';
import type { OpenPath, Path, PathLink, RemoteTrack } from './path.ts';
import { type Beat, Pulse, type Verdict } from './pulse.ts';

/** Between two looks at a path that is awaited, and at one that is live, ms. */
const often = 50;
const seldom = 500;
/** Before code that could not be loaded is asked for again, ms. */
const pause = 2000;

export interface AttemptLink extends Omit<PathLink, 'desired'> {
  readonly load: (path: DesiredMedia['path']) => Promise<OpenPath>;
  readonly early: EarlyEvents;
  readonly onVerdict: (verdict: Verdict) => void;
  /** So many before it came to nothing, one after the other. */
  readonly failedBefore: number;
  /** Sees the browser's statistics at each look. */
  readonly onSample?: ((epoch: number, stats: readonly unknown[]) => void) | undefined;
}

/** One epoch: from loading its code to closing its connections. */
export class Attempt {
  readonly epoch: number;
  /** Remains as it was at the beginning, whatever a later epoch wants. */
  readonly #own: Pick<DesiredMedia, 'epoch' | 'path' | 'initiator' | 'ice'>;
  readonly #link: AttemptLink;
  readonly #pulse: Pulse;
  #desired: DesiredMedia;
  #path: Path | null = null;
  #isClosed = false;
  #isLive = false;
  #lookedAt = performance.now();
  #look: ReturnType<typeof setTimeout> | undefined;
  #load: ReturnType<typeof setTimeout> | undefined;

  constructor(desired: DesiredMedia, link: AttemptLink) {
    const { epoch, path, initiator, ice } = desired;
    this.epoch = epoch;
    this.#own = { epoch, path, initiator, ice };
    this.#desired = desired;
    this.#link = link;
    this.#pulse = new Pulse(link.failedBefore);
    this.#open();
    this.#lookSoon();
  }

  /** There is nothing to be seen of it any more. */
  get isDead(): boolean {
    return this.#path?.state === 'failed' || this.#path?.state === 'closed';
  }

  get tracks(): readonly RemoteTrack[] {
    return this.isDead ? [] : (this.#path?.tracks ?? []);
  }

  follow(desired: DesiredMedia): void {
    this.#desired = { ...desired, ...this.#own };
    this.#path?.follow(this.#desired);
  }

  take(event: MediaEvent): void {
    if (this.#path) this.#path.take(event);
    else this.#link.early.keep(event);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#look);
    clearTimeout(this.#load);
    this.#path?.close();
  }

  #open(): void {
    const { load, early } = this.#link;
    const begin = (open: OpenPath) => {
      if (this.#isClosed) return;
      const desired = this.#desired;
      const path = open({ ...this.#link, desired });
      this.#path = path;
      path.follow(desired);
      for (const event of early.take(this.epoch)) path.take(event);
      this.#link.onChange();
    };
    load(this.#desired.path)
      .then(begin)
      .catch(() => {
        if (!this.#isClosed && !this.#path) this.#load = setTimeout(() => this.#open(), pause);
      });
  }

  #lookSoon(): void {
    this.#look = setTimeout(() => void this.#beat(), this.#isLive ? seldom : often);
  }

  async #beat(): Promise<void> {
    const stats = (await this.#path?.readStats().catch(() => [])) ?? [];
    if (this.#isClosed) return;
    const elapsed = performance.now() - this.#lookedAt;
    this.#lookedAt += elapsed;
    this.#link.onSample?.(this.epoch, stats);
    const verdict = this.#pulse.beat(this.#beatOf(stats), elapsed);
    if (verdict) this.#isLive = verdict === 'live';
    this.#lookSoon();
    if (verdict) this.#link.onVerdict(verdict);
  }

  #beatOf(stats: readonly unknown[]): Beat {
    const arrived = arrivedByTrack(stats);
    const expected = this.#desired.receive.flatMap(({ participantId, sources }) =>
      sources.map(source => {
        const found = this.tracks.find(one => one.participantId === participantId && one.source === source);
        return {
          key: `${participantId} ${source}`,
          isPicture: source !== 'microphone',
          arrived: (found && arrived.get(found.track.id)) ?? null,
        };
      }),
    );
    return { state: this.#path?.state ?? 'connecting', expected };
  }
}
