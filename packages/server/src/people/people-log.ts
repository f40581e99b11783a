import { createHmac } from 'node:crypto';
import type { AgentId, FailureCode } from '@eyeline/protocol';
import type { Logger } from 'pino';
import { addressGroup } from './limits/address-group.ts';
import { KeyedBuckets } from './limits/keyed-buckets.ts';

/** In which way somebody signs in. */
export type Way = 'socket' | 'http';

/** What is counted: a sign-in by its outcome, or a change of an account. */
export type OnPeople = (event: 'sign-in' | 'account', outcome: string) => void;

interface PeopleLogOptions {
  readonly log: Logger;
  /** Makes names and addresses unreadable; the same for the same site, so that lines can be compared. */
  readonly secret: string;
  readonly onPeople?: OnPeople | undefined;
}

interface Refused {
  readonly username: string;
  readonly address: string;
  readonly way: Way;
  readonly code: FailureCode;
}

/** So many lines about refusals from one address; the rest is only counted. */
const lines = { burst: 20, perMinute: 10 };

/** Who came in, who did not, and what was changed of accounts: logged without names or addresses, and counted. */
export class PeopleLog {
  readonly #log: Logger;
  readonly #key: Buffer;
  readonly #onPeople: OnPeople;
  readonly #lines = new KeyedBuckets(lines);

  constructor({ log, secret, onPeople = () => {} }: PeopleLogOptions) {
    this.#log = log;
    this.#key = createHmac('sha256', secret).update('people-log').digest();
    this.#onPeople = onPeople;
  }

  signedIn(agentId: AgentId, way: Way): void {
    this.#onPeople('sign-in', 'ok');
    this.#log.info({ agentId, way }, `Agent ${agentId} signed in.`);
  }

  refused({ username, address, way, code }: Refused): void {
    this.#onPeople('sign-in', code);
    if (!this.#lines.take(addressGroup(address), performance.now())) return;
    const account = this.#pseudonym(username);
    const from = this.#pseudonym(addressGroup(address));
    this.#log.warn({ account, from, way, code }, `A sign-in was refused: ${code} (account ${account}, from ${from}).`);
  }

  /** `what`: added, disabled … in one word of a closed list. */
  changed(agentId: AgentId, what: string, by: string): void {
    this.#onPeople('account', what);
    this.#log.info({ agentId, what, by }, `Account ${agentId}: ${what} by ${by}.`);
  }

  #pseudonym(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, 10);
  }
}
