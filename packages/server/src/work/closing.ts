import type { CallEnding, CallId, Disposition, InteractionId, ParticipantId } from '@eyeline/protocol';
import type { Task } from '@eyeline/routing';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { ContactCentre } from '../process/contact-centre.ts';

/** The SFU's room of a call. A call's id is chosen by a page: alone it could name somebody else's room. */
export const roomIdOf = (interactionId: InteractionId, callId: CallId): string => `${interactionId}.${callId}`;

/** The task that serves an interaction; undefined when routing is done with it. */
export const taskOf = ({ routing }: ContactCentre, { interaction: { taskId } }: InteractionLog): Task | undefined =>
  taskId === null ? undefined : routing.state.tasks.get(taskId);

const waitingStates: readonly Task['state'][] = ['scheduled', 'queued', 'reserving', 'offered'];

/** Does the customer still wait for an agent? */
export function isWaiting(centre: ContactCentre, log: InteractionLog): boolean {
  const task = taskOf(centre, log);
  return task !== undefined && waitingStates.includes(task.state);
}

/** Nothing can happen to it any more, nor to what colleagues were asked about it: a restarted server does without. */
export function retire({ interactions }: ContactCentre, change: Change, { interactionId }: InteractionLog): void {
  change.mark(interactionId, false);
  for (const consult of interactions.consultsAbout(interactionId)) change.mark(consult.interactionId, false);
}

/** A call takes an agent whole; when it is over the task is again what the customer came with. */
export function leaveVideo(centre: ContactCentre, change: Change, log: InteractionLog): void {
  const task = taskOf(centre, log);
  const { domain } = log.interaction;
  if (task?.state === 'active' && task.domain === 'video' && domain !== 'video')
    change.route({ type: 'task.domain-asked', taskId: task.taskId, domain });
}

/** Ends the call that there is, if there is one. `by`: null where nobody in particular did. */
export function endCall(
  centre: ContactCentre,
  change: Change,
  log: InteractionLog,
  by: ParticipantId | null,
  reason: CallEnding,
): void {
  const { call } = log.interaction;
  if (!call) return;
  const { callId } = call;
  change.append(log, { type: 'call.ended', callId, participantId: by, reason });
  leaveVideo(centre, change, log);
  change.afterCommit(() => {
    centre.callSeats.clear(log.interactionId);
    centre.sfu.closeRoom(roomIdOf(log.interactionId, callId));
  });
}

/** Ends an open interaction and what hangs on it. `by`: null where the system did. */
export function closeInteraction(
  centre: ContactCentre,
  change: Change,
  log: InteractionLog,
  by: ParticipantId | null,
): void {
  const { interactionId, interaction } = log;
  const { call } = interaction;
  endCall(centre, change, log, by, call?.state === 'active' ? 'hung-up' : 'withdrawn');
  const task = taskOf(centre, log);
  const waiting = isWaiting(centre, log);
  change.append(log, { type: 'interaction.closed', participantId: by, disposition: dispositionOf(task, waiting) });
  change.onUndo(centre.unserved.delete(interactionId));
  // A consult can be read again until what it is about is over.
  if ((!task || waiting) && !log.consult) retire(centre, change, log);
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
