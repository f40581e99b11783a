import { type Fault, own } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';

/** Queues that CCE routes and cannot, and fallbacks that lead nowhere. */
export function taskRouteFaults({ finesse, routing, taskRoutes }: Config): Fault[] {
  const faults: Fault[] = [];
  for (const [queueId, { fallback }] of Object.entries(taskRoutes)) {
    const path = `routing.queues.${queueId}`;
    if (!finesse?.taskRouting)
      faults.push({
        path: `${path}.taskRouting`,
        expected: configSentences.taskRouting,
        received: finesse ? configSentences.noneInFinesse : configSentences.noFinesse,
      });
    if (fallback && (!own(routing.queues, fallback.queue) || own(taskRoutes, fallback.queue)))
      faults.push({
        path: `${path}.taskRouting.fallback.queue`,
        expected: configSentences.ownQueue,
        received: JSON.stringify(fallback.queue),
      });
  }
  return faults;
}

/** A queue that CCE routes is written with a mode of ours. */
export const modeFault = (queueId: string, mode: string): Fault => ({
  path: `routing.queues.${queueId}.mode`,
  expected: configSentences.noMode,
  received: JSON.stringify(mode),
});
