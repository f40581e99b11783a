import type { CustomerClaim, FormValues } from '@eyeline/protocol';
import { cutText } from '@eyeline/protocol';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { StartRequest } from './start-request.ts';

const longestValue = 2000;

/** What the entry point's form asks for, as far as the application says it: by the field's name, else by its type. */
export function formOf({ form, nameField }: SiteEntryPoint, start: StartRequest): FormValues {
  const { customer, subject, attributes } = start;
  const { firstName, lastName, email, phone } = customer;
  const known: Readonly<Record<string, string>> = {
    ...lowered({ firstName, lastName, email, phone, subject, question: subject }),
    ...lowered(attributes),
    [nameField.toLowerCase()]: `${firstName} ${lastName}`.trim(),
  };
  const byType: Readonly<Record<string, string>> = { email, tel: phone };
  const values: [string, string][] = [];
  for (const { name, type } of form) {
    const key = name.toLowerCase();
    const value = (Object.hasOwn(known, key) ? known[key] : '') || (Object.hasOwn(byType, type) ? byType[type] : '');
    if (value) values.push([name, cutText(value, longestValue)]);
  }
  return Object.fromEntries(values);
}

/** Where the search for the customer looks: `email.emailAddress`, `phone.phoneNo`, `social.instagramId`. */
function contactId({ email, phone, social }: StartRequest['customer'], attribute: string): string {
  const [kind] = attribute.toLowerCase().split('.');
  if (kind === 'email') return email.toLowerCase();
  if (kind === 'phone') return phone;
  return kind === 'social' ? social : '';
}

/** Who it is, by the application's word. `search`: by what the customer is known again; null: by nothing. */
export function claimOf({ customer, attributes }: StartRequest, search: string | null): CustomerClaim {
  const { firstName, lastName, email, phone } = customer;
  const name = cutText(`${firstName} ${lastName}`.trim(), 80);
  const id = search === null ? '' : cutText(contactId(customer, search), 200);
  const said = Object.entries(attributes).map(([key, value]) => [nameOf(key), cutText(value, 500)]);
  return {
    ...(id && { id }),
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    attributes: Object.fromEntries(said.slice(0, 30)),
  };
}

/** As attributes are called here. */
const nameOf = (key: string): string => cutText(key.replace(/[^\w-]/g, '_'), 64) || '_';

const lowered = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
