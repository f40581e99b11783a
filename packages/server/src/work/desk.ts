import type { AgentId, AgentStatus, AgentTask, Desk, ListedTask, Offer } from '@eyeline/protocol';
import {
  agentStatus,
  defaultConfiguration,
  own,
  pullList,
  type RoutingDomain,
  type RoutingOffer,
  type RoutingStatus,
  routingDomains,
} from '@eyeline/routing';
import { awaitedCall } from '../call/escalation.ts';
import { participantIdOf } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import { consultOffer, consultsOf, consultTask, subjectOf } from './consult/consult.ts';
import { invitationsOf, invitingOf } from './invitations/shown-invitation.ts';
import type { WorkRooms } from './work-port.ts';

/** What people call a queue; `''` for the one that is there where nobody has configured or named any. */
export function queueNameOf({ work }: Pick<WorkRooms, 'work'>, queueId: string): string {
  const { configuration, retired } = work.state;
  const { name } = own(configuration.queues, queueId) ?? own(retired, queueId) ?? {};
  return name ?? (own(defaultConfiguration.queues, queueId) ? '' : queueId);
}

/** An offer as the desk shows it; null when its interaction is gone. */
export function offerOf(rooms: WorkRooms, offer: RoutingOffer): Offer | null {
  const { offerId, taskId, domain, madeAt, expiresAt } = offer;
  const log = rooms.interaction.logs.ofTask(taskId);
  if (!log) return null;
  const { interactionId } = log;
  // A colleague is told of the customer about whom they are asked.
  const { interaction } = subjectOf(rooms, log) ?? log;
  const { entryPointId, form, attributes, customer } = interaction;
  if (!entryPointId) return null;
  const entryPoint = rooms.settings.entryPoint(entryPointId);
  const task = rooms.work.state.tasks.get(taskId);
  const site = rooms.settings.siteEntryPoint(entryPointId);
  const kind = site && !log.consult ? awaitedCall(site, log) : null;
  return {
    offerId,
    taskId,
    interactionId,
    domain,
    queue: task ? queueNameOf(rooms, task.queueId) : '',
    entryPointId,
    title: entryPoint.title,
    customerName: interaction.participants.find(one => one.role === 'customer')?.name ?? '',
    ...(site && kind && { call: { kind, atOnce: site.escalation.agentJoins === 'at-once' } }),
    consult: consultOffer(log),
    customer,
    form: [
      ...entryPoint.form.flatMap(({ name, label }) => (form[name] ? [{ label, value: form[name] }] : [])),
      ...Object.entries(attributes).map(([label, value]) => ({ label, value })),
    ],
    queuedAt: task?.requestedAt ?? interaction.openedAt,
    madeAt,
    expiresAt,
    remainingMs: Math.max(0, expiresAt - rooms.interaction.now()),
    timeoutMs: expiresAt - madeAt,
  };
}

/** Only the domains that the agent can do. */
export function agentStatusOf(rooms: WorkRooms, status: RoutingStatus): AgentStatus {
  const { agentId, state, reason, since } = status;
  const { configuration, agentSessions } = rooms.work.state;
  const profile = own(configuration.agents, agentId) ?? configuration.agentDefaults;
  const inHand = agentSessions.get(agentId)?.agent.inHand ?? [];
  const able = routingDomains.filter(domain => profile.domains[domain] > 0);
  const byDomain = <T>(value: (domain: RoutingDomain) => T): Partial<Record<RoutingDomain, T>> =>
    Object.fromEntries(able.map(domain => [domain, value(domain)]));
  return {
    agentId,
    name: rooms.people.nameOf(agentId),
    state,
    reason,
    domains: byDomain(domain => status.domains[domain]),
    capacity: byDomain(domain => ({
      used: inHand.filter(held => held.domain === domain).length,
      of: profile.domains[domain],
    })),
    since,
  };
}

/** What the agent may pick, as the desk shows it. */
export const listedOf = (rooms: WorkRooms, agentId: AgentId): ListedTask[] =>
  pullList(rooms.work.state, agentId).map(task => ({
    ...task,
    queue: queueNameOf(rooms, task.queueId),
    customerName:
      rooms.interaction.logs.ofTask(task.taskId)?.interaction.participants.find(one => one.role === 'customer')?.name ??
      '',
  }));

/** The tasks that the agent serves or wraps up. */
export function tasksOf(rooms: WorkRooms, agentId: AgentId): AgentTask[] {
  const { agentSessions, tasks } = rooms.work.state;
  return (agentSessions.get(agentId)?.agent.inHand ?? []).flatMap(({ taskId }): AgentTask[] => {
    const task = tasks.get(taskId);
    const log = rooms.interaction.logs.ofTask(taskId);
    if (!log || (task?.state !== 'active' && task?.state !== 'wrapping-up')) return [];
    const { interactionId } = log;
    const consult = consultTask(rooms, log);
    return [
      {
        taskId,
        interactionId,
        participantId: participantIdOf(agentId),
        domain: task.domain,
        state: task.state,
        consult,
      },
    ];
  });
}

/** All that the agent's desk shows, as it is now. */
export function deskOf(rooms: WorkRooms, agentId: AgentId, token: string): Desk {
  const { state } = rooms.work;
  const status = agentStatus(state, agentId);
  const agentSession = state.agentSessions.get(agentId);
  if (!status || !agentSession) throw new Refusal('not-signed-in');
  const { offerId } = agentSession.agent;
  const offer = offerId === null ? undefined : state.offers.get(offerId);
  const shown = offer?.phase === 'open' ? offerOf(rooms, offer) : null;
  return {
    token,
    agent: agentStatusOf(rooms, status),
    offers: shown ? [shown] : [],
    tasks: tasksOf(rooms, agentId),
    consults: consultsOf(rooms, agentId),
    listed: listedOf(rooms, agentId),
    invitations: invitationsOf(rooms, agentId),
    inviting: invitingOf(rooms),
    wrapUpCodes: rooms.settings.config.wrapUpCodes,
    notReadyReasons: rooms.settings.config.notReadyReasons,
    now: rooms.interaction.now(),
  };
}
