import type { AgentId } from '@eyeline/protocol';
import type { ErrandInput } from '../input.ts';
import type { RoutingState } from '../record/state.ts';

/** A router outside that does as it likes, in any order, and says so. */
export function outsideSays(
  { errands }: RoutingState,
  about: number,
  agentIds: readonly AgentId[],
): ErrandInput | undefined {
  const all = [...errands.values()];
  const errand = all[about % Math.max(1, all.length)];
  if (!errand) return undefined;
  const { number, isReleased } = errand;
  if (isReleased && about % 2 === 0) return { type: 'errand.let-go', number };
  const part = Math.floor(about / 16);
  const agentId = agentIds[part % agentIds.length] as AgentId;
  const because = part % 2 === 0 ? 'given-up' : 'agent-absent';
  switch (Math.floor(about / 2) % 16) {
    case 0:
    case 1:
      return { type: 'errand.placed', number, address: `there-${number}` };
    case 2:
      return { type: 'errand.unreachable', number };
    case 3:
    case 4:
      return { type: 'errand.queued', number, waitMs: part % 4 === 0 ? null : part * 1_000 };
    case 5:
      return { type: 'errand.given-up', number, because, reason: 'NOTIFICATION_NO_SCRIPT' };
    case 6:
      return { type: 'errand.moved', number, queueId: part % 3 === 0 ? 'outside' : 'anybody' };
    case 7:
      // Too early, and to be ignored, unless it was released.
      return { type: 'errand.let-go', number };
    case 8:
    case 9:
    case 10:
      return { type: 'errand.taken', number, agentId };
    default:
      return { type: 'errand.chosen', number, agentId };
  }
}
