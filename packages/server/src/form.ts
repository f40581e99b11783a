import type { EntryPoint, FormField, FormValues } from '@eyeline/protocol';
import { Refusal } from './refusal.ts';

/**
 * What a customer filled in, trimmed, and only what the form asks for.
 * @throws Refusal `invalid-form` that names the field
 */
export function checkForm({ form }: EntryPoint, given: FormValues): FormValues {
  const values: Record<string, string> = {};
  for (const field of form) {
    const value = (Object.hasOwn(given, field.name) ? (given[field.name] ?? '') : '').trim();
    const fault = faultOf(field, value);
    if (fault) throw new Refusal('invalid-form', fault);
    if (value !== '') values[field.name] = value;
  }
  return values;
}

function faultOf({ label, type, required, options }: FormField, value: string): string | null {
  if (value === '') return required ? `Please fill in “${label}”.` : null;
  if (type === 'email' && !/^\S+@\S+$/.test(value)) return `Please give an e-mail address in “${label}”.`;
  if (type === 'select' && !options.includes(value)) return `Please choose from the list in “${label}”.`;
  return null;
}

/** How the customer is called in the conversation. */
export const customerName = ({ nameField }: EntryPoint, values: FormValues): string =>
  (Object.hasOwn(values, nameField) ? values[nameField]?.slice(0, 80) : undefined) ?? 'Customer';
