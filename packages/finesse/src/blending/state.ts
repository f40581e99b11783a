import { BlendingAgents } from './blending-agents.ts';

export interface BlendingState {
  readonly agents: BlendingAgents;
  nextToken: number;
  isPollWanted: boolean;
  lastPollAt?: number;
}

/** The state of a Finesse of which nothing is known yet. */
export const emptyBlending = (): BlendingState => ({ agents: new BlendingAgents(), nextToken: 1, isPollWanted: false });
