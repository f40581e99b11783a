import type { Change } from '../../interaction/change.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { taskOf } from '../closing.ts';
import { requestFor } from '../request/prepare-request.ts';
import { proposeRoute, queueIdOf } from '../request/propose-route.ts';
import type { WorkRooms } from '../work-port.ts';

/** Somebody came by a link, and the agent who is to meet them has not come yet: routing knows nothing of it. */
export function awaitsHost(rooms: Pick<WorkRooms, 'work' | 'interaction'>, log: InteractionLog): boolean {
  if (log.isClosed || taskOf(rooms, log)) return false;
  const invitations = rooms.interaction.invitations.of(log.interactionId);
  return invitations.some(({ role, hostId, revokedAt }) => role === 'host' && hostId === null && revokedAt === null);
}

/**
 * Routing is asked for the agent who meets the guest. Who was asked by an agent is that agent's, whatever the opening hours;
 * who has nobody is a customer as others are.
 * @throws Refusal `closed`
 */
export function requestGuestTask(rooms: WorkRooms, change: Change, log: InteractionLog): void {
  const { entryPointId, taskId } = log.interaction;
  const entryPoint = entryPointId && rooms.settings.siteEntryPoint(entryPointId);
  if (!taskId || !entryPoint) return;
  const asked = { domain: 'video' as const, form: {} };
  const outcome = proposeRoute(rooms, entryPoint, asked);
  const hostId = rooms.interaction.invitations.of(log.interactionId).find(one => one.hostId !== null)?.hostId;
  if (!hostId) {
    change.route({ type: 'task.requested', taskId, ...requestFor(rooms, entryPoint, outcome, asked).asked });
    return;
  }
  const { fallback } = outcome;
  const queueId = queueIdOf(rooms, outcome);
  const more = fallback === undefined ? {} : { fallback };
  change.route({ type: 'task.requested', taskId, domain: 'video', queueId, broughtBy: hostId, ...more });
}
