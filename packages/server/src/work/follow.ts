import type { AgentId } from '@eyeline/protocol';
import type { RoutingEffect, TaskEnding } from '@eyeline/routing';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { seatOf } from '../people/identity.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { closeInteraction, retire } from './closing.ts';
import { closeConsult } from './consult/consult.ts';
import { ladderFor } from './fallback/ladder.ts';

/** Endings after which no ladder is told: the customer is not there. */
const silentEndings: readonly (TaskEnding | undefined)[] = ['window-passed', 'attempts-used-up', 'signed-out'];

/** What a decision means for the interaction, in the change in which it was made. */
export function follow(centre: ContactCentre, change: Change, effect: RoutingEffect): void {
  if (effect.type !== 'task.changed' && effect.type !== 'ladder.told') return;
  const log = centre.interactions.ofTask(effect.taskId);
  // A task that was handed over does not concern the interaction any more.
  if (!log || log.interaction.taskId !== effect.taskId) return;
  if (log.consult) {
    if (effect.type !== 'task.changed') return;
    if (effect.state === 'active' && effect.agentId) seat(centre, change, log, effect.agentId);
    else if (effect.state === 'closed') closeConsult(centre, change, log, effect);
    return;
  }
  if (effect.type === 'ladder.told') {
    if (!centre.routing.state.tasks.has(effect.taskId)) propose(centre, change, log, effect);
  } else if (effect.state === 'active' && effect.agentId) seat(centre, change, log, effect.agentId);
  else if (effect.state === 'closed' && log.isClosed) retire(centre, change, log);
  else if (effect.state === 'closed' && silentEndings.includes(effect.ending))
    closeInteraction(centre, change, log, null);
}

/** The agent takes part from now on. */
function seat(centre: ContactCentre, change: Change, log: InteractionLog, agentId: AgentId): void {
  const participantId = seatOf(agentId);
  const presence = log.participant(participantId)?.presence;
  if (log.isClosed || (presence !== undefined && presence !== 'left')) return;
  const name = centre.nameOf(agentId);
  change.append(log, { type: 'participant.joined', participantId, role: 'agent', name });
  const { entryPointId, form } = log.interaction;
  const entryPoint = entryPointId ? centre.siteEntryPoint(entryPointId) : undefined;
  if (entryPoint) change.afterCommit(() => centre.lastAgents.note(entryPoint, form, agentId));
}

/** Routing has given up. The customer may take what is there instead; where there is nothing, that was it. */
function propose(
  centre: ContactCentre,
  change: Change,
  log: InteractionLog,
  { because, steps }: Extract<RoutingEffect, { type: 'ladder.told' }>,
): void {
  const { interactionId, isClosed, interaction } = log;
  if (isClosed) return;
  const entryPoint = interaction.entryPointId ? centre.siteEntryPoint(interaction.entryPointId) : undefined;
  const ladder = ladderFor(centre, entryPoint, because, steps);
  if (ladder.steps.length === 0 || interaction.domain === 'email' || interaction.domain === 'callback') {
    closeInteraction(centre, change, log, null);
    return;
  }
  centre.unserved.set(interactionId, ladder, centre.config.presence.ladderMs, () =>
    centre.carryOut(later => {
      if (!log.isClosed) closeInteraction(centre, later, log, null);
    }),
  );
  change.onUndo(() => centre.unserved.delete(interactionId));
}
