import type { types } from 'mediasoup';

/** Opens and shuts a producer or a consumer. The worker takes orders one after the other: the last one stands. */
export class Valve {
  readonly #made: types.Producer | types.Consumer;
  #isOpen: boolean;

  constructor(made: types.Producer | types.Consumer) {
    this.#made = made;
    this.#isOpen = !made.paused;
  }

  async set(isOpen: boolean): Promise<void> {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    await (isOpen ? this.#made.resume() : this.#made.pause());
  }
}
