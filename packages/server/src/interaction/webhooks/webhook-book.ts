import { Refusal } from '../../people/refusal.ts';
import { webhookSentences } from '../../settings/sentences/webhooks.ts';
import type { ReplayFrom, WebhookStore } from '../../store/webhooks/webhook-store.ts';
import { eventIdOf } from './event.ts';

interface BookOptions {
  readonly store: WebhookStore;
  /** UTC ms. */
  readonly now?: () => number;
  /** Where it is delivered to; null where the configuration has none of this name, or no server runs. */
  readonly urlOf?: (subscriptionId: string) => string | null;
  /** Runs a change while nothing is delivered. Default: at once. */
  readonly whileHeld?: <T>(subscriptionId: string, change: () => Promise<T>) => Promise<T>;
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What administrators see of webhooks, and do with them: while a server runs and while none does. */
export class WebhookBook {
  readonly #options: BookOptions;

  constructor(options: BookOptions) {
    this.#options = options;
  }

  async list() {
    const { store, urlOf } = this.#options;
    const states = await store.states();
    return Promise.all(
      states.map(async ({ subscriptionId, paused, pausedAt, holdUntil, failures, deliveredAt }) => ({
        id: subscriptionId,
        url: urlOf?.(subscriptionId) ?? null,
        paused,
        pausedAt: instant(pausedAt),
        holdUntil: instant(holdUntil),
        failures,
        deliveredAt: instant(deliveredAt),
        ...(await store.counts(subscriptionId)),
      })),
    );
  }

  async attempts(id: string, limit: number, before?: number) {
    await this.#require(id);
    const all = await this.#options.store.attempts(id, limit, before);
    return all.map(({ at, ...one }) => ({ ...one, at: instant(at) ?? '' }));
  }

  async deadLetters(id: string, limit: number) {
    await this.#require(id);
    const all = await this.#options.store.deadLetters(id, limit);
    return all.map(({ at, ...one }) => ({ eventId: eventIdOf(one), ...one, at: instant(at) ?? '' }));
  }

  pause(id: string): Promise<void> {
    return this.#change(id, (store, now) => store.pause(id, now));
  }

  resume(id: string): Promise<void> {
    return this.#change(id, (store, now) => store.resume(id, now));
  }

  replay(id: string, from: ReplayFrom): Promise<void> {
    return this.#change(id, (store, now) => store.replay(id, from, now));
  }

  async #change(id: string, change: (store: WebhookStore, now: number) => Promise<boolean>): Promise<void> {
    const { store, now = Date.now, whileHeld = (_, run) => run() } = this.#options;
    const isThere = await whileHeld(id, () => change(store, now()));
    if (!isThere) throw new Refusal('target-gone', webhookSentences.unknown(id));
  }

  async #require(id: string): Promise<void> {
    const states = await this.#options.store.states();
    if (!states.some(one => one.subscriptionId === id)) throw new Refusal('target-gone', webhookSentences.unknown(id));
  }
}
