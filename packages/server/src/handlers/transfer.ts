import { randomUUID } from 'node:crypto';
import { type AgentId, TaskId } from '@eyeline/protocol';
import { own, type RoutingDomain, type Task, targetsOf } from '@eyeline/routing';
import * as v from 'valibot';
import { requireAgent, scopeOf } from '../access.ts';
import { endCall } from '../closing.ts';
import type { ContactCentre } from '../contact-centre.ts';
import { queueNameOf } from '../desk.ts';
import type { InteractionLog } from '../interaction-log.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './handler.ts';

type Names = 'target.list' | 'task.transfer' | 'callback.record';

const nothing = v.object({});

/** @throws Refusal `task-gone`, also for a task of another agent: nobody learns of it */
function requireServing(
  centre: ContactCentre,
  taskId: TaskId,
  agentId: AgentId,
): { readonly task: Task; readonly log: InteractionLog } {
  const task = centre.routing.state.tasks.get(taskId);
  const log = centre.interactions.ofTask(taskId);
  if (!log || log.isClosed || task?.state !== 'active' || task.agentId !== agentId) throw new Refusal('task-gone');
  return { task, log };
}

/** The kind of work that is handed over: a call ends before, so a chat goes on as a chat. */
const domainOf = (task: Task, { interaction }: InteractionLog): RoutingDomain =>
  task.domain === 'video' ? interaction.domain : task.domain;

type To = Parameters<Handlers['task.transfer']>[0]['to'];

/** @throws Refusal `target-gone` */
function requireTarget(centre: ContactCentre, to: To, agentId: AgentId, domain: RoutingDomain): string {
  const { configuration, seats } = centre.routing.state;
  if (to.kind === 'queue') {
    if (!own(configuration.queues, to.queueId)?.domains.includes(domain)) throw new Refusal('target-gone');
    return queueNameOf(centre, to.queueId);
  }
  const seat = seats.get(to.agentId);
  if (!seat?.agent.connected || to.agentId === agentId || seat.profile.domains[domain] === 0)
    throw new Refusal('target-gone');
  return centre.nameOf(to.agentId);
}

/** Handing work over, and what came of calling back. */
export const transferHandlers: Pick<Handlers, Names> = {
  'target.list': ({ taskId }, request) => {
    const { centre } = request;
    const { agentId } = requireAgent(request);
    const { task, log } = requireServing(centre, taskId, agentId);
    const domain = domainOf(task, log);
    const { queues, agents } = targetsOf(centre.routing.state, agentId, domain);
    return {
      targets: [
        ...agents.map(({ status }) => ({
          kind: 'agent' as const,
          agentId: status.agentId,
          name: centre.nameOf(status.agentId),
          state: status.domains[domain],
        })),
        ...queues.map(({ queueId, waiting }) => ({
          kind: 'queue' as const,
          queueId,
          name: queueNameOf(centre, queueId),
          waiting,
        })),
      ],
    };
  },

  'task.transfer': ({ commandId, taskId, to }, request) => {
    const { centre } = request;
    const identity = requireAgent(request);
    const { agentId, participantId } = identity;
    return centre.once({ scope: scopeOf(identity), name: 'task.transfer', commandId, answer: nothing }, change => {
      const { task, log } = requireServing(centre, taskId, agentId);
      const domain = domainOf(task, log);
      const name = requireTarget(centre, to, agentId, domain);
      endCall(centre, change, log, participantId, 'hung-up');
      const newTaskId = v.parse(TaskId, randomUUID());
      change.append(log, { type: 'participant.left', participantId });
      change.append(log, { type: 'task.transferred', participantId, taskId: newTaskId, to: name });
      const { queueId, priority, skills, ladder, callback, calendar } = task;
      const where = to.kind === 'queue' ? { queueId: to.queueId } : { queueId, preferredAgentId: to.agentId, skills };
      change.route({
        type: 'task.transferred',
        taskId,
        newTask: {
          taskId: newTaskId,
          domain,
          priority,
          ...where,
          ...(ladder ? { ladder } : {}),
          ...(calendar ? { calendar } : {}),
          ...(callback ? { callback: callback.window } : {}),
        },
      });
      return {};
    });
  },

  'callback.record': ({ commandId, taskId, outcome }, request) => {
    const { centre } = request;
    const identity = requireAgent(request);
    const { agentId, participantId } = identity;
    return centre.once({ scope: scopeOf(identity), name: 'callback.record', commandId, answer: nothing }, change => {
      const { task, log } = requireServing(centre, taskId, agentId);
      if (!task.callback) throw new Refusal('task-gone', 'This is no callback.');
      change.append(log, { type: 'callback.attempted', participantId, outcome });
      if (outcome !== 'reached') {
        endCall(centre, change, log, participantId, 'hung-up');
        change.append(log, { type: 'participant.left', participantId });
      }
      change.route({ type: 'callback.attempted', taskId, outcome });
      return {};
    });
  },
};
