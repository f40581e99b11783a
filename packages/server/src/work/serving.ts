import type { AgentId, CommandInput, TaskId } from '@eyeline/protocol';
import { own, type RoutingDomain, type Task } from '@eyeline/routing';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { hasDone } from '../interaction/own-facts.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import { queueNameOf } from './desk.ts';
import type { WorkRooms } from './work-port.ts';

/** @throws Refusal `task-gone`, also for a task of another agent, of which nobody learns, and for a consult */
export function requireServing(
  rooms: WorkRooms,
  taskId: TaskId,
  agentId: AgentId,
): { readonly task: Task; readonly log: InteractionLog } {
  const task = rooms.work.state.tasks.get(taskId);
  const log = rooms.interaction.logs.ofTask(taskId);
  if (!log || log.isClosed || log.consult || task?.state !== 'active' || task.agentId !== agentId)
    throw new Refusal('task-gone');
  return { task, log };
}

/** The kind of work that is handed over: a call ends before, so a chat goes on as a chat. */
export const domainOf = (task: Task, { interaction }: InteractionLog): RoutingDomain =>
  task.domain === 'video' ? interaction.domain : task.domain;

type To = CommandInput<'task.transfer'>['to'];

/** Whether an agent who is there, or a queue, does that kind of work. */
export function canServe({ work }: Pick<WorkRooms, 'work'>, to: To, domain: RoutingDomain): boolean {
  const { configuration, agentSessions } = work.state;
  if (to.kind === 'queue') return own(configuration.queues, to.queueId)?.domains.includes(domain) ?? false;
  const agentSession = agentSessions.get(to.agentId);
  return agentSession?.agent.connected === true && agentSession.profile.domains[domain] !== 0;
}

/** @throws Refusal `target-gone` */
export function requireTarget(rooms: WorkRooms, to: To, agentId: AgentId, domain: RoutingDomain): string {
  if (!canServe(rooms, to, domain)) throw new Refusal('target-gone');
  if (to.kind === 'queue') return queueNameOf(rooms, to.queueId);
  if (to.agentId === agentId) throw new Refusal('target-gone');
  return rooms.people.nameOf(to.agentId);
}

/** Whether the one who asks has handed this task over before: another one serves the interaction since. */
export function wasTransferred(
  { interaction }: Pick<WorkRooms, 'interaction'>,
  taskId: TaskId,
  request: Request,
): boolean {
  const log = interaction.logs.ofTask(taskId);
  return log?.interaction.taskId !== taskId && hasDone(log, request, fact => fact.type === 'task.transferred');
}
