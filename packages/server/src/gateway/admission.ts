import { type Failure, failure } from '@eyeline/protocol';
import { Tally } from './tally.ts';

interface AdmissionOptions {
  readonly sockets: number;
  readonly socketsPerAddress: number;
}

export interface Admitted {
  /** Why it may not stay: it is told, and closed. */
  readonly refusal: Failure | null;
  /** The socket is an agent's: it does not count for its address any more. All of an office may come from one. */
  trust(): void;
  leave(): void;
}

/** So many at once are told why they may not come in, in all and from one address; the others are only closed. */
const mostExplained = 200;
const mostExplainedPerAddress = 10;

/** Counts sockets, and decides whether one more may be open. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #all = new Tally();
  readonly #strangers = new Tally();
  readonly #explained = new Tally();

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** null: not even to be told why. */
  enter(network: string): Admitted | null {
    const { sockets, socketsPerAddress } = this.#options;
    if (this.#all.total < sockets && this.#strangers.of(network) < socketsPerAddress) {
      const trust = this.#strangers.add(network);
      const leave = this.#all.add(network);
      return {
        refusal: null,
        trust,
        leave: () => {
          trust();
          leave();
        },
      };
    }
    if (this.#explained.total >= mostExplained || this.#explained.of(network) >= mostExplainedPerAddress) return null;
    return { refusal: failure('too-many-connections'), trust: () => {}, leave: this.#explained.add(network) };
  }
}
