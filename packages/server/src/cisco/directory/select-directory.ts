import type { Directory } from '@eyeline/finesse';
import { type DirectoryConfig, grantFor } from '../../settings/cisco/directory-config.ts';

/** The part of Cisco's directory that is wanted here. `services`: ids of accounts that are programs, not people. */
export function selectDirectory(read: Directory, config: DirectoryConfig, services: readonly string[]): Directory {
  const teams = new Map(read.teams.map(team => [team.id, team]));
  const programs = new Set(services.map(each => each.toLowerCase()));
  const { queues } = config;
  return {
    ...read,
    queues:
      queues === 'all'
        ? read.queues
        : read.queues.filter(({ id, name }) => [id, name].some(each => queues.includes(each))),
    agents: read.agents
      .filter(({ id, teamId }) => {
        if (programs.has(id.toLowerCase())) return false;
        return grantFor(config, teamId === undefined ? undefined : teams.get(teamId)) !== false;
      })
      .map(agent => ({ ...agent, role: config.supervisors ? agent.role : 'agent' })),
  };
}
