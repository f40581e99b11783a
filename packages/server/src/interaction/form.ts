import {
  type CallbackRequest,
  cutText,
  type Domain,
  type EntryPoint,
  type FormField,
  type FormValues,
  fieldFault,
  type KnownCustomer,
  readFieldRules,
} from '@eyeline/protocol';
import { Refusal } from '../people/refusal.ts';
import { patternOf } from '../settings/messages/masking-config.ts';
import { neededFor } from '../settings/missing-field.ts';
import { customerRefusals } from '../settings/sentences/refusals.ts';

/**
 * What a customer filled in, trimmed, and only what the form asks for.
 * @throws Refusal `invalid-form` that names the field
 */
export function checkForm({ form }: Pick<EntryPoint, 'form'>, given: FormValues, domain: Domain = 'chat'): FormValues {
  const values: Record<string, string> = {};
  for (const field of form) {
    const value = (Object.hasOwn(given, field.name) ? (given[field.name] ?? '') : '').trim();
    const required = field.required || field.type === neededFor[domain];
    const fault = faultOf({ ...field, required }, value);
    if (fault) throw new Refusal('invalid-form', fault);
    if (value !== '') values[field.name] = value;
  }
  return values;
}

/** The whole of it, in a time that grows with the text alone. */
const fits = (pattern: string, value: string): boolean => patternOf(`^(?:${pattern})$`)?.matches(value) ?? true;

function faultOf({ label, type, required, options, rules }: FormField, value: string): string | null {
  if (value === '') return required ? customerRefusals.fieldMissing(label) : null;
  if (type === 'email' && !/^\S+@\S+$/.test(value)) return customerRefusals.fieldNoAddress(label);
  const fault = fieldFault({ type, options, rules }, value, fits);
  if (fault === 'choice') return customerRefusals.fieldNoChoice(label);
  return fault && customerRefusals.fieldWrong(label, readFieldRules(rules).message);
}

/**
 * The number for a callback that the form lacks, as a part of it; nothing where the form has one.
 * @throws Refusal `invalid-form` when there is none at all
 */
export function phoneFor(
  { form }: EntryPoint,
  values: FormValues,
  callback: CallbackRequest | undefined,
): { readonly form?: FormValues } {
  const fields = form.filter(({ type }) => type === 'tel');
  if (fields.some(({ name }) => Object.hasOwn(values, name))) return {};
  const [field] = fields;
  const phone = callback?.phone?.trim() ?? '';
  if (field && phone !== '') return { form: { [field.name]: phone } };
  throw new Refusal('invalid-form', customerRefusals.fieldMissing(field?.label ?? customerRefusals.phone));
}

const longestName = 80;

/** How the customer is called in the conversation: as is proven, else as they say in the form, else as the page says. */
export function customerName(
  { nameField }: EntryPoint,
  values: FormValues,
  known: Pick<KnownCustomer, 'level' | 'name'> | null = null,
): string {
  const given = Object.hasOwn(values, nameField) ? values[nameField] : undefined;
  const name = known?.level === 'verified' ? (known.name ?? given) : (given ?? known?.name);
  return name === undefined ? 'Customer' : cutText(name, longestName);
}
