import type { AgentBlending } from './agent-blending.ts';
import { BlendingAgents } from './blending-agents.ts';
import type { BlendingPolicy } from './policy.ts';
import type { BlendingState } from './state.ts';

/**
 * The state as it goes on after a restart. The clock that wrote it may have been ahead of this one: nothing is waited for
 * longer than it would be if it were asked for now.
 */
export function resumeBlending(state: BlendingState, now: number, policy: BlendingPolicy): BlendingState {
  const { gadgetPatienceMs, requestPatienceMs, checkPatienceMs, retryMaxMs, owedMs } = policy;
  const latest = now + Math.max(gadgetPatienceMs, requestPatienceMs, checkPatienceMs, retryMaxMs);
  const resumed = ({ claim, owed, ...agent }: AgentBlending): AgentBlending => ({
    ...agent,
    claim: 'deadlineAt' in claim ? { ...claim, deadlineAt: Math.min(claim.deadlineAt, latest) } : claim,
    ...(owed && {
      owed: { ...owed, until: Math.min(owed.until, now + owedMs), checkAt: Math.min(owed.checkAt, now + owedMs) },
    }),
  });
  return { ...state, agents: new BlendingAgents([...state.agents].map(([id, agent]) => [id, resumed(agent)])) };
}
