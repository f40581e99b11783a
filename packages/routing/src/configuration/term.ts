import * as v from 'valibot';

const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));

/** One skill at a level. Who does not have the skill has it at level 0, so `atMost: 0` asks for who has it not. */
export interface SkillTerm {
  readonly skill: string;
  /** 1 to 10; 1 when neither bound is given. */
  readonly atLeast?: number | undefined;
  /** 0 to 10. */
  readonly atMost?: number | undefined;
  /** How much the level counts for selection by weight: 0 to 100, 1 when not given. */
  readonly weight?: number | undefined;
}

/** What an agent must be able to do: skills joined by "all" and "any", as deep as needed. */
export type Term = SkillTerm | { readonly all: readonly Term[] } | { readonly any: readonly Term[] };

export const SkillTerm = v.strictObject({
  skill: v.string(),
  atLeast: v.optional(level),
  atMost: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
  weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
});

const Terms: v.GenericSchema<Term[]> = v.pipe(
  v.array(v.lazy((): v.GenericSchema<Term> => Term)),
  v.minLength(1, 'at least one term'),
);

/** Told apart by the key, so that a fault is reported inside the form that was meant. */
export const Term: v.GenericSchema<Term> = v.lazy(input => {
  if (typeof input === 'object' && input !== null && 'all' in input) return v.strictObject({ all: Terms });
  if (typeof input === 'object' && input !== null && 'any' in input) return v.strictObject({ any: Terms });
  return SkillTerm;
});
