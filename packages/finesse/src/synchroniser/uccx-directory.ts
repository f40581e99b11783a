import type { UccxQueue, UccxResource, UccxSkill, UccxTeam } from '../uccx/objects.ts';
import type { Directory } from './directory.ts';

/** What UCCX tells, as a directory. */
export function directoryOfUccx(read: {
  readonly skills: readonly UccxSkill[];
  readonly teams: readonly UccxTeam[];
  readonly queues: readonly UccxQueue[];
  readonly resources: readonly UccxResource[];
}): Directory {
  return {
    skills: read.skills.map(({ id, name }) => ({ id, name })),
    teams: read.teams.map(({ id, name }) => ({ id, name })),
    queues: read.queues.map(({ id, name, selection, skills }) => ({ id, name, selection, skills: levels(skills) })),
    agents: read.resources.map(({ id, firstName, lastName, kind, team, skills }) => ({
      id,
      name: [firstName, lastName].filter(Boolean).join(' ') || id,
      role: kind,
      skills: levels(skills),
      ...(team === undefined ? {} : { teamId: team.id }),
    })),
  };
}

function levels(
  skills: readonly { readonly skillId: string; readonly level: number }[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(skills.map(({ skillId, level }) => [skillId, level]));
}
