import { agentStatuses, own, queueFigures } from '@eyeline/routing';
import { agentStatusOf, queueNameOf } from '../work/desk.ts';
import type { HttpRooms } from './http-rooms.ts';

/** How each queue is doing, by domain. Spans in ms. */
export function queueOverview(rooms: HttpRooms) {
  const { state } = rooms.work;
  return Object.entries(state.configuration.queues).map(([queueId, queue]) => {
    const domains = queueFigures(state, queueId).map(({ queueId: _, ...figures }) => figures);
    const waits = domains.flatMap(({ longestWaitMs }) => (longestWaitMs === null ? [] : [longestWaitMs]));
    return {
      queueId,
      name: queueNameOf(rooms, queueId) || queueId,
      mode: queue.mode,
      waiting: domains.reduce((sum, { waiting }) => sum + waiting, 0),
      longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
      domains,
    };
  });
}

/** Who is signed in, what they do, and how many tasks of each domain they have and may have. */
export function agentFigures(rooms: HttpRooms) {
  const { voices, configuration } = rooms.work.state;
  return agentStatuses(rooms.work.state).map(status => {
    const { agentId } = status;
    const profile = own(configuration.agents, agentId) ?? configuration.agentDefaults;
    const voice = voices.get(agentId);
    return {
      ...agentStatusOf(rooms, status),
      username: rooms.people.accounts.get(agentId)?.username ?? '',
      skills: profile.skills,
      /** The media routing domains of CCE as they were seen last; null where they are not looked at. */
      media: rooms.cisco.domains?.of(agentId) ?? null,
      /** Null for who has no phone. `held`: taken off voice by us. */
      voiceChannel: profile.voiceChannel
        ? { state: voice?.state ?? 'unknown', held: (voice?.hold ?? 'none') !== 'none' }
        : null,
    };
  });
}
