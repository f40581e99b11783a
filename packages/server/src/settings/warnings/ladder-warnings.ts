import { type LadderStep, ladderSteps } from '@eyeline/routing';
import type { Config } from '../config.ts';
import type { ConfigWarning } from './config-warning.ts';

/** The widget begins with a chat, so that only what comes after it is ever given instead. */
const sentences: Partial<Record<LadderStep, string>> = {
  video:
    'Nothing comes before video, so that it is never given instead of anything. Remove "video" from what is given instead.',
  chat: 'The widget asks for a chat to begin with, so its customers are never given one instead. Remove "chat", unless a program of yours opens with video.',
};

interface WrittenLadder {
  readonly path: string;
  readonly steps: readonly LadderStep[] | undefined;
}

/** Steps of ladders that are never reached, wherever a ladder may be written. */
export const ladderWarnings = (config: Config): readonly ConfigWarning[] =>
  laddersIn(config).flatMap(({ path, steps = [] }) =>
    steps.flatMap(step => (sentences[step] ? [{ path, sentence: sentences[step] }] : [])),
  );

function laddersIn({ entryPoints, routing, rules, router }: Config): readonly WrittenLadder[] {
  return [
    ...entryPoints.map(({ ladder }, index) => ({ path: `entryPoints.${index}.ladder`, steps: ladder })),
    ...entryPoints.flatMap((one, index) =>
      one.rules.map(({ outcome }, rule) => ({
        path: `entryPoints.${index}.rules.${rule}.outcome.ladder`,
        steps: outcome.ladder,
      })),
    ),
    ...Object.entries(routing.queues).map(([queueId, { ladder }]) => ({
      path: `routing.queues.${queueId}.ladder`,
      // What a queue allows that says nothing.
      steps: isAll(ladder) ? [] : ladder,
    })),
    ...rules.map(({ outcome }, rule) => ({ path: `rules.${rule}.outcome.ladder`, steps: outcome.ladder })),
    { path: 'router.fallback.ladder', steps: router?.fallback.ladder },
  ];
}

const isAll = (ladder: readonly LadderStep[]): boolean => ladder.join() === ladderSteps.join();
