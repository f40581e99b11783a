import type { RoutableTask } from '@eyeline/finesse';
import type { TaskId } from '@eyeline/protocol';
import type { WorkRooms } from '../../work/work-port.ts';

/** What CCE, and the agent's Finesse, are told of a task; null when its interaction is gone. */
export function routableTask(rooms: WorkRooms, taskId: TaskId, scriptSelector: string): RoutableTask | null {
  const interaction = rooms.interaction.logs.ofTask(taskId)?.interaction;
  if (!interaction?.interactionId || !interaction.entryPointId) return null;
  const { interactionId, entryPointId, domain } = interaction;
  const { title } = rooms.settings.entryPoint(entryPointId);
  const name = interaction.participants.find(({ role }) => role === 'customer')?.name;
  return {
    interactionId,
    // A line of its own in Finesse: no breaks.
    customerName: (name ?? '').replace(/\s+/g, ' ').trim(),
    title,
    description: `${title} (${domain})`,
    queue: scriptSelector,
    tags: [domain],
  };
}
