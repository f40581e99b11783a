import * as v from 'valibot';

export type Issues = readonly v.BaseIssue<unknown>[];

/** Where a payload had another form, without its contents: a console is no place for what people wrote. */
export const placesOf = (issues: Issues): string =>
  issues.map(issue => `${v.getDotPath(issue) ?? 'whole'}: ${issue.expected ?? issue.type}`).join(', ');
