import type { RoutedTaskStatus } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import type { ExternalTask, ExternalTaskInput, Task } from '@eyeline/routing';

/** What routing is told of an external task, without its number. */
export type ExternalTaskNews = ExternalTaskInput extends infer I
  ? I extends { readonly number: number }
    ? Omit<I, 'number'>
    : never
  : never;

/** Who was chosen outside, as far as that is known here. */
export interface ChosenAgent {
  readonly agentId: AgentId;
  readonly isSignedIn: boolean;
  /** Signed in here, and connected. */
  readonly isHere: boolean;
  /** Something else that was chosen outside is being offered at the moment. */
  readonly isBeingAsked: boolean;
  /** Has accepted it at the own desk, as far as that can be seen. */
  readonly hasAccepted: boolean;
}

export interface StatusView {
  readonly externalTask: Pick<ExternalTask, 'address' | 'waitMs' | 'isUnreachable' | 'passedBy'>;
  readonly task: Pick<Task, 'state' | 'agentId'>;
  readonly status: RoutedTaskStatus;
  /** Undefined when the status names nobody, or somebody who has no account here. */
  readonly chosen: ChosenAgent | undefined;
  /** Connect as soon as somebody is chosen. */
  readonly connectsAtOnce: boolean;
  /** The chosen one was missing here for longer than we wait. */
  readonly isOverdue: boolean;
}

/** What routing is to be told after a look at a task that waits; null when that is nothing new. */
export function readStatus({
  externalTask,
  task,
  status,
  chosen,
  connectsAtOnce,
  isOverdue,
}: StatusView): ExternalTaskNews | null {
  const { address, waitMs, isUnreachable, passedBy } = externalTask;
  const queued = (now: number | null): ExternalTaskNews | null =>
    waitMs !== now || isUnreachable || task.state === 'offered' || passedBy !== null
      ? { type: 'external-task.queued', waitMs: now }
      : null;
  const again: ExternalTaskNews | null =
    isUnreachable && address !== null ? { type: 'external-task.placed', address } : null;
  switch (status.state) {
    case 'queued':
      return queued(status.estimatedWaitMs ?? null);
    case 'requested':
    case 'unknown':
      return again;
    case 'closed':
      return { type: 'external-task.given-up', because: 'given-up', reason: status.reason ?? null };
    // It is asked for anew.
    case 'gone':
      return null;
    case 'handled':
      if (chosen?.isSignedIn) return { type: 'external-task.taken', agentId: chosen.agentId };
      return absent(status.agentId);
    case 'offered': {
      // A connection may be lost for a moment; who has accepted has accepted.
      if (chosen?.isSignedIn && chosen.hasAccepted) return { type: 'external-task.taken', agentId: chosen.agentId };
      if (!chosen?.isHere) {
        if (isOverdue) return absent(status.agentId);
        return task.state === 'offered' ? { type: 'external-task.queued', waitMs: null } : again;
      }
      const { agentId } = chosen;
      if (connectsAtOnce) return { type: 'external-task.taken', agentId };
      const isNotified = (task.state === 'offered' && task.agentId === agentId) || passedBy === agentId;
      return isNotified || chosen.isBeingAsked ? again : { type: 'external-task.chosen', agentId };
    }
  }
}

const absent = (agentId: string | undefined): ExternalTaskNews => ({
  type: 'external-task.given-up',
  because: 'agent-absent',
  reason: agentId === undefined ? null : `agent ${agentId} is not signed in to Eyeline`,
});
