import { type Chance, nextArrivalMs } from '../chance.ts';
import type { Timers } from '../timers.ts';
import type { CallSimulator } from './call-simulator.ts';

/** People who call: a Poisson process whose rate can be turned. */
export class Callers {
  readonly #calls: CallSimulator;
  readonly #timers: Timers;
  readonly #chance: Chance;
  #perMinute = 0;
  #cancel = () => {};

  constructor(calls: CallSimulator, timers: Timers, chance: Chance) {
    this.#calls = calls;
    this.#timers = timers;
    this.#chance = chance;
  }

  get perMinute(): number {
    return this.#perMinute;
  }

  /** Calls a minute from now on; 0 stops them. */
  call(perMinute: number): void {
    this.#perMinute = perMinute;
    this.#cancel();
    if (perMinute > 0) this.#next();
  }

  #next(): void {
    this.#cancel = this.#timers.after(nextArrivalMs(this.#perMinute, this.#chance), () => {
      this.#calls.arrive({ kind: 'acd' });
      this.#next();
    });
  }
}
