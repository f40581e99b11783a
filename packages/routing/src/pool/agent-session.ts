import type { AgentConfiguration } from '../configuration/agent-configuration.ts';
import type { Agent } from '../record/agent.ts';
import type { Membership } from './pool.ts';

/** An agent with what the configuration says of them and their places in the pools. */
export interface AgentSession {
  readonly agent: Agent;
  profile: AgentConfiguration;
  memberships: Membership[];
  /** As what the agent was last filed in the pools. */
  filed: Filed;
}

/** Domains as bits, in the order of `routingDomains`. */
export interface Filed {
  /** Could be offered something now: whatever the phone is doing, and by queues that want it ready. */
  readonly free: number;
  readonly freeWithVoice: number;
  /** Can do it and is reachable. */
  readonly present: number;
  /** Works there: ready, whether or not there is room just now. */
  readonly works: number;
  readonly worksWithVoice: number;
  readonly load: number;
  readonly since: number;
  readonly handled: number;
}

export const unfiled: Filed = {
  free: 0,
  freeWithVoice: 0,
  present: 0,
  works: 0,
  worksWithVoice: 0,
  load: 0,
  since: 0,
  handled: 0,
};
