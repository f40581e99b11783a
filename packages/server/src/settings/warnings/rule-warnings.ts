import { type Condition, type Rule, routingDomains } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

interface Comparison {
  readonly path: string;
  readonly attribute: string;
  readonly values: readonly string[];
}

/** Rules that never fire: what they ask for does not exist, or a rule before them always ends it. */
export function ruleWarnings({ entryPoints, rules }: Config): readonly ConfigWarning[] {
  const ids = entryPoints.map(({ entryPointId }) => String(entryPointId));
  const fieldsOf = (index: number) => entryPoints[index]?.form.map(({ name }) => name) ?? [];
  const allFields = entryPoints.flatMap((_, index) => fieldsOf(index));
  const ended = rules.find(isAlwaysLast);
  return [
    ...warningsIn(rules, 'rules', { ids, fields: allFields, fieldMissing: configWarningSentences.fieldNowhere }),
    ...entryPoints.flatMap(({ rules: own }, index) => {
      const path = `entryPoints.${index}.rules`;
      const known = { ids, fields: fieldsOf(index), fieldMissing: configWarningSentences.fieldNotHere };
      if (ended && own.length > 0) return [{ path, sentence: configWarningSentences.rulesUnreached(ended.ruleId) }];
      return warningsIn(own, path, known);
    }),
  ];
}

interface Known {
  readonly ids: readonly string[];
  readonly fields: readonly string[];
  /** What to say of a field that is not among them. */
  readonly fieldMissing: (field: string) => string;
}

const isAlwaysLast = ({ when, stop }: Rule): boolean => when === undefined && stop;

function warningsIn(rules: readonly Rule[], path: string, known: Known): readonly ConfigWarning[] {
  const last = rules.findIndex(isAlwaysLast);
  return rules.flatMap((rule, index) => {
    if (last >= 0 && index > last)
      return [
        {
          path: `${path}.${index}`,
          sentence: configWarningSentences.ruleUnreached(rules[last]?.ruleId ?? ''),
        },
      ];
    const comparisons = rule.when ? comparisonsIn(rule.when, `${path}.${index}.when`) : [];
    return comparisons.flatMap(one => comparisonWarnings(one, known));
  });
}

function comparisonWarnings({ path, attribute, values }: Comparison, known: Known): readonly ConfigWarning[] {
  const field = /^form\.(.+)$/.exec(attribute)?.[1];
  if (field !== undefined && !known.fields.includes(field))
    return [
      {
        path,
        sentence: known.fieldMissing(field),
      },
    ];
  const choices: Readonly<Record<string, readonly string[]>> = { entryPointId: known.ids, domain: routingDomains };
  const unknown = values.filter(value => choices[attribute]?.includes(value) === false);
  return unknown.map(value => ({
    path,
    sentence: configWarningSentences.noSuchValue(attribute, value, choices[attribute] ?? []),
  }));
}

function comparisonsIn(condition: Condition, path: string): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap((one, index) => comparisonsIn(one, `${path}.all.${index}`));
  if ('any' in condition) return condition.any.flatMap((one, index) => comparisonsIn(one, `${path}.any.${index}`));
  if ('not' in condition) return comparisonsIn(condition.not, `${path}.not`);
  if ('open' in condition) return [];
  const { attribute, eq, in: list = [] } = condition;
  return [{ path: `${path}.attribute`, attribute, values: [...(eq === undefined ? [] : [eq]), ...list].map(String) }];
}
