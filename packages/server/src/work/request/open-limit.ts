import type { Caller } from '../../people/caller.ts';
import { KeyedBuckets } from '../../people/limits/keyed-buckets.ts';
import { TokenBucket } from '../../people/limits/token-bucket.ts';
import { Refusal } from '../../people/refusal.ts';
import type { Limits } from '../../settings/limits.ts';

/** How often an interaction may be opened: from one address, and by one visit. */
export class OpenLimit {
  readonly #limits: Limits;
  readonly #byNetwork: KeyedBuckets;
  readonly #byVisit = new WeakMap<Caller, TokenBucket>();

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#byNetwork = new KeyedBuckets({ burst: limits.interactionBurst, perMinute: limits.interactionsPerMinute });
  }

  /** @throws Refusal `too-many-interactions` */
  take(caller: Caller, now: number): void {
    const { visitInteractionBurst, visitInteractionsPerMinute } = this.#limits;
    const visit = this.#byVisit.get(caller) ?? new TokenBucket(visitInteractionBurst, visitInteractionsPerMinute / 60);
    this.#byVisit.set(caller, visit);
    if (!visit.take(now)) throw new Refusal('too-many-interactions');
    this.takeFrom(caller.network, now);
  }

  /** For who comes by no page of a visit: by a link. @throws Refusal `too-many-interactions` */
  takeFrom(network: string, now: number): void {
    if (!this.#byNetwork.take(network, now)) throw new Refusal('too-many-interactions');
  }
}
