import type { CallEnding, CallId, InteractionId, ParticipantId } from '@eyeline/protocol';
import type { Change } from './change.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { InteractionLog } from './interaction-log.ts';

/** The SFU's room of a call. A call's id is chosen by a page: alone it could name somebody else's room. */
export const roomIdOf = (interactionId: InteractionId, callId: CallId): string => `${interactionId}.${callId}`;

/** Does the customer still wait for an agent? */
export const isWaiting = (centre: ContactCentre, { interaction: { taskId } }: InteractionLog): boolean =>
  taskId !== null && centre.routing.state.queue.includes(taskId);

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
  const { taskId, call } = interaction;
  endCall(centre, change, log, by, call?.state === 'active' ? 'hung-up' : 'withdrawn');
  const waiting = isWaiting(centre, log);
  change.append(log, {
    type: 'interaction.closed',
    participantId: by,
    disposition: waiting ? 'abandoned' : 'handled',
  });
  if (waiting) change.mark(interactionId, false);
  if (taskId) change.route({ type: waiting ? 'task.withdrawn' : 'task.ended', taskId });
}
