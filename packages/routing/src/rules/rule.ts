import * as v from 'valibot';
import { Condition } from './condition.ts';
import { RouteOutcome } from './route-outcome.ts';

/** If the condition holds, this is the outcome. */
export const Rule = v.strictObject({
  ruleId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of 1 to 64 letters, digits, "-" and "_"')),
  /** Absent: always. */
  when: v.exactOptional(Condition),
  // An empty one is a rule that only stops.
  outcome: v.optional(RouteOutcome, {}),
  /** No rule after this one is looked at. */
  stop: v.optional(v.boolean('true or false'), false),
});
export type Rule = v.InferOutput<typeof Rule>;

/** Rules in their order; no two have one id. */
export const Rules = v.pipe(
  v.array(Rule, 'a list of rules'),
  v.maxLength(1000, 'at most 1 000 rules'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    const known = new Set<string>();
    for (const [key, value] of input.entries()) {
      const { ruleId } = value;
      if (known.has(ruleId)) {
        addIssue({
          message: 'an id that no rule before it has',
          path: [
            { type: 'array', origin: 'value', input, key, value },
            { type: 'object', origin: 'value', input: { ...value }, key: 'ruleId', value: ruleId },
          ],
        });
      }
      known.add(ruleId);
    }
  }),
);
export type Rules = readonly Rule[];
