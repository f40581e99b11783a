import type { Disposition, ParticipantId } from '@eyeline/protocol';
import type { Task } from '@eyeline/routing';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { botIn } from './bots/bot-standing.ts';
import type { WorkRooms } from './work-port.ts';

/** The task that serves an interaction; undefined when routing is done with it. */
export const taskOf = (
  { work }: Pick<WorkRooms, 'work'>,
  { interaction: { taskId } }: InteractionLog,
): Task | undefined => (taskId === null ? undefined : work.state.tasks.get(taskId));

const waitingStates: readonly Task['state'][] = ['scheduled', 'queued', 'preparing', 'offered'];

/** Does the customer still wait for an agent? */
export function isWaiting(rooms: Pick<WorkRooms, 'work'>, log: InteractionLog): boolean {
  const task = taskOf(rooms, log);
  return task !== undefined && waitingStates.includes(task.state);
}

/** Nothing can happen to it any more, nor to what colleagues were asked about it: a restarted server does without. */
export function retire(
  { interaction }: Pick<WorkRooms, 'interaction'>,
  change: Change,
  { interactionId }: InteractionLog,
): void {
  change.mark(interactionId, false);
  for (const consult of interaction.logs.consultsAbout(interactionId)) change.mark(consult.interactionId, false);
}

/** Ends an open interaction and what hangs on it. `by`: null where the system did, and `reason` why, where nobody sees it. */
export function closeInteraction(
  rooms: WorkRooms,
  change: Change,
  log: InteractionLog,
  by: ParticipantId | null,
  reason?: 'inactive',
): void {
  const { interactionId, interaction } = log;
  const { call } = interaction;
  rooms.call.end(change, log, by, call?.state === 'active' ? 'hung-up' : 'withdrawn');
  const task = taskOf(rooms, log);
  const waiting = isWaiting(rooms, log);
  const disposition = botIn(log) ? 'handled' : dispositionOf(task, waiting);
  change.append(log, { type: 'interaction.closed', participantId: by, disposition, ...(reason && { reason }) });
  change.onUndo(rooms.work.unserved.delete(interactionId));
  // A consult can be read again until what it is about is over.
  if ((!task || waiting) && !log.consult) retire(rooms, change, log);
  if (!task) return;
  const { taskId } = task;
  if (task.state === 'active') change.route({ type: 'task.ended', taskId });
  // Waiting, it is closed; wrapping up, a callback is not tried again.
  if (waiting || task.callback) change.route({ type: 'task.withdrawn', taskId });
}

function dispositionOf(task: Task | undefined, waiting: boolean): Disposition {
  if (!task) return 'missed';
  return waiting ? 'abandoned' : 'handled';
}
