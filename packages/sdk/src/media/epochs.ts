import type { DesiredMedia, MediaEvent, MediaReport } from '@eyeline/machines';
import { Attempt, type AttemptLink } from './attempt.ts';
import { EarlyEvents } from './early-events.ts';
import type { Verdict } from './pulse.ts';
import { type RemoteStream, RemoteStreams } from './remote-streams.ts';

export interface EpochsLink extends Omit<AttemptLink, 'early' | 'failedBefore' | 'onChange' | 'onVerdict'> {
  readonly early: readonly MediaEvent[];
  readonly report: (report: MediaReport) => void;
}

/** So long the other side still has what it had, when its new path comes up later than this one's, ms. */
const grace = 3000;

/**
 * Follows what media is to be. Beside the epoch that is shown there is at most the one that is to take its place as soon as
 * it carries media, and the one before it, until the other side too has had time to come over.
 */
export class Epochs {
  readonly #link: EpochsLink;
  readonly #early: EarlyEvents;
  readonly #streams = new RemoteStreams();
  #desired: DesiredMedia | null = null;
  #shown: Attempt | null = null;
  #next: Attempt | null = null;
  #leaving: Attempt | null = null;
  #leave: ReturnType<typeof setTimeout> | undefined;
  /** Attempts since the last one that carried media. */
  #begun = 0;
  /** What was reported last. */
  #reported = '';

  constructor(link: EpochsLink) {
    this.#link = link;
    this.#early = new EarlyEvents(link.early);
  }

  follow(desired: DesiredMedia | null): void {
    this.#desired = desired;
    if (this.#next?.epoch !== desired?.epoch) this.#closeNext();
    // Also what is on its way out sends no more than it may.
    if (desired) for (const attempt of this.#open) attempt.follow(desired);
    else this.#closeAll();
    if (desired && this.#shown?.epoch !== desired.epoch && !this.#next) this.#next = this.#begin(desired);
    this.#show();
  }

  take(event: MediaEvent): void {
    const attempt = this.#open.find(({ epoch }) => epoch === event.epoch);
    if (attempt) attempt.take(event);
    else if (event.epoch > (this.#desired?.epoch ?? 0)) this.#early.keep(event);
  }

  close(): void {
    this.#desired = null;
    this.#closeAll();
  }

  get #open(): readonly Attempt[] {
    return [this.#leaving, this.#shown, this.#next].filter(one => one !== null);
  }

  #begin(desired: DesiredMedia): Attempt {
    const attempt: Attempt = new Attempt(desired, {
      ...this.#link,
      early: this.#early,
      failedBefore: this.#begun,
      onChange: () => this.#show(),
      onVerdict: verdict => this.#judge(attempt, verdict),
    });
    this.#begun += 1;
    return attempt;
  }

  #judge(attempt: Attempt, verdict: Verdict): void {
    const { epoch } = attempt;
    if (epoch !== this.#desired?.epoch) return;
    if (verdict === 'live') this.#begun = 0;
    if (verdict === 'live' && attempt === this.#next) {
      this.#closeLeaving();
      this.#leaving = this.#shown;
      this.#shown = null;
      this.#leave = setTimeout(() => this.#closeLeaving(), grace);
    }
    this.#show();
    this.#link.report({ type: verdict === 'live' ? 'path.live' : 'path.lost', epoch });
  }

  /** A path that is dead is not waited for: what is to take its place does. */
  #show(): void {
    if (this.#leaving?.isDead) this.#closeLeaving();
    if (this.#next && this.#shown?.isDead) this.#closeShown();
    if (!this.#shown) {
      this.#shown = this.#next;
      this.#next = null;
    }
    const remotes = this.#streams.show(this.#desired?.receive ?? [], this.#shown?.tracks ?? []);
    const reported = JSON.stringify(remotes.map(idsOf));
    if (reported === this.#reported) return;
    this.#reported = reported;
    this.#link.report({ type: 'remote.changed', remotes });
  }

  #closeAll(): void {
    this.#closeLeaving();
    this.#closeShown();
    this.#closeNext();
  }

  #closeLeaving(): void {
    clearTimeout(this.#leave);
    this.#leaving?.close();
    this.#leaving = null;
  }

  #closeNext(): void {
    this.#next?.close();
    this.#next = null;
  }

  #closeShown(): void {
    this.#shown?.close();
    this.#shown = null;
  }
}

const idsOf = ({ participantId, person, screen }: RemoteStream) => [
  participantId,
  ...[person, screen].map(stream => stream?.getTracks().map(({ id }) => id)),
];
