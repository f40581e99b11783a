import { randomUUID } from 'node:crypto';
import type { SmsGateway, TextMessage } from './sms-gateway.ts';

/** So many are shown. */
const most = 100;

export interface SunkMessage extends TextMessage {
  readonly messageId: string;
  /** UTC ms. */
  readonly at: number;
}

/** Where no gateway is configured: what would have been sent is shown to those who develop, and goes nowhere. */
export class SmsSink implements SmsGateway {
  readonly isRehearsal = true;
  readonly #messages: SunkMessage[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The latest first. */
  get messages(): readonly SunkMessage[] {
    return this.#messages;
  }

  async send(message: TextMessage): Promise<string> {
    const messageId = randomUUID();
    this.#messages.unshift({ ...message, messageId, at: this.#now() });
    this.#messages.length = Math.min(this.#messages.length, most);
    return messageId;
  }

  async find({ to, text }: TextMessage): Promise<string | null> {
    return this.#messages.find(one => one.to === to && one.text === text)?.messageId ?? null;
  }
}
