import { type AgentId, EntryPoint, type EntryPointId } from '@eyeline/protocol';
import { own, type RoutingConfiguration } from '@eyeline/routing';
import * as v from 'valibot';
import type { Config, SiteEntryPoint } from './config.ts';
import { kindsOf } from './messages/masking-config.ts';

/** What counts of an account here. */
interface KnownAccount {
  readonly username: string;
  readonly isDisabled: boolean;
}

interface AppliedRouting {
  readonly configuration: RoutingConfiguration;
  /** What a person should put right, a sentence each. */
  readonly notes: readonly string[];
}

/** Routing's configuration by the ids of agents. Who has no account yet is left out. */
export function routingFor({ routing }: Config, accounts: ReadonlyMap<AgentId, KnownAccount>): AppliedRouting {
  const ids = new Map([...accounts].map(([agentId, { username }]) => [username, agentId]));
  const notes: string[] = [];
  const agents: RoutingConfiguration['agents'] = {};
  for (const [username, agent] of Object.entries(routing.agents)) {
    const agentId = ids.get(username.toLowerCase());
    if (agentId) agents[agentId] = agent;
    else notes.push(`routing.agents.${username}: there is no such account yet. Add it with add-agent.`);
  }
  return { configuration: { ...routing, agents }, notes };
}

/** What a customer's page may know of an entry point. */
export const bareEntryPoint = (
  entryPointId: EntryPointId,
  found: SiteEntryPoint | undefined,
  { masking, mail }: Pick<Config, 'masking' | 'mail'>,
): EntryPoint =>
  v.parse(EntryPoint, {
    ...(found ?? { entryPointId, title: entryPointId, video: false }),
    masking: kindsOf(found?.masking ?? masking),
    mail: found?.mail && mail !== undefined,
  });

/** The agents who have a phone. */
export const voiceChannelsIn = (
  { agents, agentDefaults }: RoutingConfiguration,
  accounts: ReadonlyMap<AgentId, KnownAccount>,
): readonly AgentId[] =>
  [...accounts].flatMap(([agentId, { isDisabled }]) =>
    !isDisabled && (own(agents, agentId) ?? agentDefaults).voiceChannel ? [agentId] : [],
  );
