import { FieldRules, FormField } from '@eyeline/protocol';
import * as v from 'valibot';
import { patternOf } from '../messages/masking-config.ts';
import { configSentences } from '../sentences/config.ts';

const Pattern = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.check(pattern => patternOf(`^(?:${pattern})$`) !== null, configSentences.aPattern),
);

/** The fields of an entry point's form as a site writes them. */
export const FormConfig = v.array(
  v.object({
    ...FormField.entries,
    value: v.optional(v.pipe(v.string(), v.maxLength(2000))),
    rules: v.optional(v.strictObject({ ...FieldRules.entries, pattern: v.optional(Pattern) })),
  }),
);
