import { randomUUID } from 'node:crypto';
import { AgentId, EntryPointId, InteractionId, ParticipantId, TaskId } from '@eyeline/protocol';
import type { RunningContactCentre } from '@eyeline/server';
import * as v from 'valibot';

type Centre = RunningContactCentre['centre'];

const entryPointId = v.parse(EntryPointId, 'support');

/** Signs agents in and makes them ready, as many as there should be. */
export async function signInAgents(centre: Centre, count: number): Promise<void> {
  for (let from = 0; from < count; from += 500)
    await centre.interaction.change(change => {
      for (let n = from; n < Math.min(from + 500, count); n += 1) {
        const agentId = v.parse(AgentId, `agent-${n}`);
        change.route({ type: 'agent.signed-in', agentId });
        change.route({ type: 'agent.asked-ready', agentId, domains: ['chat'] });
      }
    });
}

/** A request as `interaction.open` makes it: both facts of the log, and what routing decides. Resolves with its offer. */
export async function request(centre: Centre) {
  const interactionId = v.parse(InteractionId, randomUUID());
  const taskId = v.parse(TaskId, randomUUID());
  const participantId = v.parse(ParticipantId, randomUUID());
  const offer = await centre.interaction.change(change => {
    const log = change.open(interactionId, taskId);
    change.append(log, { type: 'interaction.opened', entryPointId, taskId, form: { name: 'Zoe' }, domain: 'chat' });
    change.append(log, { type: 'participant.joined', participantId, role: 'customer', name: 'Zoe' });
    change.route({ type: 'task.requested', taskId, domain: 'chat' });
    return change.effects.find(effect => effect.type === 'offer.made')?.offer;
  });
  return { interactionId, taskId, participantId, offer };
}

/** The rest of a visit, so that the agent is there for the next one: accepted, ended, wrapped up. */
export async function serve(
  centre: Centre,
  { interactionId, taskId, participantId, offer }: Awaited<ReturnType<typeof request>>,
): Promise<void> {
  if (!offer) return;
  const { offerId, agentId } = offer;
  await centre.interaction.change(change => change.route({ type: 'offer.accepted', offerId, agentId }));
  await centre.interaction.change(change => {
    const log = centre.interaction.logs.get(interactionId);
    if (log) change.append(log, { type: 'interaction.closed', participantId, disposition: 'handled' });
    change.route({ type: 'task.ended', taskId });
    change.route({ type: 'task.wrapped-up', taskId });
  });
}
