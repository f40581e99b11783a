import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import { calendarWarnings } from './calendar-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** What is odd in the parts that belong to no queue and no entry point. */
export const siteWarnings = (config: Config): readonly ConfigWarning[] => [
  ...calendarWarnings(config),
  ...(config.origins ?? []).flatMap((origin, index) => originWarnings(origin, `origins.${index}`)),
  ...labelWarnings(config),
];

function originWarnings(origin: string, path: string): readonly ConfigWarning[] {
  const parsed = URL.parse(origin);
  if (!parsed) return [{ path, sentence: configWarningSentences.noSite }];
  if (parsed.origin !== origin) return [{ path, sentence: configWarningSentences.otherOrigin(parsed.origin) }];
  if (parsed.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\]|.*\.localhost)$/.test(parsed.hostname))
    return [{ path, sentence: configWarningSentences.plainSite }];
  return [];
}

function labelWarnings({ wrapUpCodes, notReadyReasons }: Config): readonly ConfigWarning[] {
  return Object.entries({ wrapUpCodes, notReadyReasons }).flatMap(([key, choices]) =>
    choices.flatMap(({ label }, index) =>
      choices.findIndex(one => one.label === label) < index
        ? [{ path: `${key}.${index}.label`, sentence: configWarningSentences.labelTwice(label) }]
        : [],
    ),
  );
}
