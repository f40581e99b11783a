import type { AgentStatus } from '@eyeline/protocol';
import { deskWrapUp } from '../sentences/desk-wrap-up.ts';
import { isLeaving } from './agent-words.ts';
import { freeDomains } from './domain-words.ts';

/**
 * What a wrap-up keeps the agent from; null where it keeps nobody away: there is room for others, or the agent wants none.
 * How they stand then is said by `agentWords` alone.
 */
export const wrapUpWords = (agent: AgentStatus): string | null =>
  agent.state === 'ready' && !isLeaving(agent) && freeDomains(agent).length === 0
    ? deskWrapUp.nobodyUntilFinished
    : null;
