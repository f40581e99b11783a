import * as v from 'valibot';
import { EntryPointId } from './ids.ts';
import { FallbackOption, MediaPath } from './vocabulary.ts';

/** One field of the pre-chat form. `name` is the key under which the value travels. */
export const FormField = v.object({
  name: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** `checkbox`: ticked or not. `multi`: some of the options. `hidden`: not shown, for what the page fills in. */
  type: v.picklist([
    ...(['text', 'email', 'tel', 'textarea', 'select'] as const),
    ...(['number', 'date', 'radio', 'checkbox', 'multi', 'hidden'] as const),
  ]),
  required: v.optional(v.boolean(), false),
  /** Only for `select`, `radio` and `multi`. */
  options: v.optional(v.array(v.pipe(v.string(), v.maxLength(120))), []),
  /** What stands in it to begin with. */
  value: v.optional(v.string()),
  /** `FieldRules`, which the code of such fields reads; left out: none. */
  rules: v.optional(v.unknown()),
});
export type FormField = v.InferOutput<typeof FormField>;

/** What the customer's page may know of an entry point. */
export const EntryPoint = v.object({
  entryPointId: EntryPointId,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  greeting: v.optional(v.pipe(v.string(), v.maxLength(400)), ''),
  form: v.optional(v.array(FormField), []),
  /** Which field of the form holds the customer's name. */
  nameField: v.optional(v.string(), 'name'),
  /** May either side turn the chat into video? */
  video: v.optional(v.boolean(), true),
  media: v.optional(MediaPath, 'p2p'),
  /** How a customer may begin, in the order in which it is shown. With one there is nothing to choose. */
  modes: v.optional(v.pipe(v.array(FallbackOption), v.minLength(1, 'at least one of chat, video, callback, message')), [
    'chat',
  ]),
  /** `FileRules`, which the code that sends files reads; left out, or `false`: none are sent. A chat without files has no use for them. */
  files: v.optional(v.unknown()),
  /** `SurveyQuestions`, which the code of surveys reads; left out: nothing is asked when it is over. */
  survey: v.optional(v.unknown()),
  /** Whether what was said can be sent by e-mail, which only the code of what comes after reads. */
  mail: v.optional(v.unknown()),
  /** The `MaskingKind`s that pages hide before they send a text, which the code that writes messages reads; the server hides them anyway. */
  masking: v.optional(v.unknown()),
  /** `ProactiveInvites`, which the code of the launcher reads; left out: nobody is invited. */
  proactive: v.optional(v.unknown()),
});
export type EntryPoint = v.InferOutput<typeof EntryPoint>;

/** Values of the pre-chat form by field name; a value holds at most 2 000 characters. */
export const FormValues = v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(2000)));
export type FormValues = v.InferOutput<typeof FormValues>;
