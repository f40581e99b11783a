import { routingDomains } from '../domain.ts';
import type { RoutingState } from '../record/state.ts';
import type { AgentSession, Filed } from './agent-session.ts';
import { filedOf } from './availability.ts';
import { placesIn } from './capacity.ts';
import type { Membership, Pool } from './pool.ts';
import { rankOf } from './selection-rank.ts';

const bits = Object.fromEntries(routingDomains.map((domain, index) => [domain, 1 << index]));
const bitOf = (pool: Pool): number => bits[pool.requirement.domain] ?? 0;

/** Could an agent filed like this be offered something from this pool? */
export const isFree = (pool: Pool, filed: Filed): boolean =>
  ((pool.requirement.voice ? filed.freeWithVoice : filed.free) & bitOf(pool)) !== 0;

/**
 * Brings an agent's places in all pools up to date. O(pools of the agent x log of their sizes) when something changed.
 * @param turned receives the pools that became or ceased to be able to serve
 * @returns whether the agent became free, or free in another order, anywhere
 */
export function fileAgentSession(state: RoutingState, agentSession: AgentSession, turned: Set<Pool>): boolean {
  const filed = filedOf(state, agentSession);
  const old = agentSession.filed;
  if (isSame(old, filed)) return false;
  countPresence(state, old.present, -1);
  countPresence(state, filed.present, 1);
  agentSession.filed = filed;
  let isFreer = false;
  for (const membership of agentSession.memberships)
    if (fileMembership(state, agentSession, membership, turned)) isFreer = true;
  return isFreer;
}

/** @returns whether the agent is free there */
export function fileMembership(
  state: RoutingState,
  { agent, profile, filed }: AgentSession,
  membership: Membership,
  turned: Set<Pool>,
): boolean {
  const { pool } = membership;
  const { requirement } = pool;
  const bit = bitOf(pool);
  const works = ((requirement.voice ? filed.worksWithVoice : filed.works) & bit) !== 0;
  count(
    membership,
    (filed.present & bit) !== 0,
    works ? placesIn(requirement.domain, profile, state.configuration.domains) : 0,
    turned,
  );
  const isNowFree = isFree(pool, filed);
  if (membership.isIdle) {
    const rank = rankOf(requirement, membership.skillRank, agent);
    if (isNowFree && membership.rank === rank && membership.load === filed.load && membership.since === filed.since)
      return true;
    pool.idle.remove(membership);
    membership.isIdle = false;
  }
  if (!isNowFree) return false;
  membership.rank = rankOf(requirement, membership.skillRank, agent);
  membership.load = filed.load;
  membership.since = filed.since;
  membership.isIdle = true;
  pool.idle.add(membership);
  return true;
}

/** Takes an agent out of all pools. */
export function unfileAgentSession(state: RoutingState, agentSession: AgentSession, turned: Set<Pool>): void {
  countPresence(state, agentSession.filed.present, -1);
  for (const membership of agentSession.memberships) leavePool(membership, turned);
  agentSession.memberships = [];
}

export function leavePool(membership: Membership, turned: Set<Pool>): void {
  const { pool } = membership;
  if (membership.isIdle) pool.idle.remove(membership);
  membership.isIdle = false;
  count(membership, false, 0, turned);
  pool.members.delete(membership);
}

function count(membership: Membership, present: boolean, places: number, turned: Set<Pool>): void {
  const { pool } = membership;
  if (membership.present !== present) {
    membership.present = present;
    pool.present += present ? 1 : -1;
    if (pool.present === (present ? 1 : 0)) turned.add(pool);
  }
  if (membership.places === places) return;
  pool.places += places - membership.places;
  membership.places = places;
  if (pool.places === 0) turned.add(pool);
}

function countPresence(state: RoutingState, present: number, change: number): void {
  if (present === 0) return;
  for (let index = 0; index <= routingDomains.length; index += 1)
    if (index === routingDomains.length || (present & (1 << index)) !== 0)
      state.present[index] = (state.present[index] ?? 0) + change;
}

const isSame = (one: Filed, other: Filed): boolean =>
  one.free === other.free &&
  one.freeWithVoice === other.freeWithVoice &&
  one.present === other.present &&
  one.works === other.works &&
  one.worksWithVoice === other.worksWithVoice &&
  one.load === other.load &&
  one.since === other.since &&
  one.handled === other.handled;
