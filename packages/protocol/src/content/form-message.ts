import * as v from 'valibot';
import { FormField } from '../entry-point.ts';
import { contentText } from './content-parts.ts';

/** A form that the customer fills in within the conversation. */
export const FormMessage = v.object({
  kind: v.literal('form'),
  title: contentText(120),
  text: v.optional(contentText(1000)),
  fields: v.pipe(v.array(FormField), v.minLength(1), v.maxLength(12)),
});
export type FormMessage = v.InferOutput<typeof FormMessage>;
