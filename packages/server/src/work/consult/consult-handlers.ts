import { randomUUID } from 'node:crypto';
import { type CommandInput, InteractionId, TaskId } from '@eyeline/protocol';
import { whyNoTakeOver } from '@eyeline/routing';
import * as v from 'valibot';
import { requireAgent } from '../../interaction/access.ts';
import { type Handlers, once } from '../../interaction/handler.ts';
import { maskAt } from '../../interaction/masking/masking.ts';
import { hasDone } from '../../interaction/own-facts.ts';
import type { Request } from '../../interaction/request.ts';
import { Refusal } from '../../people/refusal.ts';
import { agentRefusals } from '../../settings/sentences/refusals.ts';
import { domainOf, requireServing, requireTarget, wasTransferred } from '../serving.ts';
import type { WorkRooms } from '../work-port.ts';

type Names = 'consult.ask' | 'consult.complete';
type Question = Pick<CommandInput<'consult.ask'>, 'commandId' | 'taskId'>;

/** Whether the one who asks has put this question before. */
function wasAsked({ interaction }: WorkRooms, { commandId, taskId }: Question, request: Request): boolean {
  const about = interaction.logs.ofTask(taskId);
  const asked = about ? interaction.logs.consultsAbout(about.interactionId) : [];
  return asked.some(log => hasDone(log, request, fact => fact.type === 'message.sent' && fact.messageId === commandId));
}

/**
 * An agent asks a colleague first. What they say stands in an interaction of its own, in which no customer takes part; the
 * log that it is about is not written to. Either side ends it as any conversation, with `interaction.end`.
 */
export const consultHandlers = (rooms: WorkRooms) =>
  ({
    'consult.ask': once({
      // The command's id is the id of the question.
      wasDone: (input, request) => wasAsked(rooms, input, request),
      carryOut: (change, { commandId, taskId, to, question }, request) => {
        const identity = requireAgent(request);
        const { agentId, participantId } = identity;
        const { log } = requireServing(rooms, taskId, agentId);
        const { entryPointId } = log.interaction;
        if (!entryPointId) throw new Refusal('task-gone');
        if (rooms.work.state.consults.has(taskId)) throw new Refusal('consult-in-progress');
        if (wasAsked(rooms, { commandId, taskId }, request)) throw new Refusal('consult-gone');
        const name = requireTarget(rooms, to, agentId, 'chat');
        const interactionId = v.parse(InteractionId, randomUUID());
        const consultId = v.parse(TaskId, randomUUID());
        const asked = change.open(interactionId, consultId);
        const consult = { about: log.interactionId, to: name };
        change.append(asked, {
          type: 'interaction.opened',
          entryPointId,
          taskId: consultId,
          form: {},
          domain: 'chat',
          consult,
        });
        change.append(asked, {
          type: 'participant.joined',
          participantId,
          role: 'agent',
          name: rooms.people.nameOf(agentId),
        });
        const { text } = maskAt(rooms.settings, entryPointId).text(question);
        change.append(asked, { type: 'message.sent', participantId, messageId: commandId, text });
        const whom = to.kind === 'queue' ? { queueId: to.queueId } : { agentId: to.agentId };
        change.route({ type: 'consult.asked', taskId: consultId, about: taskId, ...whom });
        return { interactionId };
      },
    }),

    'consult.complete': once({
      wasDone: ({ taskId }, request) => wasTransferred(rooms, taskId, request),
      carryOut: (change, { taskId }, request) => {
        const identity = requireAgent(request);
        const { agentId, participantId } = identity;
        const { task, log } = requireServing(rooms, taskId, agentId);
        const { consults, tasks } = rooms.work.state;
        const consultId = consults.get(taskId);
        if (!consultId) throw new Refusal('consult-gone');
        const domain = domainOf(task, log);
        const because = whyNoTakeOver(rooms.work.state, consultId, domain);
        const colleague = tasks.get(consultId)?.agentId;
        if (because !== null || !colleague) throw new Refusal('target-gone', agentRefusals.takeOver[because ?? 'gone']);
        rooms.call.end(change, log, participantId, 'hung-up');
        const newTaskId = v.parse(TaskId, randomUUID());
        change.append(log, { type: 'participant.left', participantId });
        change.append(log, {
          type: 'task.transferred',
          participantId,
          taskId: newTaskId,
          to: rooms.people.nameOf(colleague),
        });
        change.route({ type: 'consult.completed', taskId: consultId, newTaskId, domain });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;
