import type * as v from 'valibot';

/** What is wrong with a configuration: where, and what was expected there. A person can correct it from this alone. */
export interface Fault {
  /** The way from the root, `hours.0.to`; empty for the root itself. */
  readonly path: string;
  readonly expected: string;
  /** What was found there, shortened; absent where the value as a whole is right and something about it is not. */
  readonly received?: string;
}

/** The issues of a valibot schema as faults, in the order of the schema. O(issues). */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): readonly Fault[] {
  return issues.map(issue => ({
    path: (issue.path ?? []).map(({ key }) => String(key)).join('.'),
    expected: expectedBy(issue),
    ...(issue.received === 'undefined' || issue.kind !== 'schema' ? {} : { received: issue.received.slice(0, 80) }),
  }));
}

function expectedBy(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'no such key';
  if (issue.received === 'undefined' && issue.kind === 'schema') return 'a value, but the key is missing';
  // A message that valibot made itself says "Invalid …"; ours say what was expected.
  return issue.message.startsWith('Invalid') ? (issue.expected ?? issue.message) : issue.message;
}
