import type { EscalationObstacle } from '@eyeline/protocol';
import { domainObstacle, type RefusedReason, type RoutingEffect } from '@eyeline/routing';
import type { VideoPort } from '../call/call-port.ts';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Refusal } from '../people/refusal.ts';
import { videoRefusals } from '../settings/sentences/refusals.ts';
import { isWaiting, taskOf } from './closing.ts';
import type { WorkRooms } from './work-port.ts';

/**
 * The agent is taken for video, with the phone off voice where that is the rule. Already so: nothing happens.
 * @throws Refusal `call-not-allowed` that says why not
 */
async function enterVideo(
  rooms: Pick<WorkRooms, 'interaction' | 'settings' | 'work'>,
  log: InteractionLog,
): Promise<void> {
  const task = taskOf(rooms, log);
  if (task?.state !== 'active') throw new Refusal('call-not-allowed');
  const { taskId } = task;
  if (task.domain === 'video') return;
  const isIt = (effect: RoutingEffect) =>
    (effect.type === 'task.domain-changed' ||
      effect.type === 'task.domain-refused' ||
      effect.type === 'task.changed') &&
    effect.taskId === taskId;
  const decided = rooms.work.decisions.next(isIt, rooms.settings.config.limits.timeoutMs);
  await rooms.interaction.change(change => change.route({ type: 'task.domain-asked', taskId, domain: 'video' }));
  const answer = await decided;
  if (answer?.type === 'task.domain-changed') return;
  const because = answer?.type === 'task.domain-refused' ? answer.because : 'gone';
  throw new Refusal('call-not-allowed', answer ? videoRefusals[because] : undefined);
}

/** A call takes an agent whole; when it is over the task is again what the customer came with. */
export function leaveVideo(rooms: Pick<WorkRooms, 'work'>, change: Change, log: InteractionLog): void {
  const task = taskOf(rooms, log);
  const { domain } = log.interaction;
  const isOpen = task?.state === 'active' || isWaiting(rooms, log);
  if (task && isOpen && task.domain === 'video' && domain !== 'video')
    change.route({ type: 'task.domain-asked', taskId: task.taskId, domain });
}

/** What the other side reads of why not. */
const obstacles: Readonly<Record<RefusedReason, EscalationObstacle>> = {
  gone: 'not-served',
  taken: 'not-served',
  'not-eligible': 'agent-without-video',
  'not-ready': 'agent-without-video',
  'no-room': 'agent-busy',
  'voice-not-ready': 'agent-busy',
};

function videoObstacle({ work }: Pick<WorkRooms, 'work'>, log: InteractionLog): EscalationObstacle | null {
  const { taskId } = log.interaction;
  const because = taskId === null ? 'gone' : domainObstacle(work.state, taskId, 'video');
  return because && obstacles[because];
}

/** How calls take agents, and leave them. */
export const videoOf = (rooms: Pick<WorkRooms, 'interaction' | 'settings' | 'work'>): VideoPort => ({
  enter: log => enterVideo(rooms, log),
  leave: (change, log) => leaveVideo(rooms, change, log),
  obstacle: log => videoObstacle(rooms, log),
});
