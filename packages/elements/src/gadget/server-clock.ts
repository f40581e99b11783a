/**
 * The server's clock, as far as the desk knows it: what the server said last, and the time since. A desk whose own clock
 * is wrong still shows the right times in state.
 */
export class ServerClock {
  #notifiedAt = 0;
  #receivedAt = 0;

  /** @param notifiedAt what the server's clock showed, in ms since the epoch; only a new value counts as news */
  follow(notifiedAt: number): void {
    if (notifiedAt === this.#notifiedAt) return;
    this.#notifiedAt = notifiedAt;
    this.#receivedAt = performance.now();
  }

  /** In ms since the epoch. */
  get now(): number {
    return this.#notifiedAt + (performance.now() - this.#receivedAt);
  }
}
