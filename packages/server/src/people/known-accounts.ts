import type { AgentId } from '@eyeline/protocol';
import type { AccountProfile } from '../store/store.ts';

/** Who has an account. Looked up by user name as often as by agent, and there may be thousands. */
export class KnownAccounts extends Map<AgentId, AccountProfile> {
  readonly #agentIds = new Map<string, AgentId>();

  constructor() {
    super();
  }

  override set(agentId: AgentId, account: AccountProfile): this {
    this.#forget(agentId);
    this.#agentIds.set(account.username.toLowerCase(), agentId);
    return super.set(agentId, account);
  }

  override delete(agentId: AgentId): boolean {
    this.#forget(agentId);
    return super.delete(agentId);
  }

  override clear(): void {
    this.#agentIds.clear();
    super.clear();
  }

  /** User names are compared without regard to case. */
  agentIdOf(username: string): AgentId | undefined {
    return this.#agentIds.get(username.toLowerCase());
  }

  /** A name that was handed on to somebody else meanwhile stays theirs. */
  #forget(agentId: AgentId): void {
    const username = this.get(agentId)?.username.toLowerCase();
    if (username !== undefined && this.#agentIds.get(username) === agentId) this.#agentIds.delete(username);
  }
}
