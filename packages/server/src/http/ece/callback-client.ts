import type { EceApplication } from '../../settings/outside/ece-config.ts';
import { readSecret } from '../../settings/read-secret.ts';
import type { CallbackMessage } from './callback-message.ts';
import { writeEceXml } from './ece-xml.ts';

type Callback = EceApplication['callback'];

/** What came of a delivery. `refused`: these messages, as they are, will never be taken. `gone`: there is nobody any more. */
export type Delivery =
  | { readonly type: 'taken' }
  | { readonly type: 'refused' | 'gone' | 'failed'; readonly reason: string };

const refusals = [400, 413, 415, 422];
/** A token is fetched anew before it expires. */
const spareMs = 30_000;
const mostTokenBytes = 100_000;

/** Delivers messages to where an application listens, in the format and with the proof that it wants. */
export class CallbackClient {
  readonly #callback: Callback;
  readonly #now: () => number;
  #token: { readonly value: string; readonly until: number } | null = null;

  constructor(callback: Callback, now: () => number) {
    this.#callback = callback;
    this.#now = now;
  }

  /** Never throws. Redirects are not followed: what is configured is where it goes. */
  async deliver(messages: readonly CallbackMessage[]): Promise<Delivery> {
    try {
      const first = await this.#post(messages);
      if (first !== 401 || this.#callback.authentication?.type !== 'oauth2') return deliveryOf(first);
      // The token was taken back, or another one counts since.
      this.#token = null;
      return deliveryOf(await this.#post(messages));
    } catch (error) {
      return { type: 'failed', reason: reasonOf(error) };
    }
  }

  async #post(messages: readonly CallbackMessage[]): Promise<number> {
    const { url, format, timeoutMs } = this.#callback;
    const authorization = await this.#authorization();
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': format === 'xml' ? 'application/xml' : 'application/json',
        ...(authorization && { authorization }),
      },
      body: format === 'xml' ? writeEceXml('messages', { message: messages }) : JSON.stringify({ message: messages }),
    });
    // What it says besides its status means nothing here, and may be without end.
    await response.body?.cancel();
    return response.status;
  }

  async #authorization(): Promise<string | undefined> {
    const { authentication } = this.#callback;
    if (!authentication) return undefined;
    if (authentication.type === 'basic')
      return basic(authentication.user, readSecret(authentication.password, 'callback.authentication.password'));
    if (!this.#token || this.#token.until <= this.#now()) this.#token = await this.#fetchToken(authentication);
    return `Bearer ${this.#token.value}`;
  }

  async #fetchToken({ tokenUrl, clientId, clientSecret, scope }: OAuth2) {
    const secret = readSecret(clientSecret, 'callback.authentication.clientSecret');
    const response = await fetch(tokenUrl, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(this.#callback.timeoutMs),
      headers: { authorization: basic(clientId, secret), accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
    });
    const { access_token: value, expires_in: seconds } = readToken(await textOf(response));
    const lifeMs = typeof seconds === 'number' ? seconds * 1000 : 300_000;
    return { value, until: this.#now() + Math.max(0, lifeMs - spareMs) };
  }
}

type OAuth2 = Extract<NonNullable<Callback['authentication']>, { type: 'oauth2' }>;

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function deliveryOf(status: number): Delivery {
  if (status >= 200 && status < 300) return { type: 'taken' };
  const reason = `HTTP ${status}`;
  if (status === 410) return { type: 'gone', reason };
  return { type: refusals.includes(status) ? 'refused' : 'failed', reason };
}

/** @throws where it is too long */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostTokenBytes) throw new Error('The answer of the token’s address is too long.');
    chunks.push(chunk);
  }
  if (!response.ok) throw new Error(`The token’s address answered HTTP ${response.status}.`);
  return Buffer.concat(chunks).toString('utf8');
}

function readToken(text: string): { readonly access_token: string; readonly expires_in?: unknown } {
  const read: unknown = JSON.parse(text);
  if (typeof read === 'object' && read !== null && 'access_token' in read && typeof read.access_token === 'string')
    return { access_token: read.access_token, expires_in: 'expires_in' in read ? read.expires_in : undefined };
  throw new Error('The token’s address gave no access_token.');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
