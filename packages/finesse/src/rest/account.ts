import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';

/** What an account shows: its password, or the access token of Cisco's identity service. */
export type Credential =
  | { readonly kind: 'password'; readonly userId: string; readonly password: string }
  | { readonly kind: 'token'; readonly userId: string; readonly token: () => string };

/** What `use` gives to its work. */
export interface ShownCredential {
  /** The HTTP header. */
  readonly authorization: string;
  /** The XMPP password; with single sign-on that is the access token. */
  readonly secret: string;
}

/** At most this many requests of an account are under way: five wrong passwords lock it. */
const maxUnderWay = 4;

/**
 * One account, wherever it is used: both nodes and the notifications share one. A refusal stops it. Until it has been
 * accepted once, one request is under way; then up to four. So a wrong password never locks an account.
 */
export class Account {
  #credential: Credential;
  #isProven = false;
  #refusedSecret: string | undefined;
  #underWay = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(credential: Credential) {
    this.#credential = credential;
  }

  get userId(): string {
    return this.#credential.userId;
  }

  get hasToken(): boolean {
    return this.#credential.kind === 'token';
  }

  /** Whether it was refused, and what it shows is still the same. */
  get isStopped(): boolean {
    return this.#refusedSecret !== undefined && this.#refusedSecret === this.#secret();
  }

  /** Takes another password or token; a stopped account goes on. */
  renew(credential: Credential): void {
    this.#credential = credential;
    this.#isProven = false;
  }

  /** Uses the account once, for HTTP or XMPP. A `credential-refused` of `work` stops the account. */
  async use<T>(work: (shown: ShownCredential) => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      if (this.isStopped) throw new FinesseError('credential-stopped', advice.stopped(this.userId));
      const secret = this.#secret();
      try {
        const result = await work({ authorization: this.#header(secret), secret });
        this.#isProven = true;
        return result;
      } catch (error) {
        if (error instanceof FinesseError && error.code === 'credential-refused') this.refuse(secret);
        // Any other answer was given to somebody whom Finesse knew.
        else if (error instanceof FinesseError && error.status !== undefined && error.status < 500)
          this.#isProven = true;
        throw error;
      }
    } finally {
      this.#underWay--;
      this.#waiting.shift()?.();
    }
  }

  /** Stops the account: what it shows was refused. */
  refuse(secret = this.#secret()): void {
    this.#refusedSecret = secret;
    this.#isProven = false;
  }

  async #enter(): Promise<void> {
    while (this.#underWay >= (this.#isProven ? maxUnderWay : 1)) {
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
      });
    }
    this.#underWay++;
    // The first success lets more through at once.
    if (this.#isProven && this.#underWay < maxUnderWay) this.#waiting.shift()?.();
  }

  #secret(): string {
    return this.#credential.kind === 'token' ? this.#credential.token() : this.#credential.password;
  }

  #header(secret: string): string {
    if (this.#credential.kind === 'token') return `Bearer ${secret}`;
    return `Basic ${Buffer.from(`${this.userId}:${secret}`, 'utf8').toString('base64')}`;
  }
}
