import type { Logger } from 'pino';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { Interactions } from '../interaction/interactions.ts';

/**
 * For a store that was written by an engine of another version: what it decided cannot be read, but the logs can. Whoever
 * was waiting or being served waits again, in the old order; what was being wrapped up is done.
 */
export function rebuildRouting(interactions: Interactions, log: Logger, change: Change): void {
  const logs = [...interactions.all()].sort((a, b) => a.interaction.openedAt - b.interaction.openedAt);
  const open = logs.filter(({ isClosed, interaction }) => !isClosed && interaction.taskId !== null);
  log.warn(
    `The store was written by an earlier version of routing. ${open.length} open conversations wait for an agent again; ` +
      'agents go ready again when they are back.',
  );
  for (const { interactionId, isClosed } of logs) if (isClosed) change.mark(interactionId, false);
  for (const one of open)
    if (one.consult) change.append(one, { type: 'interaction.closed', participantId: null, disposition: 'missed' });
    else requestAgain(change, one);
}

function requestAgain(change: Change, log: InteractionLog): void {
  const { taskId, domain, entryPointId, participants, call } = log.interaction;
  if (!taskId || !entryPointId) return;
  if (call) change.append(log, { type: 'call.ended', callId: call.callId, participantId: null, reason: 'left' });
  for (const { role, presence, participantId } of participants)
    if (role === 'agent' && presence !== 'left') change.append(log, { type: 'participant.left', participantId });
  change.route({ type: 'task.requested', taskId, domain: domain === 'callback' ? 'chat' : domain });
}
