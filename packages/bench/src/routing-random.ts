/** xoshiro128**: a good generator that gives the same numbers for the same seed. */
export class RoutingRandom {
  readonly #state = new Uint32Array(4);

  constructor(seed: number) {
    let mixed = seed >>> 0;
    for (let index = 0; index < 4; index += 1) {
      // splitmix32, so that small seeds differ everywhere
      mixed = (mixed + 0x9e3779b9) >>> 0;
      let part = mixed;
      part = Math.imul(part ^ (part >>> 16), 0x21f0aaad);
      part = Math.imul(part ^ (part >>> 15), 0x735a2d97);
      this.#state[index] = (part ^ (part >>> 15)) >>> 0;
    }
  }

  /** Uniform in [0, 2^32). */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state;
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    this.#state[1] = b ^ third;
    this.#state[0] = a ^ fourth;
    this.#state[2] = third ^ (b << 9);
    this.#state[3] = rotate(fourth, 11);
    return scrambled;
  }

  /** Uniform in (0, 1), with 53 bits. */
  unit(): number {
    return ((this.next() >>> 5) * 67_108_864 + (this.next() >>> 6) + 0.5) / 9_007_199_254_740_992;
  }

  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.unit());
  }
}

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));
