import { readApiErrors } from '../codec/api-error.ts';
import { FinesseError } from '../finesse-error.ts';
import type { Account } from '../rest/account.ts';
import { describeErrors } from '../rest/answer-fault.ts';
import type { Http, HttpAnswer } from '../rest/http.ts';
import { checkOrigin, type NetworkOptions } from '../rest/network.ts';
import { platform } from '../sentences/platform.ts';
import { parseXml } from '../xml/parse-xml.ts';

export interface PlatformOptions {
  /** The Customer Collaboration Platform (SocialMiner before): `https://ccp.example.com`. */
  readonly origin: string;
  readonly http: Http;
  readonly network?: NetworkOptions;
  /** An account of the platform's own, for what needs one: finding feeds, ending tasks that an agent has. */
  readonly account?: Account;
}

interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: string;
}

/** Requests to the platform, and to nobody else. */
export class PlatformClient {
  readonly origin: string;
  readonly #options: PlatformOptions;

  constructor(options: PlatformOptions) {
    this.#options = options;
    this.origin = checkOrigin(options.origin, options.network);
  }

  get hasAccount(): boolean {
    return this.#options.account !== undefined;
  }

  /** The address of a task is opaque, but our requests go to the platform only. */
  own(address: string): string {
    if (URL.parse(address)?.origin === this.origin) return address;
    throw new FinesseError('unexpected-answer', platform.otherAddress(address, this.origin));
  }

  /** Without an account: the platform takes tasks from anybody. */
  send({ method, url, body }: PlatformRequest, authorization?: string): Promise<HttpAnswer> {
    return this.#options.http.send({
      method,
      url,
      headers: {
        accept: 'application/xml',
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/xml' }),
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** @throws {FinesseError} credential-refused when the platform does not know the account; it is not tried again then */
  async sendAs(request: PlatformRequest): Promise<HttpAnswer> {
    const { account } = this.#options;
    if (!account) throw new FinesseError('not-allowed', platform.noAccount);
    return account.use(async ({ authorization }) => {
      const answer = await this.send(request, authorization);
      if (answer.status !== 401 && answer.status !== 403) return answer;
      throw new FinesseError('credential-refused', platform.accountRefused(account.userId, this.origin), {
        status: answer.status,
      });
    });
  }

  /** Says in one sentence why an answer is a refusal. */
  refusal(answer: HttpAnswer, sentence: (stated: string) => string): FinesseError {
    const code = answer.status === 404 ? 'not-found' : answer.status === 503 ? 'out-of-service' : 'refused';
    return new FinesseError(code, sentence(`${answer.status}${statedIn(answer)}`), {
      status: answer.status,
    });
  }
}

function statedIn(answer: HttpAnswer): string {
  try {
    return describeErrors(readApiErrors(parseXml(answer.body)));
  } catch {
    return '';
  }
}
