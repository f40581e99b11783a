import { type FallbackOption, fallbackOptions } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** Where no widget begins with a video, only what comes after a chat is ever given instead. */
const sentences: Partial<Record<FallbackOption, string>> = {
  video: configWarningSentences.videoInstead,
  chat: configWarningSentences.chatInstead,
};

interface WrittenFallback {
  readonly path: string;
  readonly steps: readonly FallbackOption[] | undefined;
}

/** Steps of fallbacks that are never reached, wherever a fallback may be written. */
export function fallbackWarnings(config: Config): readonly ConfigWarning[] {
  const beginsWithVideo = config.entryPoints.some(({ modes }) => modes.includes('video'));
  const isReached = (step: FallbackOption) => step === 'chat' && beginsWithVideo;
  return fallbacksIn(config).flatMap(({ path, steps = [] }) =>
    steps.flatMap(step => (sentences[step] && !isReached(step) ? [{ path, sentence: sentences[step] }] : [])),
  );
}

function fallbacksIn({ entryPoints, routing, rules, router }: Config): readonly WrittenFallback[] {
  return [
    ...entryPoints.map(({ fallback }, index) => ({ path: `entryPoints.${index}.fallback`, steps: fallback })),
    ...entryPoints.flatMap((one, index) =>
      one.rules.map(({ outcome }, rule) => ({
        path: `entryPoints.${index}.rules.${rule}.outcome.fallback`,
        steps: outcome.fallback,
      })),
    ),
    ...Object.entries(routing.queues).map(([queueId, { fallback }]) => ({
      path: `routing.queues.${queueId}.fallback`,
      // What a queue allows that says nothing.
      steps: isAll(fallback) ? [] : fallback,
    })),
    ...rules.map(({ outcome }, rule) => ({ path: `rules.${rule}.outcome.fallback`, steps: outcome.fallback })),
    { path: 'router.fallback.fallback', steps: router?.fallback.fallback },
  ];
}

const isAll = (fallback: readonly FallbackOption[]): boolean => fallback.join() === fallbackOptions.join();
