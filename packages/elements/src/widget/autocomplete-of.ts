import type { FormField } from '@eyeline/protocol';

const byName: Readonly<Record<string, string>> = {
  name: 'name',
  firstname: 'given-name',
  lastname: 'family-name',
  company: 'organization',
  organization: 'organization',
  country: 'country-name',
  city: 'address-level2',
  zip: 'postal-code',
};

/** What the browser may fill in by itself, as the HTML standard calls it. */
export function autocompleteOf({ name, type }: FormField, nameField: string): string | undefined {
  if (type === 'email' || type === 'tel') return type;
  if (name === nameField) return 'name';
  return byName[name.toLowerCase().replace(/[-_]/g, '')];
}
