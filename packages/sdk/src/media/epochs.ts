import type { DesiredMedia, MediaEvent, MediaReport } from '@eyeline/machines';
import { Attempt, type AttemptLink } from './attempt.ts';
import { EarlyEvents } from './early-events.ts';
import type { Verdict } from './pulse.ts';
import { type RemoteStream, RemoteStreams } from './remote-streams.ts';

export interface EpochsLink extends Omit<AttemptLink, 'early' | 'onChange' | 'onVerdict'> {
  readonly early: readonly MediaEvent[];
  readonly report: (report: MediaReport) => void;
}

/**
 * Follows what media is to be. At most two epochs are open: the one that is shown, and beside it the one that is to take its
 * place as soon as it carries media.
 */
export class Epochs {
  readonly #link: EpochsLink;
  readonly #early: EarlyEvents;
  readonly #streams = new RemoteStreams();
  #desired: DesiredMedia | null = null;
  #shown: Attempt | null = null;
  #next: Attempt | null = null;
  /** What was reported last. */
  #reported = '';

  constructor(link: EpochsLink) {
    this.#link = link;
    this.#early = new EarlyEvents(link.early);
  }

  follow(desired: DesiredMedia | null): void {
    this.#desired = desired;
    if (this.#next?.epoch !== desired?.epoch) this.#closeNext();
    if (!desired) this.#closeShown();
    // Also what is on its way out sends no more than it may.
    else for (const attempt of [this.#shown, this.#next]) attempt?.follow(desired);
    if (desired && this.#shown?.epoch !== desired.epoch && !this.#next) this.#next = this.#open(desired);
    this.#show();
  }

  take(event: MediaEvent): void {
    const attempt = [this.#shown, this.#next].find(one => one?.epoch === event.epoch);
    if (attempt) attempt.take(event);
    else if (event.epoch > (this.#desired?.epoch ?? 0)) this.#early.keep(event);
  }

  close(): void {
    this.#desired = null;
    this.#closeNext();
    this.#closeShown();
  }

  #open(desired: DesiredMedia): Attempt {
    const attempt: Attempt = new Attempt(desired, {
      ...this.#link,
      early: this.#early,
      onChange: () => this.#show(),
      onVerdict: verdict => this.#judge(attempt, verdict),
    });
    return attempt;
  }

  #judge(attempt: Attempt, verdict: Verdict): void {
    const { epoch } = attempt;
    if (epoch !== this.#desired?.epoch) return;
    if (verdict === 'live' && attempt === this.#next) this.#closeShown();
    this.#show();
    this.#link.report({ type: verdict === 'live' ? 'path.live' : 'path.lost', epoch });
  }

  /** A path that is dead is not waited for: what is to take its place does. */
  #show(): void {
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
