import type { Change } from '../interaction/change.ts';
import type { ContactCentre } from '../process/contact-centre.ts';

/** Tasks whose interaction could not be read: nobody can serve them, and no agent's place is kept for them. */
export function endOrphans({ interactions, routing }: ContactCentre, change: Change): void {
  for (const { taskId, state, callback } of [...routing.state.tasks.values()]) {
    if (interactions.ofTask(taskId)) continue;
    if (state === 'active') change.route({ type: 'task.ended', taskId });
    if (state === 'active' || state === 'wrapping-up') change.route({ type: 'task.wrapped-up', taskId });
    if (callback || (state !== 'active' && state !== 'wrapping-up')) change.route({ type: 'task.withdrawn', taskId });
  }
}
