import type { OfferId, TaskId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import { requireAgent } from '../interaction/access.ts';
import type { Change } from '../interaction/change.ts';
import { type Handlers, once, onceAfter } from '../interaction/handler.ts';
import { hasDone } from '../interaction/own-facts.ts';
import type { Request } from '../interaction/request.ts';
import type { AgentIdentity } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import { agentRefusals } from '../settings/sentences/refusals.ts';
import type { WorkRooms } from './work-port.ts';

type Names = 'offer.accept' | 'offer.decline' | 'task.wrap-up' | 'task.pick';

/** @throws Refusal `offer-gone`, also for an offer of another agent: nobody learns of it */
function requireOffer({ work }: Pick<WorkRooms, 'work'>, offerId: OfferId, { agentId }: AgentIdentity, now: number) {
  const offer = work.state.offers.get(offerId);
  if (!offer || offer.agentId !== agentId || offer.phase !== 'open' || offer.expiresAt <= now)
    throw new Refusal('offer-gone');
  return offer;
}

/** An agent's work: taking it or not, and finishing it. */
export const taskHandlers = (rooms: WorkRooms) =>
  ({
    'offer.accept': once({
      carryOut: (change, { offerId }, request) => {
        const identity = requireAgent(request);
        const { agentId } = identity;
        const { taskId } = requireOffer(rooms, offerId, identity, change.now);
        const log = rooms.interaction.logs.ofTask(taskId);
        if (!log || log.isClosed) throw new Refusal('offer-gone');
        change.route({ type: 'offer.accepted', offerId, agentId });
        return { interactionId: log.interactionId, taskId };
      },
    }),

    'offer.decline': once({
      carryOut: (change, { offerId }, request) => {
        const identity = requireAgent(request);
        requireOffer(rooms, offerId, identity, change.now);
        change.route({ type: 'offer.declined', offerId, agentId: identity.agentId });
        return {};
      },
    }),

    'task.wrap-up': once({
      wasDone: ({ taskId }, request) =>
        hasDone(
          rooms.interaction.logs.ofTask(taskId),
          request,
          fact => fact.type === 'task.wrapped-up' && fact.taskId === taskId,
        ),
      carryOut: (change, { taskId, code }, request) => {
        const identity = requireAgent(request);
        if (!rooms.settings.config.wrapUpCodes.some(one => one.code === code)) throw new Refusal('unknown-reason');
        const task = rooms.work.state.tasks.get(taskId);
        const log = rooms.interaction.logs.ofTask(taskId);
        if (!log || task?.agentId !== identity.agentId) throw new Refusal('task-gone');
        if (task.state !== 'wrapping-up') throw new Refusal('task-gone', agentRefusals.endFirst);
        change.append(log, { type: 'task.wrapped-up', participantId: identity.participantId, taskId, code });
        change.route({ type: 'task.wrapped-up', taskId });
        return {};
      },
    }),

    'task.pick': onceAfter({
      wasDone: ({ taskId }, { caller }) => {
        const task = rooms.work.state.tasks.get(taskId);
        return (
          caller.identity?.role === 'agent' && task?.agentId === caller.identity.agentId && task.state === 'active'
        );
      },
      prepare: ({ taskId }, request, remember) => pick(rooms, request, taskId, change => remember(change, {})),
      carryOut: () => ({}),
    }),
  }) satisfies Pick<Handlers, Names>;

/**
 * Routing may decide only later: a phone is taken off voice first, say. `onPicked` runs in the change in which it does.
 * @throws Refusal `task-gone` that says why not
 */
async function pick(
  rooms: WorkRooms,
  request: Request,
  taskId: TaskId,
  onPicked: (change: Change) => void,
): Promise<void> {
  const { agentId } = requireAgent(request);
  // Another one's task is refused as one that is gone: nobody learns of it.
  const isIt = (effect: RoutingEffect) =>
    (effect.type === 'pick.refused' && effect.taskId === taskId && effect.agentId === agentId) ||
    (effect.type === 'task.changed' && effect.taskId === taskId && effect.state === 'active');
  const isPicked = (effect: RoutingEffect | null) => effect?.type === 'task.changed' && effect.agentId === agentId;
  const decided = rooms.work.decisions.next(isIt, rooms.settings.config.limits.timeoutMs, (change, effect) => {
    if (isPicked(effect)) onPicked(change);
  });
  await rooms.interaction.change(change => change.route({ type: 'task.picked', taskId, agentId }));
  const answer = await decided;
  if (answer?.type === 'pick.refused') throw new Refusal('task-gone', agentRefusals.pick[answer.because]);
  if (!isPicked(answer)) throw new Refusal('task-gone', agentRefusals.pick.taken);
}
