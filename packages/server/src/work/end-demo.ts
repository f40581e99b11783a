import type { Change } from '../interaction/change.ts';
import { closeInteraction } from './closing.ts';
import type { WorkRooms } from './work-port.ts';

/**
 * The demo is over: what its accounts still serve ends. Everybody knows their password, so whoever opened a session with it
 * may not go on with a customer here, and nobody else could take the desk back.
 */
export function endDemo(rooms: WorkRooms, change: Change): void {
  const { interaction, people, work } = rooms;
  for (const [agentId, { isDemo }] of people.accounts) {
    if (!isDemo) continue;
    for (const { taskId } of [...(work.state.agentSessions.get(agentId)?.agent.inHand ?? [])]) {
      const log = interaction.logs.ofTask(taskId);
      if (log && !log.isClosed) closeInteraction(rooms, change, log, null);
      change.route({ type: 'task.wrapped-up', taskId });
    }
  }
}
