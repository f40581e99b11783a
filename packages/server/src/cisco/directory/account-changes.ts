import { type AgentId, cutText } from '@eyeline/protocol';
import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Account, AccountProfile } from '../../store/store.ts';

const longestName = 80;

/**
 * The accounts that have to be made or changed so that Cisco's agents are people here. The id stays who it is. `unreadable`:
 * user names of accounts that are there and cannot be read; nothing is done to these.
 */
export function accountChanges(
  kept: KeptDirectory,
  accounts: ReadonlyMap<AgentId, AccountProfile>,
  unreadable: ReadonlySet<string>,
  newId: () => AgentId,
): readonly Account[] {
  const known = new Map(
    [...accounts].flatMap(([agentId, each]) => (each.ciscoId === null ? [] : [[each.ciscoId, { agentId, ...each }]])),
  );
  const disabled = new Set(kept.disabledAgents);
  return kept.agents.flatMap(({ id, name, role }): Account[] => {
    const before = known.get(id);
    if (!before && (unreadable.has(id) || unreadable.has(id.toLowerCase()))) return [];
    const profile: AccountProfile = {
      username: id.toLowerCase(),
      name: cutText(name.trim(), longestName) || id,
      role,
      ciscoId: id,
      isDisabled: disabled.has(id),
      isDemo: false,
    };
    const isSame =
      before && (Object.keys(profile) as (keyof AccountProfile)[]).every(key => before[key] === profile[key]);
    // No password of theirs is ever here.
    return isSame ? [] : [{ agentId: before?.agentId ?? newId(), ...profile, passwordHash: null }];
  });
}
