import { signInRefusals } from '../settings/sentences/sign-in.ts';
import { isPassword } from '../store/password.ts';
import type { Account, Store } from '../store/store.ts';
import { mayWork } from './account-standing.ts';
import type { SignInGuard } from './limits/sign-in-guard.ts';
import type { PeopleLog, Way } from './people-log.ts';
import { Refusal } from './refusal.ts';
import { normaliseUsername } from './username.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly way: Way;
  /** Whether nobody waits for the answer any more: then nothing more is done for it. */
  readonly isOver: () => boolean;
}

const retryAfterMs = 60_000;

/** Another system that knows the passwords of some accounts. */
export interface ForeignPasswords {
  isProvenByFinesse(account: Account): boolean;
  /** @throws Refusal when the password is wrong, or nobody can say */
  prove(account: Account, password: string): Promise<void>;
}

interface SignInsOptions {
  readonly store: Pick<Store, 'findAccount'>;
  readonly foreign: ForeignPasswords | undefined;
  readonly guard: SignInGuard;
  readonly log: PeopleLog;
  /** Whether the demo's accounts may sign in. */
  readonly isDemo: boolean;
}

/** Who signs in, in whatever way. */
export class SignIns {
  readonly #options: SignInsOptions;

  constructor(options: SignInsOptions) {
    this.#options = options;
  }

  /** Passwords that wait to be checked, or are being checked. */
  get hashing(): SignInGuard['hashing'] {
    return this.#options.guard.hashing;
  }

  /** Makes a hash in the turn of those who sign in. */
  hash<T>(author: string, work: () => Promise<T>): Promise<T> {
    return this.#options.guard.hash(author, work);
  }

  /**
   * The account behind a user name and a password; a wrong password and an unknown user name look alike. Whatever comes of it
   * is logged and counted.
   * @throws Refusal `wrong-credentials`, `too-many-requests`, `server-busy`, or `not-allowed` where the account may not be used
   */
  async find(given: Credentials): Promise<Account> {
    const { log } = this.#options;
    const username = normaliseUsername(given.username);
    try {
      const account = await this.#check({ ...given, username });
      log.signedIn(account.agentId, given.way);
      return account;
    } catch (error) {
      if (error instanceof Refusal) log.refused({ ...given, username, code: error.failure.code });
      throw error;
    }
  }

  async #check(given: Credentials): Promise<Account> {
    const { username, address, isOver } = given;
    const { limit } = this.#options.guard;
    const attempt = { username, address };
    if (!limit.take(attempt, performance.now()))
      throw new Refusal('too-many-requests', signInRefusals.tooManyAttempts, retryAfterMs);
    try {
      const account = await this.#proven(given);
      // It may have waited: what was changed meanwhile counts.
      const now = await this.#options.store.findAccount(username);
      if (isOver()) throw new Refusal('server-busy');
      if (now?.isDisabled !== false || now.passwordHash !== account.passwordHash)
        throw new Refusal('wrong-credentials');
      limit.succeeded(attempt);
      return account;
    } catch (error) {
      // Nobody looked at the password.
      if (!(error instanceof Refusal) || error.failure.code === 'server-busy') limit.giveBack(attempt);
      throw error;
    }
  }

  async #proven({ username, address, password, isOver }: Credentials): Promise<Account> {
    const { store, foreign, guard, isDemo } = this.#options;
    const account = await store.findAccount(username);
    if (account && !account.isDisabled && foreign?.isProvenByFinesse(account)) {
      await guard.prove(address, () => foreign.prove(account, password), isOver);
      return account;
    }
    const hash = account?.isDisabled ? null : (account?.passwordHash ?? null);
    const isRight = await guard.hash(address, () => isPassword(password, hash), isOver);
    if (!account || !isRight) throw new Refusal('wrong-credentials');
    // Everybody knows this password: saying so gives nothing away.
    if (!mayWork(account, isDemo)) throw new Refusal('not-allowed', signInRefusals.demoIsOver);
    return account;
  }
}
