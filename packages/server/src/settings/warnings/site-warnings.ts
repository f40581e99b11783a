import type { Config } from '../config.ts';
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
  if (!parsed) return [{ path, sentence: 'This is no address of a site, so that no page has it. Correct it.' }];
  if (parsed.origin !== origin)
    return [{ path, sentence: `Browsers write it ${parsed.origin}, so that this one never matches. Write it so.` }];
  if (parsed.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\]|.*\.localhost)$/.test(parsed.hostname))
    return [
      { path, sentence: 'Browsers give pages over http no camera and no microphone. Serve the site over https.' },
    ];
  return [];
}

function labelWarnings({ wrapUpCodes, notReadyReasons }: Config): readonly ConfigWarning[] {
  return Object.entries({ wrapUpCodes, notReadyReasons }).flatMap(([key, choices]) =>
    choices.flatMap(({ label }, index) =>
      choices.findIndex(one => one.label === label) < index
        ? [{ path: `${key}.${index}.label`, sentence: `Another choice is shown as "${label}" too. Rename one.` }]
        : [],
    ),
  );
}
