import type { DirectoryDifference, DirectoryKind } from './compare.ts';
import type { Directory, LocalDirectory } from './directory.ts';

type Item = { readonly id: string };

/**
 * What Eyeline has of Cisco's when the changes are done. What is in conflict stays as it was; agents who are gone stay,
 * disabled.
 */
export function settleDirectory(
  cisco: Directory,
  { fromCisco }: LocalDirectory,
  { conflicts }: DirectoryDifference,
): LocalDirectory['fromCisco'] {
  function settle<T extends Item>(kind: DirectoryKind, before: readonly T[], after: readonly T[]): readonly T[] {
    const refused = new Set(conflicts.filter(each => each.kind === kind).map(({ id }) => id));
    return [...after.filter(({ id }) => !refused.has(id)), ...before.filter(({ id }) => refused.has(id))];
  }
  const agents = settle('agent', fromCisco.agents, cisco.agents);
  const there = new Set(agents.map(({ id }) => id));
  const gone = fromCisco.agents.filter(({ id }) => !there.has(id));
  const conflicting = new Set(conflicts.filter(({ kind }) => kind === 'agent').map(({ id }) => id));
  const stillDisabled = fromCisco.disabledAgents.filter(id => conflicting.has(id));
  return {
    skills: settle('skill', fromCisco.skills, cisco.skills),
    teams: settle('team', fromCisco.teams, cisco.teams),
    queues: settle('queue', fromCisco.queues, cisco.queues),
    agents: [...agents, ...gone],
    disabledAgents: [...new Set([...gone.map(({ id }) => id), ...stillDisabled])],
  };
}
