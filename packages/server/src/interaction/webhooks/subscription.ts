import type { LookupFunction } from 'node:net';
import type { Config } from '../../settings/config.ts';
import { eventNames, type WebhookConfig } from '../../settings/webhooks/webhook-config.ts';
import type { PlacedFact } from '../../store/webhooks/webhook-store.ts';
import { bodyOf, eventIdOf } from './event.ts';
import { type Outcome, Sender } from './send.ts';
import { readSigningKey, signaturesOf } from './signature.ts';

/** Another system that is told what happens, as the configuration has it, with its keys at hand. */
export class Subscription {
  readonly id: string;
  readonly names: readonly string[];
  readonly #config: WebhookConfig;
  readonly #keys: readonly Buffer[];
  readonly #sender: Sender;

  /** @throws StartupError where a secret is missing or is none */
  constructor(config: WebhookConfig, path: string, lookup?: LookupFunction) {
    this.id = config.id;
    this.names = eventNames(config);
    this.#config = config;
    this.#keys = config.secrets.map((source, index) => readSigningKey(source, `${path}.secrets.${index}`));
    this.#sender = new Sender({ ...config, lookup });
  }

  get url(): string {
    return this.#config.url;
  }

  wants({ entryPointId, isConsult }: PlacedFact): boolean {
    const { consults, entryPoints } = this.#config;
    return (consults || !isConsult) && (entryPoints?.some(one => one === entryPointId) ?? true);
  }

  /** Null where the fact cannot be read. Never rejects. */
  async deliver(placed: PlacedFact, now: number, stop: AbortSignal): Promise<Outcome | null> {
    if (!placed.fact) return null;
    const id = eventIdOf(placed);
    const body = bodyOf(placed, placed.fact);
    const timestamp = Math.floor(now / 1_000);
    const signature = signaturesOf(this.#keys, id, timestamp, body);
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
    return this.#sender.post(body, headers, now, stop);
  }

  close(): void {
    this.#sender.close();
  }
}

/** @throws StartupError where a secret is missing or is none */
export const subscriptionsOf = (
  { webhooks }: Pick<Config, 'webhooks'>,
  lookup?: LookupFunction,
): readonly Subscription[] => webhooks.map((webhook, index) => new Subscription(webhook, `webhooks.${index}`, lookup));
