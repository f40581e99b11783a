import type { AgentId, TaskId } from '@eyeline/protocol';
import type { QueueId } from '../queue-id.ts';

/**
 * A task as it is with a router outside, from the request there until that router is rid of it. It outlives the task, so
 * that nothing is left lying there. Plain JSON.
 */
export interface ExternalTask {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly taskId: TaskId;
  readonly queueId: QueueId;
  /** Where it lives there; null until that is known. */
  address: string | null;
  /** How long the customer had still to wait when that was said last; null: nobody knows. */
  waitMs: number | null;
  statedAt: number;
  /** Who was chosen and let the offer pass: not offered to them again until somebody is chosen anew. */
  passedBy: AgentId | null;
  /** Nothing can be heard of it at present. */
  isUnreachable: boolean;
  /** An agent has, or had, the task in hand. */
  isTaken: boolean;
  /** The task does not need it any more: it is to be ended there. */
  isReleased: boolean;
}

export const newExternalTask = (
  number: number,
  { taskId, queueId }: Pick<ExternalTask, 'taskId' | 'queueId'>,
  now: number,
): ExternalTask => ({
  number,
  taskId,
  queueId,
  address: null,
  waitMs: null,
  statedAt: now,
  passedBy: null,
  isUnreachable: false,
  isTaken: false,
  isReleased: false,
});

/** What is left of the wait that was said, ms; null: nobody knows. */
export const waitLeft = (
  { waitMs, statedAt }: Pick<ExternalTask, 'waitMs' | 'statedAt'>,
  now: number,
): number | null => (waitMs === null ? null : Math.max(0, statedAt + waitMs - now));
