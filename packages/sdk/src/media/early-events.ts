import type { MediaEvent } from '@eyeline/machines';

const atMost = 200;

/** What was said of epochs that are not there yet; the latest of it where it is too much. */
export class EarlyEvents {
  #kept: MediaEvent[];

  constructor(events: readonly MediaEvent[]) {
    this.#kept = events.slice(-atMost);
  }

  keep(event: MediaEvent): void {
    this.#kept.push(event);
    if (this.#kept.length > atMost) this.#kept.shift();
  }

  /** What was kept of this epoch; what is left of earlier ones is forgotten. */
  take(epoch: number): readonly MediaEvent[] {
    const found = this.#kept.filter(event => event.epoch === epoch);
    this.#kept = this.#kept.filter(event => event.epoch > epoch);
    return found;
  }
}
