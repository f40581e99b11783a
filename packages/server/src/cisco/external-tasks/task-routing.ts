import type { MediaRouter } from '@eyeline/finesse';
import type { OutsideAgents } from './outside-agents.ts';
import type { OwnDesks } from './own-desks.ts';

/** CCE's side of the queues that it routes. Spans in ms. */
export interface TaskRouting {
  readonly router: MediaRouter;
  readonly agents: OutsideAgents;
  readonly desks: OwnDesks;
  /** Where a task's dialog says which interaction it is. */
  readonly variable: string;
  readonly pollMs: number;
  readonly connect: 'accepted' | 'reserved';
  readonly absentMs: number;
  close(): void;
}
