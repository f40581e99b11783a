/** Time that passes when it is told to, what is going to happen in it, and chance that is the same for the same seed. */
export class WorldClock {
  now = 1_000_000;
  #chance: number;
  #order = 0;
  #agenda: { at: number; order: number; work: () => void }[] = [];

  constructor(seed: number) {
    this.#chance = seed >>> 0;
  }

  later(ms: number, work: () => void): void {
    this.#agenda.push({ at: this.now + ms, order: this.#order++, work });
  }

  /** Until `end`, with `tick` whenever its time has come. Whether it came there at all. */
  runUntil(end: number, nextTick: () => number | undefined, tick: () => void): boolean {
    for (let turn = 0; ; turn++) {
      if (turn > 20_000) return false;
      const tickAt = nextTick() ?? Number.POSITIVE_INFINITY;
      const [first] = this.#agenda.sort((one, other) => one.at - other.at || one.order - other.order);
      const at = Math.min(tickAt, first?.at ?? Number.POSITIVE_INFINITY);
      if (at > end) break;
      this.now = Math.max(this.now, at);
      if (first && first.at <= tickAt) {
        this.#agenda.shift();
        first.work();
      } else tick();
    }
    this.now = Math.max(this.now, end);
    return true;
  }

  /** An integer from 0 to below `end` (mulberry32). */
  random(end: number): number {
    this.#chance = (this.#chance + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(this.#chance ^ (this.#chance >>> 15), 1 | this.#chance);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296) * end);
  }
}
