import { expect, test } from 'vitest';
import { parseConfig } from '../settings/parse-config.ts';
import { testConfig } from '../testing/test-server.ts';
import { checkForm } from './form.ts';

const fields = [
  { name: 'age', label: 'Age', type: 'number', rules: { min: 18, max: 99 } },
  { name: 'day', label: 'Day', type: 'date', rules: { min: '2026-01-01', max: '2026-12-31' } },
  { name: 'topic', label: 'Topic', type: 'radio', options: ['Loan', 'Card'] },
  { name: 'wants', label: 'Wants', type: 'multi', options: ['Advice', 'A form'] },
  { name: 'terms', label: 'Terms', type: 'checkbox' },
  { name: 'order', label: 'Order', type: 'text', rules: { pattern: '[A-Z]{2}\\d{4}', message: 'As AB1234.' } },
  { name: 'page', label: 'Page', type: 'hidden' },
];
const formOf = (form: object[]) => {
  const [first, ...others] = testConfig.entryPoints;
  return parseConfig({ ...testConfig, entryPoints: [{ ...first, form }, ...others] } as never).entryPoints[0] as never;
};
const form = formOf(fields.map(field => ({ ...field, required: false })));
const good = {
  age: '42',
  day: '2026-11-28',
  topic: 'Loan',
  wants: 'Advice, A form',
  terms: 'yes',
  order: 'AB1234',
  page: '/loans',
};

test('fields of every kind are taken as they are, and nothing that was not asked for', () => {
  expect(checkForm(form, { ...good, other: 'x' })).toEqual(good);
  expect(checkForm(form, {})).toEqual({});
});

test.each([
  ['age', '17', 'Please correct “Age”.'],
  ['age', '100', 'Please correct “Age”.'],
  ['age', '1e9', 'Please correct “Age”.'],
  ['day', '2025-12-31', 'Please correct “Day”.'],
  ['day', '28.11.2026', 'Please correct “Day”.'],
  ['topic', 'Other', 'Please choose from the list in “Topic”.'],
  ['wants', 'Advice, Money', 'Please choose from the list in “Wants”.'],
  ['terms', 'no', 'Please choose from the list in “Terms”.'],
  ['order', 'AB12345', 'As AB1234.'],
  ['order', 'x AB1234', 'As AB1234.'],
])('%s cannot be %s', (name, value, sentence) => {
  expect(() => checkForm(form, { ...good, [name]: value })).toThrow(
    expect.objectContaining({ failure: { code: 'invalid-form', message: sentence } }),
  );
});

test.each([
  [{ name: 'a', label: 'A', type: 'multi', options: ['One, two'] }, 'an option without a comma'],
  [{ name: 'a', label: 'A', type: 'radio' }, 'at least one option'],
  [{ name: 'a', label: 'A', type: 'text', rules: { pattern: '(a' } }, 'a pattern as RE2 has them'],
])('a configuration with %o is refused', (field, sentence) => {
  expect(() => formOf([field])).toThrow(expect.objectContaining({ message: expect.stringContaining(sentence) }));
});
