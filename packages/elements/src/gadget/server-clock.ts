/**
 * The server's clock, as far as the desk knows it: what the server said last, and the time since. A desk whose own clock
 * is wrong still shows the right times in state.
 */
export class ServerClock {
  #toldAt = 0;
  #heardAt = 0;

  /** @param toldAt what the server's clock showed, in ms since the epoch; only a new value counts as news */
  hear(toldAt: number): void {
    if (toldAt === this.#toldAt) return;
    this.#toldAt = toldAt;
    this.#heardAt = performance.now();
  }

  /** In ms since the epoch. */
  get now(): number {
    return this.#toldAt + (performance.now() - this.#heardAt);
  }
}
