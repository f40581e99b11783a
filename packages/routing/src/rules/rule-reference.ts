import type { Fault } from '../calendar/fault.ts';
import { queueIn } from './attribute-path.ts';
import type { Condition } from './condition.ts';
import type { RouteOutcome } from './route-outcome.ts';
import type { Rules } from './rule.ts';

/** What the rest of the configuration has, by id. */
export interface KnownIds {
  readonly queues: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
}

interface Reference {
  readonly path: string;
  readonly kind: keyof KnownIds;
  readonly id: string;
}

/** Names in rules that lead nowhere, with their paths under `path`. O(size of the rules). */
export function ruleFaults(rules: Rules, known: KnownIds, path = 'rules'): readonly Fault[] {
  const references = rules.flatMap((rule, index) => [
    ...(rule.when ? conditionReferences(rule.when, `${path}.${index}.when`) : []),
    ...outcomeReferences(rule.outcome, `${path}.${index}.outcome`),
  ]);
  return faultsIn(references, known);
}

/** The same for one outcome: of an external router, of the hook, of a fallback. */
export function outcomeFaults(outcome: RouteOutcome, known: KnownIds, path = 'outcome'): readonly Fault[] {
  return faultsIn(outcomeReferences(outcome, path), known);
}

function faultsIn(references: readonly Reference[], known: KnownIds): readonly Fault[] {
  return references
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ path, kind, id }) => ({
      path,
      expected: `one of the ${kind}: ${[...known[kind]].slice(0, 20).join(', ') || '(there is none)'}`,
      received: JSON.stringify(id),
    }));
}

function conditionReferences(condition: Condition, path: string): readonly Reference[] {
  if ('all' in condition)
    return condition.all.flatMap((one, index) => conditionReferences(one, `${path}.all.${index}`));
  if ('any' in condition)
    return condition.any.flatMap((one, index) => conditionReferences(one, `${path}.any.${index}`));
  if ('not' in condition) return conditionReferences(condition.not, `${path}.not`);
  if ('open' in condition) return [{ path: `${path}.open`, kind: 'calendars', id: condition.open }];
  const queueId = queueIn(condition.attribute);
  return queueId === null ? [] : [{ path: `${path}.attribute`, kind: 'queues', id: queueId }];
}

function outcomeReferences({ queueId, skills = {} }: RouteOutcome, path: string): readonly Reference[] {
  return [
    ...(queueId === undefined ? [] : [{ path: joined(path, 'queueId'), kind: 'queues' as const, id: queueId }]),
    ...Object.keys(skills).map(id => ({ path: joined(path, `skills.${id}`), kind: 'skills' as const, id })),
  ];
}

const joined = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
