import type { Template } from '@eyeline/protocol';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { taskOf } from './closing.ts';
import type { WorkRooms } from './work-port.ts';

/** The structured messages that the site has prepared for who comes there, and for the queue that serves them. */
export function templatesFor(rooms: WorkRooms, log: InteractionLog): Template[] {
  const { entryPointId } = log.interaction;
  const queueId = taskOf(rooms, log)?.queueId;
  if (log.consult) return [];
  return rooms.settings.config.templates.flatMap(({ templateId, name, entryPoints, queues, content }) => {
    const isMeant =
      (!entryPoints || entryPoints.some(one => one === entryPointId)) &&
      (!queues || queues.some(one => one === queueId));
    return isMeant ? [{ templateId, name, content }] : [];
  });
}
