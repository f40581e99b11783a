import type { AgentId } from '@eyeline/protocol';
import { accountSentences } from '../settings/sentences/accounts.ts';
import { hashPassword } from '../store/password.ts';
import type { Account, AccountChange, AccountRole, Store } from '../store/store.ts';
import { addAgent, type NewAgent } from './accounts.ts';
import { Refusal } from './refusal.ts';
import { normaliseUsername } from './username.ts';

/** What was done to an account, for the log. */
export type AccountAction = 'added' | 'disabled' | 'enabled' | 'password-reset' | 'role-changed' | 'tokens-revoked';

type BookStore = Pick<
  Store,
  'findAccount' | 'loadAccounts' | 'addAccount' | 'changeAccount' | 'loadTokens' | 'revokeTokens'
>;

interface AccountBookOptions {
  readonly store: BookStore;
  /** It is stored: what follows from it where the server runs. `endsSession`: who is signed in has to sign in again. */
  readonly onChanged: (account: Account, action: AccountAction, endsSession: boolean) => Promise<void>;
  /** Passwords are hashed in the server's queue. Default: at once. */
  readonly hash?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The accounts as an administrator keeps them, whether the server runs or not. */
export class AccountBook {
  readonly #store: BookStore;
  readonly #onChanged: AccountBookOptions['onChanged'];
  readonly #hash: NonNullable<AccountBookOptions['hash']>;

  constructor({ store, onChanged, hash = work => work() }: AccountBookOptions) {
    this.#store = store;
    this.#onChanged = onChanged;
    this.#hash = hash;
  }

  /** By user name. */
  async list() {
    const accounts = [...(await this.#store.loadAccounts())].map(([agentId, { ciscoId, ...profile }]) => ({
      agentId,
      ...profile,
      isCiscos: ciscoId !== null,
    }));
    return accounts.toSorted((one, other) => one.username.localeCompare(other.username));
  }

  /** @throws Refusal `not-allowed` when the user name is taken */
  async add(agent: NewAgent): Promise<void> {
    if (!(await this.#hash(() => addAgent(this.#store, agent))))
      throw new Refusal('not-allowed', accountSentences.usernameTaken(agent.username));
    await this.#onChanged(await this.#find(agent.username), 'added', false);
  }

  async disable(username: string): Promise<void> {
    const account = await this.#findOwn(username);
    await this.#requireOtherAdministrator(account);
    await this.#change(account, { isDisabled: true }, 'disabled', true);
    await this.#store.revokeTokens(account.agentId);
  }

  async enable(username: string): Promise<void> {
    await this.#change(await this.#findOwn(username), { isDisabled: false }, 'enabled', false);
  }

  /** Another password; sessions and tokens that the old one opened are over. An account of the demo is a real one then. */
  async resetPassword(username: string, password: string): Promise<void> {
    const account = await this.#findOwn(username);
    const passwordHash = await this.#hash(() => hashPassword(password));
    await this.#store.revokeTokens(account.agentId);
    await this.#change(account, { passwordHash, isDemo: false }, 'password-reset', true);
  }

  async setRole(username: string, role: AccountRole): Promise<void> {
    const account = await this.#findOwn(username);
    if (role !== 'administrator') await this.#requireOtherAdministrator(account);
    await this.#change(account, { role }, 'role-changed', false);
  }

  async tokens(username: string, now: number) {
    const { agentId } = await this.#find(username);
    return (await this.#store.loadTokens(agentId, now)).map(({ tokenId, issuedAt, expiresAt }) => ({
      tokenId,
      issuedAt: new Date(issuedAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
    }));
  }

  /** All, or one; with all of them the session ends too. Answers with how many there were. */
  async revokeTokens(username: string, tokenId?: string): Promise<number> {
    const account = await this.#find(username);
    const revoked = await this.#store.revokeTokens(account.agentId, tokenId);
    await this.#onChanged(account, 'tokens-revoked', tokenId === undefined);
    return revoked;
  }

  async #change(account: Account, change: AccountChange, action: AccountAction, endsSession: boolean): Promise<void> {
    await this.#store.changeAccount(account.agentId, change);
    await this.#onChanged({ ...account, ...change }, action, endsSession);
  }

  async #find(username: string): Promise<Account> {
    const account = await this.#store.findAccount(normaliseUsername(username));
    if (!account) throw new Refusal('target-gone', accountSentences.unknown(username));
    return account;
  }

  async #findOwn(username: string): Promise<Account> {
    const account = await this.#find(username);
    if (account.ciscoId === null) return account;
    throw new Refusal('not-allowed', accountSentences.fromCisco(username));
  }

  /** Somebody has to be left who can undo it. */
  async #requireOtherAdministrator({ agentId, role, isDisabled }: Account): Promise<void> {
    if (role !== 'administrator' || isDisabled) return;
    const others = [...(await this.#store.loadAccounts())].filter(
      ([id, other]) => id !== agentId && other.role === 'administrator' && !other.isDisabled && !other.isDemo,
    );
    if (others.length === 0) throw new Refusal('not-allowed', accountSentences.lastAdministrator);
  }
}

/** Whose change it was, in the log: an administrator, or whoever has this machine. */
export type Author = AgentId | 'command line';
