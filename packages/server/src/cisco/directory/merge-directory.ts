import { type AgentConfiguration, own, type QueueConfiguration, Selection } from '@eyeline/routing';
import * as v from 'valibot';
import { type DirectoryConfig, grantFor } from '../../settings/cisco/directory-config.ts';
import type { Config } from '../../settings/config.ts';
import type { KeptDirectory } from '../../store/kept-directory.ts';

/** UCCX's criteria that are not ours, and what comes nearest. */
const nearest: Readonly<Record<string, Selection>> = {
  'most-skilled-by-order': 'most-skilled',
  'least-skilled-by-order': 'least-skilled',
};

export interface MergedConfig {
  /** Names in it are not checked yet. */
  readonly config: Config;
  /** What a person should know, a sentence each. */
  readonly notes: readonly string[];
}

/** How a queue of Cisco's is named in the configuration: by its id, which outlives another name. */
export const queueIdOf = (ciscoId: string): string => `csq-${ciscoId}`;

/** What the file says, together with what came from Cisco. Where both speak of one agent, the file's skills are added. */
export function mergeDirectory(file: Config, kept: KeptDirectory): MergedConfig {
  const { directory } = file;
  if (!directory) return { config: file, notes: [] };
  const names = new Map(kept.skills.map(({ id, name }) => [id, name.trim()]));
  // One that is not there any more fails the check of names, with its path.
  const skillName = (id: string) => names.get(id) ?? `Cisco's skill ${id}`;
  const notes: string[] = [];
  const { routing } = file;
  const queues: Record<string, QueueConfiguration> = {};
  for (const queue of kept.queues) queues[queueIdOf(queue.id)] = queueOf(queue, directory, skillName, notes);
  const config = {
    ...file,
    routing: {
      ...routing,
      skills: [...new Set([...routing.skills, ...names.values()])],
      queues: { ...queues, ...routing.queues },
      agents: { ...routing.agents, ...agentsOf(file, directory, kept, skillName) },
    },
  };
  return { config, notes };
}

function queueOf(
  { id, name, selection: theirs, skills }: KeptDirectory['queues'][number],
  { queueDefaults }: DirectoryConfig,
  skillName: (id: string) => string,
  notes: string[],
): QueueConfiguration {
  const known = v.safeParse(Selection, theirs);
  const selection = known.success ? known.output : (nearest[theirs] ?? 'longest-available');
  if (!known.success)
    notes.push(`The queue ${id} "${name}" selects by ${theirs}, which is not known here: ${selection} is used.`);
  return {
    ...queueDefaults,
    name,
    selection,
    steps: [],
    skills: Object.entries(skills).map(([skillId, atLeast]) => ({ skill: skillName(skillId), atLeast })),
  };
}

function agentsOf(
  { routing }: Config,
  directory: DirectoryConfig,
  kept: KeptDirectory,
  skillName: (id: string) => string,
): Record<string, AgentConfiguration> {
  const teams = new Map(kept.teams.map(team => [team.id, team]));
  const disabled = new Set(kept.disabledAgents);
  const agents: Record<string, AgentConfiguration> = {};
  for (const { id, teamId, skills: levels } of kept.agents) {
    const grant = grantFor(directory, teamId === undefined ? undefined : teams.get(teamId));
    if (disabled.has(id) || grant === false) continue;
    const skills = Object.fromEntries(Object.entries(levels).map(([skillId, level]) => [skillName(skillId), level]));
    const given = own(routing.agents, id);
    agents[id] = { ...(given ?? grant), skills: { ...skills, ...given?.skills } };
  }
  return agents;
}
