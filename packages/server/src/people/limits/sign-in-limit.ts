import { addressGroup } from './address-group.ts';
import { KeyedBuckets } from './keyed-buckets.ts';

interface Attempt {
  readonly address: string;
  /** In its one spelling. */
  readonly username: string;
}

interface SignInLimitOptions {
  readonly burst: number;
  readonly perMinute: number;
}

/** Against one account from everywhere, and from one address against every account: so many times more. */
const perAccount = 3;
const perAddress = 10;
const mostKnown = 20_000;

/**
 * How often somebody may try to sign in: to one account from one address, to one account at all, and from one address at
 * all. A right password does not count, so that a whole team behind one address can begin its day. Who has signed in from an
 * address before is not locked out by what others try from elsewhere.
 */
export class SignInLimit {
  readonly #pairs: KeyedBuckets;
  readonly #accounts: KeyedBuckets;
  readonly #addresses: KeyedBuckets;
  /** Pairs that were right once, the oldest first. */
  readonly #known = new Set<string>();

  constructor({ burst, perMinute }: SignInLimitOptions) {
    const times = (factor: number) => new KeyedBuckets({ burst: burst * factor, perMinute: perMinute * factor });
    this.#pairs = times(1);
    this.#accounts = times(perAccount);
    this.#addresses = times(perAddress);
  }

  /** Whether one more attempt may be made; what is refused counts nowhere. `now` in ms. */
  take(attempt: Attempt, now: number): boolean {
    const buckets = this.#bucketsOf(attempt);
    if (!buckets.every(([bucket, key]) => bucket.has(key, now))) return false;
    for (const [bucket, key] of buckets) bucket.take(key, now);
    return true;
  }

  /** It was the right password, or nobody looked at it. */
  giveBack(attempt: Attempt): void {
    for (const [bucket, key] of this.#bucketsOf(attempt)) bucket.giveBack(key);
  }

  succeeded(attempt: Attempt): void {
    this.giveBack(attempt);
    const pair = pairOf(attempt);
    this.#known.delete(pair);
    this.#known.add(pair);
    const [oldest] = this.#known;
    if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest);
  }

  #bucketsOf(attempt: Attempt): readonly (readonly [KeyedBuckets, string])[] {
    const pair = pairOf(attempt);
    return [
      [this.#pairs, pair],
      ...(this.#known.has(pair) ? [] : [[this.#accounts, attempt.username] as const]),
      [this.#addresses, addressGroup(attempt.address)],
    ];
  }
}

const pairOf = ({ address, username }: Attempt): string => JSON.stringify([addressGroup(address), username]);
