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
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): readonly Fault[] {
  return issues.map(issue => {
    const path = issue.path ?? [];
    const isKey = path.at(-1)?.origin === 'key';
    return {
      path: path.map(({ key }) => String(key)).join('.'),
      expected: expectedBy(issue),
      // What stands at the path: a check of two keys has both as its input.
      received: describe(isKey ? path.at(-1)?.key : path.length === 0 ? issue.input : path.at(-1)?.value),
    };
  });
}

function expectedBy(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'no such key';
  if (issue.received === 'undefined' && issue.kind === 'schema') return 'a value, but the key is missing';
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
