import type { AgentId } from '@eyeline/protocol';
import type { KnownAccounts } from '../../people/known-accounts.ts';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';

/** Who an agent of CCE's is here: by the configuration, and otherwise by the same name. */
export class OutsideAgents {
  /** User names by what CCE calls the agent, both in lower case. */
  readonly #usernames = new Map<string, string>();
  readonly #userIds = new Map<string, string>();

  constructor({ agents }: Pick<FinesseConfig, 'agents'>) {
    for (const [name, { finesseUserId, peripheralId }] of Object.entries(agents)) {
      const username = name.toLowerCase();
      this.#userIds.set(username, finesseUserId ?? name);
      this.#usernames.set((peripheralId ?? finesseUserId ?? name).toLowerCase(), username);
    }
  }

  /** Undefined when nobody of that id has an account here. */
  agentIdOf(outsideId: string, accounts: Pick<KnownAccounts, 'agentIdOf'>): AgentId | undefined {
    return accounts.agentIdOf(this.#usernames.get(outsideId.toLowerCase()) ?? outsideId);
  }

  /** Finesse's user id of who signs in to us as this. */
  userIdOf(username: string): string {
    return this.#userIds.get(username.toLowerCase()) ?? username;
  }
}
