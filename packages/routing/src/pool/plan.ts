import type { Pool } from './pool.ts';

export interface PlanStep {
  readonly pool: Pool;
  /** How long before the next step is added; null for the last. */
  readonly timeoutMs: number | null;
  /** Does an earlier step look in the same pool? */
  readonly isRepeated: boolean;
}

/** Where a task of one kind looks for agents: step by step, the earlier ones kept. An index: never stored. */
export interface Plan {
  readonly key: string;
  readonly laneKey: string;
  readonly steps: readonly PlanStep[];
  /** Is the first step the preferred agent's own pool? */
  readonly isPersonal: boolean;
  /** All pools that could ever serve it, overflows included. */
  readonly reach: readonly Pool[];
  readonly voice: boolean;
  /** Where its tasks go when they overflow. */
  readonly overflow: Plan | null;
  /** Tasks that wait by it, and plans that overflow to it. Plans for a single task's own skills are dropped with the last of them. */
  uses: number;
  readonly isLasting: boolean;
}
