import { randomUUID } from 'node:crypto';
import { type Fact, TaskId } from '@eyeline/protocol';
import { targetsOf } from '@eyeline/routing';
import * as v from 'valibot';
import { requireAgent } from '../interaction/access.ts';
import { type Handlers, once } from '../interaction/handler.ts';
import { hasDone } from '../interaction/own-facts.ts';
import { Refusal } from '../people/refusal.ts';
import { agentRefusals } from '../settings/sentences/refusals.ts';
import { queueNameOf } from './desk.ts';
import { canServe, domainOf, requireServing, requireTarget, wasTransferred } from './serving.ts';
import type { WorkRooms } from './work-port.ts';

type Names = 'target.list' | 'task.transfer' | 'callback.record';

/** Handing work over, and what came of calling back. */
export const transferHandlers = (rooms: WorkRooms) =>
  ({
    'target.list': ({ taskId, purpose }, request) => {
      const { agentId } = requireAgent(request);
      const { task, log } = requireServing(rooms, taskId, agentId);
      const domain = purpose === 'consult' ? 'chat' : domainOf(task, log);
      const { queues, agents } = targetsOf(rooms.work.state, agentId, domain);
      return {
        targets: [
          ...agents.map(({ status }) => ({
            kind: 'agent' as const,
            agentId: status.agentId,
            name: rooms.people.nameOf(status.agentId),
            state: status.domains[domain],
          })),
          ...queues.map(({ queueId, waiting }) => ({
            kind: 'queue' as const,
            queueId,
            name: queueNameOf(rooms, queueId),
            waiting,
          })),
        ],
      };
    },

    'task.transfer': once({
      wasDone: ({ taskId }, request) => wasTransferred(rooms, taskId, request),
      carryOut: (change, { taskId, to }, request) => {
        const identity = requireAgent(request);
        const { agentId, participantId } = identity;
        const { task, log } = requireServing(rooms, taskId, agentId);
        const movesCall = log.interaction.call?.state === 'active' && canServe(rooms, to, 'video');
        const domain = movesCall ? 'video' : domainOf(task, log);
        const name = requireTarget(rooms, to, agentId, domain);
        // The customer's part of it stays up while the next agent joins.
        if (!movesCall) rooms.call.end(change, log, participantId, 'hung-up');
        const newTaskId = v.parse(TaskId, randomUUID());
        change.append(log, { type: 'participant.left', participantId });
        change.append(log, { type: 'task.transferred', participantId, taskId: newTaskId, to: name });
        const { queueId, priority, skills, fallback, callback, calendar } = task;
        const where = to.kind === 'queue' ? { queueId: to.queueId } : { queueId, preferredAgentId: to.agentId, skills };
        change.route({
          type: 'task.transferred',
          taskId,
          newTask: {
            taskId: newTaskId,
            domain,
            priority,
            ...where,
            ...(fallback ? { fallback } : {}),
            ...(calendar ? { calendar } : {}),
            ...(callback ? { callback: callback.window } : {}),
          },
        });
        return {};
      },
    }),

    'callback.record': once({
      carryOut: (change, { commandId, taskId, outcome }, request) => {
        // The same agent may call back again, and ids are remembered for an hour: the log tells which attempt it was.
        const isIt = (fact: Fact) => fact.type === 'callback.attempted' && fact.attemptId === commandId;
        if (hasDone(rooms.interaction.logs.ofTask(taskId), request, isIt)) return {};
        const identity = requireAgent(request);
        const { agentId, participantId } = identity;
        const { task, log } = requireServing(rooms, taskId, agentId);
        if (!task.callback) throw new Refusal('task-gone', agentRefusals.noCallback);
        change.append(log, { type: 'callback.attempted', participantId, outcome, attemptId: commandId });
        if (outcome !== 'reached') {
          rooms.call.end(change, log, participantId, 'hung-up');
          change.append(log, { type: 'participant.left', participantId });
        }
        change.route({ type: 'callback.attempted', taskId, outcome });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;
