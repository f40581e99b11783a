import type { LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../../settings/config.ts';
import type { Time } from '../../settings/pace/time.ts';
import type { WebhookState, WebhookStore } from '../../store/webhooks/webhook-store.ts';
import { Courier } from './courier.ts';
import { type Subscription, subscriptionsOf } from './subscription.ts';

interface WebhooksOptions {
  readonly config: Pick<Config, 'webhooks'>;
  readonly store: WebhookStore;
  readonly log: Logger;
  /** UTC ms. */
  readonly now: () => number;
  /** Default: the machine's own resolver. */
  readonly lookup?: LookupFunction | undefined;
  readonly onAttempt?: (subscriptionId: string, isDelivered: boolean) => void;
  /** Default: the machine's. */
  readonly time?: Time | undefined;
}

/** What is kept of a subscription that the configuration has no longer, so that one that comes back goes on. */
const forgottenAfterMs = 7 * 24 * 3_600_000;
const longestStopMs = 2_000;

/** All who are told what happens. */
export class Webhooks {
  readonly #options: WebhooksOptions;
  #subscriptions: readonly Subscription[];
  #couriers: ReadonlyMap<string, Courier> = new Map();
  #isStarted = false;

  /** @throws StartupError where a secret is missing or is none */
  constructor(options: WebhooksOptions) {
    this.#options = options;
    this.#subscriptions = subscriptionsOf(options.config, options.lookup);
  }

  /** Their ids, and how each is doing; null where that is not known yet. */
  get states(): ReadonlyMap<string, WebhookState | null> {
    return new Map([...this.#couriers].map(([id, courier]) => [id, courier.state]));
  }

  urlOf(subscriptionId: string): string | null {
    return this.#couriers.get(subscriptionId)?.subscription.url ?? null;
  }

  start(): void {
    this.#isStarted = true;
    const { store, log, now, onAttempt, time } = this.#options;
    this.#couriers = new Map(
      this.#subscriptions.map(subscription => {
        const courier = new Courier({ subscription, store, log, now, time, ...(onAttempt ? { onAttempt } : {}) });
        courier.reset();
        return [subscription.id, courier];
      }),
    );
  }

  /** Something has happened, and is stored. O(subscriptions). */
  wake(): void {
    for (const courier of this.#couriers.values()) courier.wake();
  }

  /** What is stored of one of them is changed, while nothing is delivered to it. */
  async whileHeld<T>(subscriptionId: string, change: () => Promise<T>): Promise<T> {
    const courier = this.#couriers.get(subscriptionId);
    await courier?.hold();
    try {
      return await change();
    } finally {
      courier?.reset();
    }
  }

  /**
   * Reads what another configuration needs. Answers with what puts it in force, which answers with what undoes it.
   * @throws StartupError where a secret is missing or is none
   */
  prepare(config: Pick<Config, 'webhooks'>): () => () => void {
    const next = subscriptionsOf(config, this.#options.lookup);
    return () => {
      const before = this.#subscriptions;
      this.#subscriptions = next;
      return () => {
        this.#subscriptions = before;
      };
    };
  }

  /** What was put in force is used from now on. */
  async reconfigured(): Promise<void> {
    if (!this.#isStarted) return;
    const before = [...this.#couriers.values()];
    this.#couriers = new Map();
    await Promise.all(before.map(one => one.stop()));
    this.start();
  }

  tidy(): Promise<void> {
    const { store, now } = this.#options;
    return store.tidy([...this.#couriers.keys()], now(), now() - forgottenAfterMs);
  }

  /** What came of the last deliveries is stored, where the store still answers. */
  async stop(): Promise<void> {
    this.#isStarted = false;
    const stopped = Promise.all([...this.#couriers.values()].map(one => one.stop()));
    await Promise.race([stopped, sleep(longestStopMs, undefined, { ref: false })]);
  }
}
