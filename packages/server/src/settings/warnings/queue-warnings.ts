import { own } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** Queues to which nothing leads, and queues that look alike to agents. */
export function queueWarnings(config: Config): readonly ConfigWarning[] {
  const { queues } = config.routing;
  const names = Object.entries(queues).map(([queueId, { name }]) => name ?? queueId);
  const reached = reachedQueues(config);
  return Object.keys(queues).flatMap((queueId, index) => {
    const path = `routing.queues.${queueId}`;
    const warnings: ConfigWarning[] = [];
    // A router of the site's own may name any queue.
    if (!reached.has(queueId) && !config.router)
      warnings.push({
        path,
        sentence: configWarningSentences.queueUnreached,
      });
    if (names.indexOf(names[index] ?? '') < index)
      warnings.push({ path: `${path}.name`, sentence: configWarningSentences.queueNameTwice(names[index] ?? '') });
    return warnings;
  });
}

function reachedQueues({ entryPoints, rules, router, routing, taskRoutes }: Config): ReadonlySet<string> {
  const named = [
    ...entryPoints.map(({ queue }) => queue ?? routing.defaultQueue),
    ...[...rules, ...entryPoints.flatMap(one => one.rules)].map(({ outcome }) => outcome.queueId),
    router?.fallback.queueId,
  ];
  const reached = new Set<string>();
  const reach = (queueId: string | undefined) => {
    if (queueId === undefined || reached.has(queueId)) return;
    reached.add(queueId);
    reach(own(routing.queues, queueId)?.overflow);
    reach(own(taskRoutes, queueId)?.fallback?.queue);
  };
  for (const queueId of named) reach(queueId);
  return reached;
}
