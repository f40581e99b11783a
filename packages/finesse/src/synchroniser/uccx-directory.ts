import { optional } from '../codec/optional.ts';
import { differenceLines } from '../sentences/difference.ts';
import type { UccxLink, UccxQueue, UccxResource, UccxSkill, UccxTeam } from '../uccx/objects.ts';
import type { Directory } from './directory.ts';

/** The level at which somebody is in a resource group: one is in it, or not. */
const inGroup = 1;

/**
 * What UCCX tells, as a directory. A resource group that some queue takes its agents from is a skill here, which its agents
 * have: so a queue of a group is served by the group, and not by everybody.
 */
export function directoryOfUccx(read: {
  readonly skills: readonly UccxSkill[];
  readonly teams: readonly UccxTeam[];
  readonly queues: readonly UccxQueue[];
  readonly resources: readonly UccxResource[];
}): Directory {
  const groups = new Map(read.queues.flatMap(queue => poolsOf(queue).map(group => [group.id, group] as const)));
  const groupLevel = (group: UccxLink | undefined) =>
    group && groups.has(group.id) ? { [groupSkillId(group)]: inGroup } : {};
  return {
    skills: [
      ...read.skills.map(({ id, name }) => ({ id, name })),
      ...[...groups.values()].map(group => ({
        id: groupSkillId(group),
        name: differenceLines.resourceGroup(group.name),
      })),
    ],
    teams: read.teams.map(({ id, name }) => ({ id, name })),
    queues: read.queues.map(queue => {
      const { id, name, selection, skills } = queue;
      const [group] = poolsOf(queue);
      return { id, name, selection, skills: { ...levels(skills), ...groupLevel(group) } };
    }),
    agents: read.resources.map(({ id, firstName, lastName, kind, team, group, skills }) => ({
      id,
      name: [firstName, lastName].filter(Boolean).join(' ') || id,
      role: kind,
      skills: { ...levels(skills), ...groupLevel(group) },
      ...optional('teamId', team?.id),
    })),
  };
}

function poolsOf({ pool, group }: UccxQueue): readonly UccxLink[] {
  return pool === 'agents' ? [group ?? { id: '', name: 'without a name' }] : [];
}

function groupSkillId({ id }: UccxLink): string {
  return `group-${id}`;
}

function levels(
  skills: readonly { readonly skillId: string; readonly level: number }[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(skills.map(({ skillId, level }) => [skillId, level]));
}
