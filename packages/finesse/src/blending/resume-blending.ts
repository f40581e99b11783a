import type { AgentBlending } from './agent-blending.ts';
import { BlendingAgents } from './blending-agents.ts';
import type { BlendingPolicy } from './policy.ts';
import type { BlendingState } from './state.ts';

/**
 * The state as it goes on after a restart. The clock that wrote it may have been ahead of this one: nothing is waited for
 * longer than it would be if it were asked for now.
 */
export function resumeBlending(state: BlendingState, now: number, policy: BlendingPolicy): BlendingState {
  const { gadgetTimeoutMs, requestTimeoutMs, checkTimeoutMs, retryMaxMs, outstandingMs } = policy;
  const latest = now + Math.max(gadgetTimeoutMs, requestTimeoutMs, checkTimeoutMs, retryMaxMs);
  const resumed = ({ voiceHold, outstanding, ...agent }: AgentBlending): AgentBlending => ({
    ...agent,
    voiceHold:
      'deadlineAt' in voiceHold ? { ...voiceHold, deadlineAt: Math.min(voiceHold.deadlineAt, latest) } : voiceHold,
    ...(outstanding && {
      outstanding: {
        ...outstanding,
        until: Math.min(outstanding.until, now + outstandingMs),
        checkAt: Math.min(outstanding.checkAt, now + outstandingMs),
      },
    }),
  });
  return { ...state, agents: new BlendingAgents([...state.agents].map(([id, agent]) => [id, resumed(agent)])) };
}
