import * as v from 'valibot';
import type { FormField } from './entry-point.ts';

const limit = v.union([v.number(), v.pipe(v.string(), v.isoDate())]);

/** What is filled in must be so. */
export const FieldRules = v.object({
  /** The least and the most of a number, the first and the last day of a date. */
  min: v.optional(limit),
  max: v.optional(limit),
  /** What the whole of it looks like, as a regular expression that RE2 knows. */
  pattern: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** What the customer reads where it does not, in the site's own words. */
  message: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
});
export type FieldRules = v.InferOutput<typeof FieldRules>;

export function readFieldRules(rules: unknown): FieldRules {
  const read = v.safeParse(FieldRules, rules);
  return read.success ? read.output : {};
}

/** The value of a box that is ticked. */
export const TICKED = 'yes';

/** The values of `multi`, which stand in one. */
export const chosenIn = (value: string): string[] => value.split(', ').filter(Boolean);

export type FieldFault = 'number' | 'date' | 'least' | 'most' | 'pattern' | 'choice';

/** What is wrong with a value that is there; null where nothing is. `fits`: whether a text looks as a pattern says. */
export function fieldFault(
  { type, options, rules: given }: Pick<FormField, 'type' | 'options' | 'rules'>,
  value: string,
  fits: (pattern: string, value: string) => boolean,
): FieldFault | null {
  const { min, max, pattern } = readFieldRules(given);
  if (type === 'number' && !/^[-+]?\d{1,20}(\.\d{1,20})?$/.test(value)) return 'number';
  if (type === 'date' && !v.is(v.pipe(v.string(), v.isoDate()), value)) return 'date';
  const isOption = (one: string) => options.includes(one);
  if ((type === 'select' || type === 'radio') && !isOption(value)) return 'choice';
  if (type === 'multi' && !chosenIn(value).every(isOption)) return 'choice';
  if (type === 'checkbox' && value !== TICKED) return 'choice';
  const isBelow = (one: string | number, other: string | number) =>
    type === 'number' ? Number(one) < Number(other) : type === 'date' && String(one) < String(other);
  if (min !== undefined && isBelow(value, min)) return 'least';
  if (max !== undefined && isBelow(max, value)) return 'most';
  return pattern && !fits(pattern, value) ? 'pattern' : null;
}
