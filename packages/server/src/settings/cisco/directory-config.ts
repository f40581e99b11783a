import { AgentConfiguration, QueueConfiguration } from '@eyeline/routing';
import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const account = v.strictObject({ userId: text, password: SecretSource });

/** What agents of Cisco's may do here; `false`: they do not come here at all. */
const Grant = v.union(
  [
    v.literal(false),
    v.strictObject({ domains: AgentConfiguration.entries.domains, voiceChannel: v.optional(v.boolean(), true) }),
  ],
  'false, or an object with domains and voiceChannel',
);
export type Grant = v.InferOutput<typeof Grant>;

/** The section `directory`: agents, teams, skills and queues that are Cisco's. Spans in ms. */
export const DirectoryConfig = v.pipe(
  v.strictObject({
    /** From UCCX's administration API. */
    uccx: v.optional(
      v.strictObject({
        /** The publisher. */
        origin: v.pipe(v.string(), v.regex(/^https:\/\/[^/]+$/, 'an address like https://uccx1.example.com')),
        /** An administrator. Left out: the account of the section `finesse`. */
        account: v.optional(account),
        format: v.optional(v.picklist(['xml', 'json']), 'xml'),
      }),
    ),
    /** From Finesse itself: agents and teams. The way for UCCE. */
    finesse: v.optional(
      v.strictObject({
        /** An administrator. Left out: the account of the section `finesse`. */
        account: v.optional(account),
      }),
    ),
    /** How often Cisco is asked; 0: only when somebody says so. */
    everyMs: v.optional(v.pipe(v.number(), v.minValue(0)), 900_000),
    /** For agents whose team is not named below. */
    agents: v.optional(Grant, {}),
    /** By the team's name or id. */
    teams: v.optional(v.record(v.string(), Grant), {}),
    /** Whether Cisco's supervisors are supervisors here. */
    supervisors: v.optional(v.boolean(), true),
    /** Contact service queues that become queues, by name or id; ids outlive another name. */
    queues: v.optional(v.union([v.literal('all'), v.array(text)], '"all" or a list of names and ids'), 'all'),
    /** What such a queue is beside its name, skills and selection. */
    queueDefaults: v.optional(
      v.strictObject({
        ...v.omit(QueueConfiguration, ['name', 'skills', 'steps', 'selection']).entries,
        mode: v.optional(v.picklist(['push', 'pull', 'both']), 'push'),
      }),
      {},
    ),
  }),
  v.check(({ uccx, finesse }) => (uccx === undefined) !== (finesse === undefined), 'either uccx or finesse'),
);
export type DirectoryConfig = v.InferOutput<typeof DirectoryConfig>;

/** What an agent of this team may do. */
export function grantFor(
  config: DirectoryConfig,
  team: { readonly id: string; readonly name: string } | undefined,
): Grant {
  if (!team) return config.agents;
  const named = [team.name, team.id].find(each => Object.hasOwn(config.teams, each));
  return (named === undefined ? undefined : config.teams[named]) ?? config.agents;
}
