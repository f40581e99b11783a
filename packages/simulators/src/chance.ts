/** Numbers in [0, 1) that are the same for the same seed (Mulberry32). */
export type Chance = () => number;

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The time until the next arrival of a Poisson process, in ms. */
export function nextArrivalMs(perMinute: number, chance: Chance): number {
  return (-Math.log(1 - chance()) * 60_000) / perMinute;
}

/** A whole number between two, both included. */
export function between([least, most]: readonly [number, number], chance: Chance): number {
  return Math.round(least + (most - least) * chance());
}
