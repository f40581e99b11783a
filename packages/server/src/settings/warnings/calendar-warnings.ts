import type { Condition } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** Calendars that never open, and those that nothing asks. */
export function calendarWarnings(config: Config): readonly ConfigWarning[] {
  const used = usedCalendars(config);
  return Object.entries(config.calendars).flatMap(([calendarId, { hours, openings }]) => {
    const path = `calendars.${calendarId}`;
    const warnings: ConfigWarning[] = [];
    if (hours.length === 0 && openings.length === 0)
      warnings.push({ path, sentence: configWarningSentences.neverOpen });
    if (!used.has(calendarId)) warnings.push({ path, sentence: configWarningSentences.calendarUnused });
    return warnings;
  });
}

function usedCalendars({ entryPoints, routing, rules }: Config): ReadonlySet<string> {
  const all = [...rules, ...entryPoints.flatMap(one => one.rules)];
  return new Set([
    ...[...entryPoints, ...Object.values(routing.queues)].flatMap(({ calendar }) => calendar ?? []),
    ...all.flatMap(({ when }) => (when ? calendarsIn(when) : [])),
  ]);
}

function calendarsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(calendarsIn);
  if ('any' in condition) return condition.any.flatMap(calendarsIn);
  if ('not' in condition) return calendarsIn(condition.not);
  return 'open' in condition ? [condition.open] : [];
}
