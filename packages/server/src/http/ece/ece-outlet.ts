import type { InteractionId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import type { EceApplication } from '../../settings/outside/ece-config.ts';
import { Loop } from '../../settings/pace/loop.ts';
import { machineTime, type Time } from '../../settings/pace/time.ts';
import { CallbackClient, type Delivery } from './callback-client.ts';
import type { CallbackMessage } from './callback-message.ts';

/** What of one conversation is to be delivered next, and how far that goes. */
export interface Portion {
  readonly messages: readonly CallbackMessage[];
  readonly throughSeq: number;
  /** There is more of it. */
  readonly isPart: boolean;
}

interface OutletOptions {
  readonly application: EceApplication;
  /** The next of a conversation: `most` messages at most. */
  readonly next: (interactionId: InteractionId, most: number) => Promise<Portion>;
  /** These were taken, or will never be: they are not delivered again. */
  readonly settle: (portions: ReadonlyMap<InteractionId, Portion>) => Promise<void>;
  readonly now: () => number;
  readonly log: Pick<Logger, 'warn' | 'info' | 'error'>;
  readonly time?: Time | undefined;
}

/** Cisco's own: so many messages are in one delivery at most. */
const mostTogether = 1000;
const backoff = { firstMs: 1_000, longestMs: 300_000 };

/**
 * What one application is told, in order and each at least once: what is not taken is delivered again, slower and slower,
 * and nothing after it before it. Only places in logs are in memory, however long nobody listens.
 */
export class EceOutlet {
  readonly #options: OutletOptions;
  readonly #client: CallbackClient;
  readonly #waiting = new Set<InteractionId>();
  readonly #loop: Loop;
  #failingSince: number | null = null;
  #isPaused = false;
  #most = mostTogether;

  constructor(options: OutletOptions) {
    const { application, now, time = machineTime } = options;
    this.#options = options;
    this.#client = new CallbackClient(application.callback, now);
    this.#loop = new Loop({ turn: () => this.#turn(), backoff, onFault: error => this.#failed(error), time });
  }

  get application(): EceApplication {
    return this.#options.application;
  }

  /** Is there somebody who listens? ECE begins no conversation otherwise. */
  get isActive(): boolean {
    return !this.#isPaused;
  }

  /** There may be something new in this conversation. */
  wake(interactionId: InteractionId): void {
    this.#waiting.add(interactionId);
    // What fails is tried again in its own time.
    if (this.#failingSince === null) this.#loop.wake();
    else this.#loop.due(0);
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #turn(): Promise<number | null> {
    const portions = new Map<InteractionId, Portion>();
    let room = this.#most;
    for (const interactionId of this.#waiting) {
      if (room <= 0) break;
      const portion = await this.#options.next(interactionId, room);
      portions.set(interactionId, portion);
      room -= portion.messages.length;
    }
    // What comes meanwhile waits again.
    for (const interactionId of portions.keys()) this.#waiting.delete(interactionId);
    try {
      await this.#deliver(portions);
    } catch (error) {
      const later = [...this.#waiting];
      this.#waiting.clear();
      // Those whose turn it is keep their place.
      for (const interactionId of [...portions.keys(), ...later]) this.#waiting.add(interactionId);
      throw error;
    }
    for (const [interactionId, { isPart }] of portions) if (isPart) this.#waiting.add(interactionId);
    return this.#waiting.size > 0 ? 0 : null;
  }

  async #deliver(portions: ReadonlyMap<InteractionId, Portion>): Promise<void> {
    const messages = [...portions.values()].flatMap(portion => portion.messages);
    if (messages.length > 0) {
      const delivery = await this.#client.deliver(messages);
      if (delivery.type === 'refused' && messages.length > 1) {
        // One of them may be what it cannot read: it is looked for, so that the others come through.
        this.#most = Math.max(1, Math.floor(messages.length / 2));
        throw new DeliveryFailed(delivery);
      }
      if (delivery.type === 'refused') this.#drop(messages, delivery.reason);
      else if (delivery.type !== 'taken') throw new DeliveryFailed(delivery);
      else this.#well();
    }
    await this.#options.settle(portions);
    this.#most = Math.min(mostTogether, this.#most * 2);
  }

  #drop(messages: readonly CallbackMessage[], reason: string): void {
    const { application, log } = this.#options;
    for (const { conversation, id } of messages)
      log.error(
        { application: application.key, conversation: conversation.id, message: id, reason },
        'A message was refused where the application listens, and is not delivered again.',
      );
  }

  #well(): void {
    const { application, log } = this.#options;
    if (this.#isPaused) log.info({ application: application.key }, 'The application listens again.');
    this.#failingSince = null;
    this.#isPaused = false;
  }

  #failed(error: unknown): void {
    const { application, log, now } = this.#options;
    const { key, callback } = application;
    if (this.#failingSince === null)
      log.warn({ application: key, err: error }, 'Messages were not taken by the application. They are tried again.');
    this.#failingSince ??= now();
    const isGone = error instanceof DeliveryFailed && error.delivery.type === 'gone';
    if (this.#isPaused || !(isGone || now() - this.#failingSince >= callback.pauseAfterMs)) return;
    this.#isPaused = true;
    log.error(
      { application: key, err: error },
      'The application takes no messages: it begins no conversations until it does. Look at its callback address.',
    );
  }
}

class DeliveryFailed extends Error {
  readonly delivery: Delivery;

  constructor(delivery: Exclude<Delivery, { type: 'taken' }>) {
    super(delivery.reason);
    this.delivery = delivery;
  }
}
