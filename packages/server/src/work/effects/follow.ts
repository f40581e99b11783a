import type { AgentId, TaskId } from '@eyeline/protocol';
import type { RoutingEffect, TaskEnding } from '@eyeline/routing';
import type { Change } from '../../interaction/change.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { participantIdOf } from '../../people/identity.ts';
import { closeInteraction, retire } from '../closing.ts';
import { closeConsult } from '../consult/consult.ts';
import { fallbackFor } from '../fallback/fallback.ts';
import type { WorkRooms } from '../work-port.ts';

/** Endings after which no fallback is offered: the customer is not there. */
const silentEndings: readonly (TaskEnding | undefined)[] = ['window-passed', 'attempts-used-up', 'signed-out'];

type Effect<T extends RoutingEffect['type']> = Extract<RoutingEffect, { readonly type: T }>;

/** The interaction that a task serves; undefined for one that was handed over, which concerns it no more. */
function servedBy({ interaction }: Pick<WorkRooms, 'interaction'>, taskId: TaskId): InteractionLog | undefined {
  const log = interaction.logs.ofTask(taskId);
  return log?.interaction.taskId === taskId ? log : undefined;
}

/** What becomes of a task, for the interaction. */
export function followTask(rooms: WorkRooms, change: Change, effect: Effect<'task.changed'>): void {
  const log = servedBy(rooms, effect.taskId);
  if (!log) return;
  if (effect.state === 'active' && effect.agentId) addAgent(rooms, change, log, effect.agentId);
  if (effect.state !== 'closed') return;
  if (log.consult) closeConsult(rooms, change, log, effect);
  else if (log.isClosed) retire(rooms, change, log);
  else if (silentEndings.includes(effect.ending)) closeInteraction(rooms, change, log, null);
}

/** Routing says what is there instead; where it is done with the task, the customer has a while to take it. */
export function followFallback(rooms: WorkRooms, change: Change, effect: Effect<'fallback.offered'>): void {
  const log = servedBy(rooms, effect.taskId);
  if (log && !log.consult && !rooms.work.state.tasks.has(effect.taskId)) propose(rooms, change, log, effect);
}

/** The agent takes part from now on. */
function addAgent(rooms: WorkRooms, change: Change, log: InteractionLog, agentId: AgentId): void {
  const participantId = participantIdOf(agentId);
  const presence = log.participant(participantId)?.presence;
  if (log.isClosed || (presence !== undefined && presence !== 'left')) return;
  const name = rooms.people.nameOf(agentId);
  change.append(log, { type: 'participant.joined', participantId, role: 'agent', name });
  const { entryPointId, form } = log.interaction;
  const entryPoint = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  if (entryPoint) change.afterCommit(() => rooms.work.lastAgents.note(entryPoint, form, agentId));
}

/** Routing has given up. The customer may take what is there instead; where there is nothing, that was it. */
function propose(
  rooms: WorkRooms,
  change: Change,
  log: InteractionLog,
  { because, steps }: Effect<'fallback.offered'>,
): void {
  const { interactionId, isClosed, interaction } = log;
  if (isClosed) return;
  const entryPoint = interaction.entryPointId ? rooms.settings.siteEntryPoint(interaction.entryPointId) : undefined;
  const fallback = fallbackFor(rooms, entryPoint, because, steps);
  if (fallback.steps.length === 0 || interaction.domain === 'email' || interaction.domain === 'callback') {
    closeInteraction(rooms, change, log, null);
    return;
  }
  rooms.work.unserved.set(interactionId, fallback, rooms.settings.config.presence.fallbackMs, () =>
    rooms.interaction.carryOut(later => {
      if (!log.isClosed) closeInteraction(rooms, later, log, null);
    }),
  );
  change.onUndo(() => rooms.work.unserved.delete(interactionId));
}
