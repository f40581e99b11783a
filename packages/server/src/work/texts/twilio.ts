import * as v from 'valibot';
import type { SmsConfig } from '../../settings/invitations-config.ts';
import { type SmsGateway, type TextMessage, TextRefused } from './sms-gateway.ts';

const Sent = v.object({ sid: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) });
const Fault = v.object({ message: v.string(), code: v.optional(v.number()) });
/** What it has sent to a number, the latest first. A message that failed is none. */
const Listed = v.object({
  messages: v.array(v.object({ sid: v.string(), to: v.string(), body: v.string(), status: v.string() })),
});
const lostStatuses = ['failed', 'undelivered', 'canceled'];
/** Try again: it was too much, or took too long. */
const passing = [408, 425, 429];
const longestReason = 200;

/** Text messages by Twilio's interface (2010-04-01), which others speak too. */
export class TwilioGateway implements SmsGateway {
  readonly isRehearsal = false;
  readonly #config: SmsConfig;
  readonly #authorization: string;
  readonly #url: string;

  constructor(config: SmsConfig, authToken: string) {
    this.#config = config;
    this.#authorization = `Basic ${Buffer.from(`${config.accountSid}:${authToken}`).toString('base64')}`;
    this.#url = `${config.baseUrl}/2010-04-01/Accounts/${encodeURIComponent(config.accountSid)}/Messages.json`;
  }

  async send({ to, text }: TextMessage): Promise<string> {
    const { from, messagingServiceSid } = this.#config;
    const sender: Record<string, string> = messagingServiceSid
      ? { MessagingServiceSid: messagingServiceSid }
      : { From: from ?? '' };
    const answer = await this.#ask(this.#url, { To: to, ...sender, Body: text });
    return v.parse(Sent, answer).sid;
  }

  async find({ to, text }: TextMessage): Promise<string | null> {
    const { messages } = v.parse(
      Listed,
      await this.#ask(`${this.#url}?${new URLSearchParams({ To: to, PageSize: '20' })}`),
    );
    const isIt = (one: (typeof messages)[number]) =>
      one.to === to && one.body === text && !lostStatuses.includes(one.status);
    return messages.find(isIt)?.sid ?? null;
  }

  /** `form`: what is posted; without it, it is asked. */
  async #ask(url: string, form?: Record<string, string>): Promise<unknown> {
    const response = await fetch(url, {
      headers: { authorization: this.#authorization, accept: 'application/json' },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(this.#config.timeoutMs),
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    const fault = v.safeParse(Fault, body);
    const reason = fault.success ? fault.output.message.slice(0, longestReason) : String(response.status);
    if (response.status >= 400 && response.status < 500 && !passing.includes(response.status))
      throw new TextRefused(reason);
    throw new Error(`The gateway for text messages answered ${response.status}: ${reason}`);
  }
}
