import type { AgentId } from '@eyeline/protocol';
import type { Selection } from '../configuration/selection.ts';
import type { Term } from '../configuration/term.ts';
import type { RoutingDomain } from '../domain.ts';
import { OrderedIndex } from '../ordered/ordered-index.ts';
import type { Agent } from '../record/agent.ts';
import { compareTasks, type Task } from '../record/task.ts';

/** Who is looked for: everything that makes two queues look for the same agents in the same order. */
export interface PoolRequirement {
  readonly domain: RoutingDomain;
  /** Must a phone be ready for voice? */
  readonly voice: boolean;
  /** null: no skill is needed. */
  readonly term: Term | null;
  /** One agent's own pool. */
  readonly agentId: AgentId | null;
  readonly selection: Selection;
}

/** An agent's place in a pool. */
export interface Membership {
  readonly pool: Pool;
  readonly agent: Agent;
  /** What the selection goes by, as far as it never changes while the skills do not. */
  readonly skillRank: number;
  isIdle: boolean;
  /** The order among the idle: smaller is chosen first. Changed only while not idle. */
  rank: number;
  load: number;
  since: number;
  /** What the agent adds to the pool's figures. */
  present: boolean;
  places: number;
}

/** The agents who satisfy one requirement, and the tasks that look for them. An index: never stored. */
export interface Pool {
  readonly key: string;
  readonly requirement: PoolRequirement;
  readonly members: Set<Membership>;
  readonly idle: OrderedIndex<Membership>;
  /** Queued tasks to be offered. */
  readonly waiting: OrderedIndex<Task>;
  /** Queued tasks to be picked. */
  readonly listed: OrderedIndex<Task>;
  /** How many members are signed in and reachable, and how many tasks those who are ready could serve at once. */
  present: number;
  places: number;
  /** The plans that may lead here; a pool without any is dropped. */
  readonly plans: Set<string>;
}

const compareMemberships = (one: Membership, other: Membership): number =>
  one.rank - other.rank ||
  one.load - other.load ||
  one.since - other.since ||
  (one.agent.agentId < other.agent.agentId ? -1 : one.agent.agentId > other.agent.agentId ? 1 : 0);

export const poolKey = ({ domain, voice, term, agentId, selection }: PoolRequirement): string =>
  JSON.stringify([domain, voice, term, agentId, selection]);

export const newPool = (key: string, requirement: PoolRequirement): Pool => ({
  key,
  requirement,
  members: new Set(),
  idle: new OrderedIndex(compareMemberships),
  waiting: new OrderedIndex(compareTasks),
  listed: new OrderedIndex(compareTasks),
  present: 0,
  places: 0,
  plans: new Set(),
});
