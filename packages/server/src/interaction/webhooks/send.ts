import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublic, PrivateAddress, publicLookup } from './address-guard.ts';
import { readRetryAfter } from './schedule.ts';

/** What came of one attempt. */
export interface Outcome {
  readonly delivered: boolean;
  /** Of HTTP; null where nothing was answered. */
  readonly status: number | null;
  /** Why it failed, as a code; null where it did not. `interrupted`: we did not wait for the answer. */
  readonly reason: string | null;
  /** The receiver wants to be left alone for so long. */
  readonly retryAfterMs: number | null;
}

interface SenderOptions {
  readonly url: string;
  readonly allowPrivate: boolean;
  readonly timeoutMs: number;
  /** Default: the machine's own. */
  readonly lookup?: LookupFunction | undefined;
}

/** Nobody reads what a receiver answers beside its status. */
const longestAnswer = 16_384;
const mostConnections = 8;
const overloaded = [429, 503];

/** Posts to one receiver. It follows no redirect, and waits for nothing but the head of the answer. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #url: URL;
  readonly #agent: HttpAgent | HttpsAgent;
  readonly #request: typeof requestHttp;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#url = new URL(options.url);
    const isSecure = this.#url.protocol === 'https:';
    const agent = { keepAlive: true, maxSockets: mostConnections, timeout: 60_000 };
    this.#agent = isSecure ? new HttpsAgent(agent) : new HttpAgent(agent);
    this.#request = isSecure ? requestHttps : requestHttp;
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Never rejects. `now`: for a date in `Retry-After`. */
  async post(
    body: string,
    headers: Readonly<Record<string, string>>,
    now: number,
    stop: AbortSignal,
  ): Promise<Outcome> {
    const inTime = AbortSignal.timeout(this.#options.timeoutMs);
    try {
      const { status, retryAfter } = await this.#post(body, headers, AbortSignal.any([inTime, stop]));
      const delivered = status >= 200 && status < 300;
      const reason = delivered ? null : status >= 300 && status < 400 ? 'redirected' : 'status';
      const retryAfterMs = overloaded.includes(status) ? readRetryAfter(retryAfter, now) : null;
      return { delivered, status, reason, retryAfterMs };
    } catch (error) {
      const reason = stop.aborted ? 'interrupted' : inTime.aborted ? 'timed-out' : reasonOf(error);
      return { delivered: false, status: null, reason, retryAfterMs: null };
    }
  }

  #post(body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) {
    const { allowPrivate, lookup } = this.#options;
    return new Promise<{ status: number; retryAfter: string | undefined }>((resolve, reject) => {
      const host = this.#url.hostname.replace(/^\[|\]$/g, '');
      // What is no name is not looked up.
      if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host);
      const lengths = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
      const outgoing = this.#request(this.#url, {
        method: 'POST',
        headers: { ...headers, ...lengths, 'user-agent': 'Eyeline-Webhooks' },
        agent: this.#agent,
        signal,
        ...(allowPrivate ? (lookup ? { lookup } : {}) : { lookup: publicLookup(lookup) }),
      });
      outgoing.once('error', reject);
      outgoing.once('response', response => {
        drop(response);
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
      });
      outgoing.end(body);
    });
  }
}

/** Reads on, so that the connection can be used again, but not for long. */
function drop(response: IncomingMessage): void {
  let length = 0;
  response.on('data', (part: Buffer) => {
    length += part.length;
    if (length > longestAnswer) response.destroy();
  });
  response.on('error', () => {});
}

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddress) return 'private-address';
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return `unreachable:${code.slice(0, 60)}`;
}
