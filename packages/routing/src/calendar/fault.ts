import { cutUnits } from '@eyeline/protocol';
import type * as v from 'valibot';

/** What is wrong with a configuration: where, and what was expected there. A person can correct it from this alone. */
export interface Fault {
  /** Keys from the top, `hours.0.to`; empty for the whole. */
  readonly path: string;
  /** What was expected there. */
  readonly expected: string;
  /** What was found, in short. */
  readonly received: string;
}

/** The issues of a valibot schema as faults, in the order of the schema. O(issues). */
export const faultsOf = (issues: readonly v.BaseIssue<unknown>[]): readonly Fault[] =>
  issues.flatMap(issue => faultsIn(issue, []));

function faultsIn(issue: v.BaseIssue<unknown>, above: readonly v.IssuePathItem[]): readonly Fault[] {
  const path = [...above, ...(issue.path ?? [])];
  const meant = meantIn(issue);
  if (meant.length > 0) return meant.flatMap(one => faultsIn(one, path));
  return [
    { path: path.map(({ key }) => String(key)).join('.'), expected: expectedBy(issue), received: receivedBy(issue) },
  ];
}

/**
 * That nothing of a union fits says little: what is wrong in the part that fits best. Whatever is wrong below its top has
 * the right form there; a part that lacks a key was not meant. Empty where that is not clear, or the schema has words of its own.
 */
function meantIn({ type, message, issues }: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  if (!issues || type !== 'union' || !message.startsWith('Invalid')) return [];
  const below = issues.filter(({ path }) => path !== undefined);
  const isAtTop = ({ path }: v.BaseIssue<unknown>) => path?.length === 1;
  if (!below.some(one => isAtTop(one) && isMissing(one))) return below;
  return below.filter(one => !(isAtTop(one) && (isMissing(one) || isUnknown(one))));
}

/** What stands at the path: a check of two keys has both as its input. */
function receivedBy(issue: v.BaseIssue<unknown>): string {
  if (isMissing(issue)) return 'nothing: the key is missing';
  const last = issue.path?.at(-1);
  if (!last) return describe(issue.input);
  return describe(last.origin === 'key' ? last.key : last.value);
}

const isMissing = ({ received, kind }: v.BaseIssue<unknown>) => received === 'undefined' && kind === 'schema';
const isUnknown = ({ type, expected }: v.BaseIssue<unknown>) => type === 'strict_object' && expected === 'never';

function expectedBy(issue: v.BaseIssue<unknown>): string {
  if (isUnknown(issue)) return 'no such key';
  if (isMissing(issue)) return 'a value';
  // A message that valibot made itself says "Invalid …"; ours say what was expected.
  return issue.message.startsWith('Invalid') ? wordsFor(issue) : issue.message;
}

function wordsFor({ type, requirement, expected, message }: v.BaseIssue<unknown>): string {
  switch (type) {
    case 'min_value':
      return `at least ${requirement}`;
    case 'max_value':
      return `at most ${requirement}`;
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'string':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'object':
    case 'strict_object':
    case 'record':
      return 'an object';
    case 'picklist':
      return `one of ${(expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')}`;
    default:
      return expected ?? message;
  }
}

/** What was found, in short. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${cutUnits(text, 79)}…` : text;
}
