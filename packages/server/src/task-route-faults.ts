import { type Fault, own } from '@eyeline/routing';
import type { Config } from './config.ts';

/** Queues that CCE routes and cannot, and fallbacks that lead nowhere. `modes`: as they are written. */
export function taskRouteFaults(
  { finesse, routing, taskRoutes }: Config,
  modes: ReadonlyMap<string, string | undefined>,
): Fault[] {
  const faults: Fault[] = [];
  for (const [queueId, { fallback }] of Object.entries(taskRoutes)) {
    const path = `routing.queues.${queueId}`;
    if (!finesse?.taskRouting)
      faults.push({
        path: `${path}.taskRouting`,
        expected: 'the section finesse with its part taskRouting, the platform that takes the tasks',
        received: finesse ? 'none in finesse' : 'no finesse',
      });
    const mode = modes.get(queueId);
    if (mode !== undefined)
      faults.push({ path: `${path}.mode`, expected: 'no mode beside taskRouting', received: JSON.stringify(mode) });
    if (fallback && (!own(routing.queues, fallback.queue) || own(taskRoutes, fallback.queue)))
      faults.push({
        path: `${path}.taskRouting.fallback.queue`,
        expected: 'a queue that Eyeline routes',
        received: JSON.stringify(fallback.queue),
      });
  }
  return faults;
}
