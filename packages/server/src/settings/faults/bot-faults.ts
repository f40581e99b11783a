import type { Fault } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';

/** Entry points whose bot is none. */
export function botFaults({ bots, entryPoints }: Pick<Config, 'bots' | 'entryPoints'>): Fault[] {
  const there = Object.keys(bots);
  return entryPoints.flatMap(({ bot }, index) =>
    bot === undefined || there.includes(bot)
      ? []
      : [
          {
            path: `entryPoints[${index}].bot`,
            expected: configSentences.oneOf('bots', there.slice(0, 20)),
            received: JSON.stringify(bot),
          },
        ],
  );
}
