import { MaskingKind } from '@eyeline/protocol';
import { RE2JS } from 're2js';
import * as v from 'valibot';

/** One search takes a time that grows with the text alone (RE2). How many there are in a text is bounded where it is masked. */
export function patternOf(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return null;
  }
}

const OwnPattern = v.strictObject({
  /** What people read in the place of what was hidden. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  pattern: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(200),
    v.check(
      pattern => patternOf(pattern)?.matches('') === false,
      'a pattern as RE2 has them, which does not fit an empty text',
    ),
  ),
  /** So many of the last signs stay. */
  keep: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)), 0),
});
export type OwnPattern = v.InferOutput<typeof OwnPattern>;

/** What is hidden in what people write before anybody reads or keeps it; `false`: nothing. */
export const MaskingConfig = v.union([
  v.literal(false),
  v.strictObject({
    card: v.optional(v.boolean(), true),
    iban: v.optional(v.boolean(), false),
    ssn: v.optional(v.boolean(), false),
    own: v.optional(v.pipe(v.array(OwnPattern), v.maxLength(20)), []),
  }),
]);
export type MaskingConfig = v.InferOutput<typeof MaskingConfig>;

/** The kinds of numbers that are hidden in any case. */
export const kindsOf = (masking: MaskingConfig): readonly MaskingKind[] =>
  masking === false ? [] : MaskingKind.options.filter(kind => masking[kind]);
