import type { AgentId } from '@eyeline/protocol';
import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import type { SkillTerm, Term } from '../configuration/term.ts';
import type { RoutingDomain } from '../domain.ts';
import { own } from '../own.ts';
import type { QueueId } from '../queue-id.ts';
import type { Consult } from '../record/consult.ts';
import type { RoutingState } from '../record/state.ts';
import { laneKey } from './lane.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Pool } from './pool.ts';
import { leaveToPlans, poolFor } from './pools.ts';

/** What decides where a task looks for agents. */
export interface PlanRequest {
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  readonly skills: readonly SkillTerm[];
  readonly preferredAgentId: AgentId | null;
  readonly insists: boolean;
  /** Never overflows. */
  readonly consult?: Consult | undefined;
}

export const queueOf = ({ configuration, retired }: RoutingState, queueId: QueueId): QueueConfiguration | undefined =>
  own(configuration.queues, queueId) ?? own(retired, queueId);

const isPlain = ({ skills, preferredAgentId }: PlanRequest): boolean =>
  skills.length === 0 && preferredAgentId === null;

/** No domain has this name. */
const laneKeyOf = ({ queueId, domain, consult }: PlanRequest): string =>
  consult ? `consult ${queueId}` : laneKey(queueId, domain);

function planKey(request: PlanRequest): string {
  const { skills, preferredAgentId, insists } = request;
  const key = laneKeyOf(request);
  return isPlain(request) ? key : JSON.stringify([key, skills, preferredAgentId, insists]);
}

/** The plan for a task of a queue that exists. */
export function planFor(state: RoutingState, request: PlanRequest): Plan {
  const key = planKey(request);
  const known = state.plans.get(key);
  if (known) return known;
  const { queueId, domain, skills, preferredAgentId, insists } = request;
  const queue = queueOf(state, queueId);
  const voice = (queue?.voice ?? state.configuration.domains[domain].voice) === 'required';
  const steps: PlanStep[] = [];
  const add = (pool: Pool, timeoutMs: number | null) =>
    steps.push({ pool, timeoutMs, isRepeated: steps.some(step => step.pool === pool) });
  if (preferredAgentId !== null) {
    const selection = 'longest-available';
    const pool = poolFor(state, { domain, voice, term: null, agentId: preferredAgentId, selection });
    add(pool, insists ? null : (queue?.stickyMs ?? null));
  }
  if (queue && !insists)
    for (const { term, timeoutMs } of searches(queue, skills))
      add(poolFor(state, { domain, voice, term, agentId: null, selection: queue.selection }), timeoutMs);
  const next = request.consult ? undefined : queue?.overflow;
  const follows = !insists && next !== undefined && queueOf(state, next)?.domains.includes(domain) === true;
  const overflow = follows ? planFor(state, { ...request, queueId: next, preferredAgentId: null }) : null;
  if (overflow) overflow.uses += 1;
  const plan: Plan = {
    key,
    laneKey: laneKeyOf(request),
    steps,
    isPersonal: preferredAgentId !== null,
    reach: [...new Set([...steps.map(({ pool }) => pool), ...(overflow?.reach ?? [])])],
    overflow,
    voice,
    uses: 0,
    isLasting: isPlain(request),
  };
  for (const pool of plan.reach) pool.plans.add(key);
  state.plans.set(key, plan);
  return plan;
}

/** One task or plan less goes by it. */
export function leavePlan(state: RoutingState, plan: Plan): void {
  plan.uses -= 1;
  if (plan.uses > 0 || plan.isLasting) return;
  state.plans.delete(plan.key);
  for (const pool of plan.reach) leaveToPlans(state, pool, plan.key);
  if (plan.overflow) leavePlan(state, plan.overflow);
}

/** Could anybody who is signed in and reachable ever serve it? */
export const isServable = ({ reach }: Plan): boolean => reach.some(pool => pool.present > 0);

function searches(
  { steps, skills }: QueueConfiguration,
  extra: readonly SkillTerm[],
): readonly { term: Term | null; timeoutMs: number | null }[] {
  if (steps.length === 0) return [{ term: together([...skills, ...extra]), timeoutMs: null }];
  return steps.map(({ term, timeoutMs }, index) => ({
    term: together([term, ...extra]),
    timeoutMs: index === steps.length - 1 ? null : (timeoutMs ?? null),
  }));
}

function together(terms: readonly Term[]): Term | null {
  const [only, ...others] = terms;
  if (only === undefined) return null;
  return others.length === 0 ? only : { all: terms };
}
