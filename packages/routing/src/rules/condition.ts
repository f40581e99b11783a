import * as v from 'valibot';
import { own } from '../own.ts';
import { AttributePath, valuesAt } from './attribute-path.ts';
import { isMatch, Pattern } from './pattern.ts';
import type { RouteFacts } from './route-facts.ts';

const Comparable = v.union([v.string(), v.number(), v.boolean()], 'a text, a number, true or false');
const Bound = v.pipe(v.number('a number'), v.finite('a number'));

/** One attribute; all that is said about it must hold for one and the same of its values. */
const AttributeCondition = v.pipe(
  v.strictObject({
    attribute: AttributePath,
    /** Compared as text: 5 and "5" are equal. Upper and lower case differ. */
    eq: v.exactOptional(Comparable),
    in: v.exactOptional(v.pipe(v.array(Comparable), v.minLength(1, 'at least one value'))),
    matches: v.exactOptional(Pattern),
    /** A text counts as the number that it spells; one that spells none is in no relation to any. */
    lt: v.exactOptional(Bound),
    lte: v.exactOptional(Bound),
    gt: v.exactOptional(Bound),
    gte: v.exactOptional(Bound),
    /** Is there a value that is not blank? */
    exists: v.exactOptional(v.boolean('true or false')),
  }),
  v.check(
    condition => Object.keys(condition).length > 1,
    'at least one of eq, in, matches, lt, lte, gt, gte, exists beside `attribute`',
  ),
);
type AttributeCondition = v.InferOutput<typeof AttributeCondition>;

/** When a rule fires. As deep as needed. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The calendar with this id is open. */
  | { readonly open: string }
  | Readonly<AttributeCondition>;

const inner = v.lazy((): v.GenericSchema<Condition> => Condition);
const Conditions = v.pipe(v.array(inner, 'a list of conditions'), v.minLength(1, 'at least one condition'));
const groups = {
  all: v.strictObject({ all: Conditions }),
  any: v.strictObject({ any: Conditions }),
  not: v.strictObject({ not: inner }),
  open: v.strictObject({ open: v.string('the id of a calendar') }),
} as const;

/** Told apart by the key, so that a fault is reported inside the form that was meant. */
export const Condition: v.GenericSchema<Condition> = v.lazy((input): v.GenericSchema<Condition> => {
  if (typeof input !== 'object' || input === null) return AttributeCondition;
  if ('all' in input) return groups.all;
  if ('any' in input) return groups.any;
  if ('not' in input) return groups.not;
  return 'open' in input ? groups.open : AttributeCondition;
});

/** O(size of the condition × values), with a pattern times its length and the text's. */
export function holds(condition: Condition, facts: RouteFacts): boolean {
  if ('all' in condition) return condition.all.every(one => holds(one, facts));
  if ('any' in condition) return condition.any.some(one => holds(one, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  if ('open' in condition) return own(facts.calendars, condition.open) === true;
  const { attribute, exists, ...comparisons } = condition;
  const values = valuesAt(facts, attribute);
  if (exists !== undefined && exists !== values.length > 0) return false;
  return Object.keys(comparisons).length === 0 || values.some(value => compares(comparisons, value));
}

function compares(condition: Omit<AttributeCondition, 'attribute'>, value: string | number | boolean): boolean {
  const { eq, in: list, matches, lt, lte, gt, gte } = condition;
  const text = String(value);
  const number = numberIn(text);
  return (
    (eq === undefined || String(eq) === text) &&
    (list === undefined || list.some(one => String(one) === text)) &&
    (matches === undefined || isMatch(matches, text)) &&
    (lt === undefined || number < lt) &&
    (lte === undefined || number <= lte) &&
    (gt === undefined || number > gt) &&
    (gte === undefined || number >= gte)
  );
}

/** NaN, which is in no relation to any number, when it spells none. */
function numberIn(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
}
