import type { AgentId } from '@eyeline/protocol';
import type { ExternalTaskInput } from '../input.ts';
import type { RoutingState } from '../record/state.ts';

/** A router outside that does as it likes, in any order, and says so. */
export function externalNews(
  { externalTasks }: RoutingState,
  about: number,
  agentIds: readonly AgentId[],
): ExternalTaskInput | undefined {
  const all = [...externalTasks.values()];
  const externalTask = all[about % Math.max(1, all.length)];
  if (!externalTask) return undefined;
  const { number, isReleased } = externalTask;
  if (isReleased && about % 2 === 0) return { type: 'external-task.let-go', number };
  const part = Math.floor(about / 16);
  const agentId = agentIds[part % agentIds.length] as AgentId;
  const because = part % 2 === 0 ? 'given-up' : 'agent-absent';
  switch (Math.floor(about / 2) % 16) {
    case 0:
    case 1:
      return { type: 'external-task.placed', number, address: `there-${number}` };
    case 2:
      return { type: 'external-task.unreachable', number };
    case 3:
    case 4:
      return { type: 'external-task.queued', number, waitMs: part % 4 === 0 ? null : part * 1_000 };
    case 5:
      return { type: 'external-task.given-up', number, because, reason: 'NOTIFICATION_NO_SCRIPT' };
    case 6:
      return { type: 'external-task.moved', number, queueId: part % 3 === 0 ? 'outside' : 'anybody' };
    case 7:
      // Too early, and to be ignored, unless it was released.
      return { type: 'external-task.let-go', number };
    case 8:
    case 9:
    case 10:
      return { type: 'external-task.taken', number, agentId };
    default:
      return { type: 'external-task.chosen', number, agentId };
  }
}
