import type { Change } from '../interaction/change.ts';
import type { WorkRooms } from './work-port.ts';

/** Tasks whose interaction could not be read: nobody can serve them, and no agent's place is kept for them. */
export function endOrphans({ interaction, work }: Pick<WorkRooms, 'interaction' | 'work'>, change: Change): void {
  for (const { taskId, state, callback } of [...work.state.tasks.values()]) {
    if (interaction.logs.ofTask(taskId)) continue;
    if (state === 'active') change.route({ type: 'task.ended', taskId });
    if (state === 'active' || state === 'wrapping-up') change.route({ type: 'task.wrapped-up', taskId });
    if (callback || (state !== 'active' && state !== 'wrapping-up')) change.route({ type: 'task.withdrawn', taskId });
  }
}
