import type { RoutingState } from '../record/state.ts';
import type { AgentSession } from './agent-session.ts';
import { fileMembership, leavePool } from './file-agent-session.ts';
import { type Membership, newPool, type Pool, type PoolRequirement, poolKey } from './pool.ts';
import { anchorOf, isSatisfied } from './requirement.ts';
import { skillRank } from './selection-rank.ts';

/** The pool of a requirement, made and filled when it is the first time. */
export function poolFor(state: RoutingState, requirement: PoolRequirement): Pool {
  const key = poolKey(requirement);
  const known = state.pools.get(key);
  if (known) return known;
  const pool = newPool(key, requirement);
  state.pools.set(key, pool);
  const anchor = poolAnchor(requirement);
  state.anchors.set(anchor, (state.anchors.get(anchor) ?? new Set()).add(pool));
  if (requirement.agentId === null)
    for (const agentSession of state.agentSessions.values()) join(state, pool, agentSession);
  else {
    const agentSession = state.agentSessions.get(requirement.agentId);
    if (agentSession) join(state, pool, agentSession);
  }
  return pool;
}

/** A plan does not lead here any more. */
export function leaveToPlans(state: RoutingState, pool: Pool, planKey: string): void {
  pool.plans.delete(planKey);
  if (pool.plans.size > 0) return;
  state.pools.delete(pool.key);
  const anchor = poolAnchor(pool.requirement);
  const beside = state.anchors.get(anchor);
  beside?.delete(pool);
  if (beside?.size === 0) state.anchors.delete(anchor);
  for (const membership of [...pool.members]) {
    leavePool(membership, new Set());
    const agentSession = state.agentSessions.get(membership.agent.agentId);
    if (agentSession) agentSession.memberships = agentSession.memberships.filter(other => other !== membership);
  }
}

/** Finds all pools that an agent belongs to. */
export function joinPools(state: RoutingState, agentSession: AgentSession): void {
  const { agent, profile } = agentSession;
  const anchors = ['', `agent:${agent.agentId}`, ...Object.keys(profile.skills).map(skill => `skill:${skill}`)];
  for (const anchor of anchors) for (const pool of state.anchors.get(anchor) ?? []) join(state, pool, agentSession);
}

function join(state: RoutingState, pool: Pool, agentSession: AgentSession): void {
  const { requirement } = pool;
  const { agent, profile } = agentSession;
  if (profile.domains[requirement.domain] === 0) return;
  if (requirement.agentId !== null && requirement.agentId !== agent.agentId) return;
  if (requirement.term !== null && !isSatisfied(requirement.term, profile.skills)) return;
  const membership: Membership = {
    pool,
    agent,
    skillRank: skillRank(requirement, profile.skills),
    isIdle: false,
    rank: 0,
    load: 0,
    since: 0,
    present: false,
    places: 0,
  };
  pool.members.add(membership);
  agentSession.memberships.push(membership);
  fileMembership(state, agentSession, membership, new Set());
}

function poolAnchor({ agentId, term }: PoolRequirement): string {
  if (agentId !== null) return `agent:${agentId}`;
  const skill = term === null ? null : anchorOf(term);
  return skill === null ? '' : `skill:${skill}`;
}
