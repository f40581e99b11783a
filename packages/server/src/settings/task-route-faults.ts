import { type Fault, own } from '@eyeline/routing';
import type { Config } from './config.ts';

/** Queues that CCE routes and cannot, and fallbacks that lead nowhere. */
export function taskRouteFaults({ finesse, routing, taskRoutes }: Config): Fault[] {
  const faults: Fault[] = [];
  for (const [queueId, { fallback }] of Object.entries(taskRoutes)) {
    const path = `routing.queues.${queueId}`;
    if (!finesse?.taskRouting)
      faults.push({
        path: `${path}.taskRouting`,
        expected: 'the section finesse with its part taskRouting, the platform that takes the tasks',
        received: finesse ? 'none in finesse' : 'no finesse',
      });
    if (fallback && (!own(routing.queues, fallback.queue) || own(taskRoutes, fallback.queue)))
      faults.push({
        path: `${path}.taskRouting.fallback.queue`,
        expected: 'a queue that Eyeline routes',
        received: JSON.stringify(fallback.queue),
      });
  }
  return faults;
}

/** A queue that CCE routes is written with a mode of ours. */
export const modeFault = (queueId: string, mode: string): Fault => ({
  path: `routing.queues.${queueId}.mode`,
  expected: 'no mode beside taskRouting',
  received: JSON.stringify(mode),
});
