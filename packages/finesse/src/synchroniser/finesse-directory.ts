import { optional } from '../codec/optional.ts';
import type { FinesseUser, TeamName } from '../codec/user.ts';
import type { Directory } from './directory.ts';

/**
 * What Finesse itself tells, as a directory: agents and teams. Skills and queues of UCCE are not to be had here. Teams
 * are those of the list and those that users are in: the list is the part that Cisco documents least.
 */
export function directoryOfFinesse(read: {
  readonly users: readonly FinesseUser[];
  readonly teams: readonly TeamName[];
}): Directory {
  const agents = read.users.filter(({ roles }) => roles.includes('agent'));
  const named = [...agents.flatMap(({ team }) => team ?? []), ...read.teams];
  return {
    skills: [],
    queues: [],
    teams: [...new Map(named.map(({ id, name }) => [id, { id, name: name || `Team ${id}` }])).values()],
    agents: agents.map(({ id, firstName, lastName, roles, team }) => ({
      id,
      name: [firstName, lastName].filter(Boolean).join(' ') || id,
      role: roles.includes('supervisor') ? 'supervisor' : 'agent',
      skills: {},
      ...optional('teamId', team?.id),
    })),
  };
}
