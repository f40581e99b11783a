import type { FormField, FormValues } from '@eyeline/protocol';
import { moreErrors } from '../parts/any-field.ts';
import { isolate } from '../parts/isolate.ts';
import { form as sentences } from '../sentences/form.ts';

/** Errors by field name. */
export type FormErrors = Readonly<Record<string, string>>;

/** At most this many characters travel in one field. */
const longest = 2000;

/** What is wrong with a filled form, in words, to be drawn by `sentence`; empty when it may be sent. */
export function formErrors(fields: readonly FormField[], values: FormValues): FormErrors {
  const errors = fields.flatMap(field => {
    const error = fieldError(field, (values[field.name] ?? '').trim());
    return error ? [[field.name, error]] : [];
  });
  return { ...Object.fromEntries(errors), ...moreErrors(fields, values) };
}

function fieldError({ label, type, required }: FormField, value: string): string | null {
  if (value === '') {
    if (!required || type === 'hidden') return null;
    return type === 'select' ? sentences.choose : sentences.fillIn(isolate(label));
  }
  if (value.length > longest) return sentences.tooLong(longest);
  // Only what cannot be an address: the mail server knows the rest.
  if (type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return sentences.email;
  if (type === 'tel' && !/\d{3}/.test(value.replace(/\D/g, ''))) return sentences.phone;
  return null;
}
