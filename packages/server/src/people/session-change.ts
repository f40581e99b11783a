import type { AgentId } from '@eyeline/protocol';
import type { RoutingInput } from '@eyeline/routing';

/** What a change does for people: who is signed in, and what routing hears of it. */
export interface SessionChange {
  setSession(agentId: AgentId, sessionId: string | null): void;
  route(input: RoutingInput): void;
  /** Runs when everything is stored and told. */
  afterCommit(run: () => void): void;
  /** How to take back what was done to memory beside this change. */
  onUndo(run: () => void): void;
}
