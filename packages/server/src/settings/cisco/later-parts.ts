import type { FinesseConfig } from './finesse-config.ts';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What of another section counts only from the next start: what CCE routes goes on as it began. */
export function laterParts(before: FinesseConfig, next: FinesseConfig): readonly string[] {
  const { nodes, authorities, agents } = before;
  const isReachedSame = isSame([nodes, authorities, agents], [next.nodes, next.authorities, next.agents]);
  return (['taskRouting', 'media'] as const)
    .filter(part => !isSame(before[part], next[part]) || (before[part] !== undefined && !isReachedSame))
    .map(part => `finesse.${part}`);
}
