import { KeyedBuckets } from '../../people/limits/keyed-buckets.ts';
import { Refusal } from '../../people/refusal.ts';
import type { Limits } from '../../settings/limits.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';

/** How many links one agent or system makes, and how many codes that are none one address may try. */
export class InvitationLimit {
  readonly #made: KeyedBuckets;
  readonly #guesses: KeyedBuckets;

  constructor({ invitationBurst, invitationsPerMinute, linkBurst, linksPerMinute }: Limits) {
    this.#made = new KeyedBuckets({ burst: invitationBurst, perMinute: invitationsPerMinute });
    this.#guesses = new KeyedBuckets({ burst: linkBurst, perMinute: linksPerMinute });
  }

  /** @throws Refusal `too-many-requests` */
  take(maker: string, count: number, now = performance.now()): void {
    for (let n = 0; n < count; n += 1)
      if (!this.#made.take(maker, now)) throw new Refusal('too-many-requests', undefined, 60_000);
  }

  /** Links that are some count nowhere. @throws Refusal `too-many-requests` for who has tried too many that are none */
  requireFew(network: string, now = performance.now()): void {
    if (!this.#guesses.has(network, now))
      throw new Refusal('too-many-requests', invitationSentences.tooManyFromHere, 60_000);
  }

  wasNone(network: string, now = performance.now()): void {
    this.#guesses.take(network, now);
  }
}
