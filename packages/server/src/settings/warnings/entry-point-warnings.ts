import { own } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** Entry points whose customers get nowhere. */
export function entryPointWarnings({ entryPoints, routing, rules }: Config): readonly ConfigWarning[] {
  return entryPoints.flatMap(({ queue = routing.defaultQueue, rules: ownRules, modes }, index) => {
    const isRuledElsewhere = [...rules, ...ownRules].some(({ outcome }) => outcome.queueId !== undefined);
    const domains = own(routing.queues, queue)?.domains;
    if (!modes.includes('chat') || !domains || domains.includes('chat') || isRuledElsewhere) return [];
    return [
      {
        path: `entryPoints.${index}.queue`,
        sentence: configWarningSentences.queueWithoutChat(queue),
      },
    ];
  });
}
