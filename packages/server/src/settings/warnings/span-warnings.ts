import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** Parts in which people think in seconds or minutes: nothing there is meant to be shorter than this. */
const shortestMs = 1000;
const parts = ['routing', 'presence', 'tokens', 'recordMs'] as const;

/** Spans that were written in seconds or minutes, and those that a shorter one makes useless. */
export function spanWarnings(config: Config): readonly ConfigWarning[] {
  const { queues, policy } = config.routing;
  return [
    ...parts.flatMap(part => shortSpans(config[part], part)),
    ...Object.entries(queues).flatMap(([queueId, { maxWaitMs, offerTimeoutMs = policy.offerTimeoutMs }]) =>
      maxWaitMs !== undefined && maxWaitMs >= shortestMs && maxWaitMs < offerTimeoutMs
        ? [
            {
              path: `routing.queues.${queueId}.maxWaitMs`,
              sentence: configWarningSentences.waitTooShort(maxWaitMs, offerTimeoutMs),
            },
          ]
        : [],
    ),
  ];
}

function shortSpans(value: unknown, path: string): readonly ConfigWarning[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => shortSpans(inner, `${path}.${key}`));
  if (typeof value !== 'number' || !path.endsWith('Ms') || value === 0 || value >= shortestMs) return [];
  return [
    {
      path,
      sentence: configWarningSentences.spanTooShort(value),
    },
  ];
}
