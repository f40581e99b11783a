import type { AgentId, AgentTask, Consult, ConsultEnding, Offer } from '@eyeline/protocol';
import type { RoutingEffect, TaskEnding } from '@eyeline/routing';
import type { Change } from '../../interaction/change.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { agentOf, participantIdOf } from '../../people/identity.ts';
import type { WorkRooms } from '../work-port.ts';

/** The interaction that a consult is about; undefined for what is no consult. */
export const subjectOf = (
  { interaction }: Pick<WorkRooms, 'interaction'>,
  { consult }: InteractionLog,
): InteractionLog | undefined => consult && interaction.logs.get(consult.about);

/** Who asks has joined first. */
const askerOf = ({ interaction }: InteractionLog) => interaction.participants[0];

const customerNameOf = (log: InteractionLog | undefined): string =>
  log?.interaction.participants.find(one => one.role === 'customer')?.name ?? '';

/** What the one who is asked is told of it with the offer. */
export const consultOffer = (log: InteractionLog): Offer['consult'] =>
  log.consult && {
    askerName: askerOf(log)?.name ?? '',
    question: log.firstText,
  };

/** What makes the task of this log a consult; undefined where it is none. */
export function consultTask(rooms: WorkRooms, log: InteractionLog): AgentTask['consult'] {
  const asker = askerOf(log);
  if (!log.consult || !asker) return undefined;
  return { about: log.consult.about, askerName: asker.name, customerName: customerNameOf(subjectOf(rooms, log)) };
}

/** How a consult ended, in the words of the wire. */
function endingOf(ending: TaskEnding | undefined): ConsultEnding {
  switch (ending) {
    case 'declined':
    case 'not-answered':
    case 'asker-left':
    case 'handed-over':
      return ending;
    case 'withdrawn':
      return 'given-up';
    case 'ended':
    case 'signed-out':
      return 'ended';
    default:
      return 'nobody-there';
  }
}

/** What a log alone tells of it: after a restart no more is known. */
function loggedEnding({ interaction: { closed } }: InteractionLog): ConsultEnding | null {
  switch (closed?.disposition) {
    case undefined:
      return null;
    case 'handled':
      return 'ended';
    case 'transferred':
      return 'handed-over';
    case 'abandoned':
      return 'given-up';
    default:
      return 'not-answered';
  }
}

/** A consult is over in routing: so is its log. */
export function closeConsult(
  rooms: WorkRooms,
  change: Change,
  log: InteractionLog,
  { ending }: Extract<RoutingEffect, { type: 'task.changed' }>,
): void {
  const stated = endingOf(ending);
  change.onUndo(rooms.work.consultEndings.note(log, stated));
  if (log.isClosed) return;
  const wasHad = log.interaction.participants.length > 1;
  const disposition = stated === 'handed-over' ? 'transferred' : wasHad ? 'handled' : 'missed';
  change.append(log, { type: 'interaction.closed', participantId: null, disposition });
}

/** One consult as who asked sees it; null when the asker has nothing in hand any more that it is about. */
export function shownConsult(rooms: WorkRooms, log: InteractionLog): Consult | null {
  const participantId = askerOf(log)?.participantId;
  if (!log.consult || !participantId) return null;
  const { interactionId, consult } = log;
  const inHand = rooms.work.state.agentSessions.get(agentOf(participantId))?.agent.inHand ?? [];
  const held = inHand.findLast(({ taskId }) => rooms.interaction.logs.ofTask(taskId)?.interactionId === consult.about);
  if (!held) return null;
  const ending = rooms.work.consultEndings.of(log) ?? loggedEnding(log);
  return { interactionId, taskId: held.taskId, participantId, to: consult.to, ending };
}

/** Those about the tasks that an agent has in hand, as the agent who asked sees them, the latest last. */
export function consultsOf(rooms: WorkRooms, agentId: AgentId): Consult[] {
  const inHand = rooms.work.state.agentSessions.get(agentId)?.agent.inHand ?? [];
  const about = new Set(inHand.flatMap(({ taskId }) => rooms.interaction.logs.ofTask(taskId)?.interactionId ?? []));
  return [...about].flatMap(interactionId =>
    rooms.interaction.logs
      .consultsAbout(interactionId)
      .flatMap(log =>
        askerOf(log)?.participantId === participantIdOf(agentId) ? (shownConsult(rooms, log) ?? []) : [],
      ),
  );
}

/** The agent who asked, when a consult is a consult. */
export const askerIdOf = (log: InteractionLog): AgentId | null => {
  const asker = log.consult && askerOf(log);
  return asker ? agentOf(asker.participantId) : null;
};
