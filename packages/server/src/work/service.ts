import { positionOf } from '@eyeline/routing';
import { escalationOf } from '../call/escalation.ts';
import type { ServicePort } from '../interaction/interaction-port.ts';
import { closeInteraction } from './closing.ts';
import { fallbackNow } from './fallback/fallback.ts';
import { templatesFor } from './templates.ts';
import { videoOf } from './video.ts';
import type { WorkRooms } from './work-port.ts';

/** How interactions are served, for those who keep their logs. */
export const serviceOf = (rooms: WorkRooms): ServicePort => ({
  standing: log => {
    const { taskId } = log.interaction;
    const place = taskId === null ? null : positionOf(rooms.work.state, taskId);
    return { position: place?.position ?? null, wait: place?.wait ?? null, fallback: fallbackNow(rooms, log) };
  },
  escalation: (log, role) => escalationOf(rooms, videoOf(rooms), log, role),
  templates: log => templatesFor(rooms, log),
  close: (change, log, by) => closeInteraction(rooms, change, log, by),
});
