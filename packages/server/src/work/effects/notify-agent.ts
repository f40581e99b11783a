import type { AgentId, EventName, EventPayload } from '@eyeline/protocol';
import { participantIdOf } from '../../people/identity.ts';
import type { WorkRooms } from '../work-port.ts';

/** All pages of an agent are told. */
export function notifyAgent<N extends EventName>(
  rooms: Pick<WorkRooms, 'people'>,
  agentId: AgentId,
  name: N,
  payload: EventPayload<N>,
): void {
  for (const caller of rooms.people.callers.of(participantIdOf(agentId))) caller.notify(name, payload);
}
