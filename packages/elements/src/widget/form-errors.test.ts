import type { FormField } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { isolate } from '../parts/isolate.ts';
import { autocompleteOf } from './autocomplete-of.ts';
import { formErrors } from './form-errors.ts';

const field = (name: string, type: FormField['type'], required = false): FormField => ({
  name,
  label: name,
  type,
  required,
  options: [],
});

describe('formErrors', () => {
  test('asks for what is required, in the words of the field', () => {
    const fields = [field('name', 'text', true), field('topic', 'select', true), field('more', 'textarea')];
    expect(formErrors(fields, { name: '  ' })).toEqual({
      name: `Fill in “${isolate('name')}”.`,
      topic: 'Choose one of the list.',
    });
    expect(formErrors(fields, { name: 'Ada', topic: 'An order' })).toEqual({});
  });

  test('refuses only what cannot be an address or a number', () => {
    const fields = [field('email', 'email'), field('phone', 'tel')];
    for (const email of ['ada@example.com', 'ü@münchen.example', 'a+b@c'])
      expect(formErrors(fields, { email })).toEqual({});
    for (const email of ['ada', 'ada@', '@b', 'a b@c']) expect(formErrors(fields, { email })).toHaveProperty('email');
    expect(formErrors(fields, { phone: '+46 (0)8 123 45' })).toEqual({});
    expect(formErrors(fields, { phone: 'call me' })).toHaveProperty('phone');
  });

  test('keeps to the length that travels', () => {
    const fields = [field('more', 'textarea')];
    expect(formErrors(fields, { more: 'x'.repeat(2000) })).toEqual({});
    expect(formErrors(fields, { more: 'x'.repeat(2001) })).toHaveProperty('more');
  });
});

describe('autocompleteOf', () => {
  test('lets the browser fill in what it knows', () => {
    expect(autocompleteOf(field('mail', 'email'), 'name')).toBe('email');
    expect(autocompleteOf(field('who', 'text'), 'who')).toBe('name');
    expect(autocompleteOf(field('Company', 'text'), 'name')).toBe('organization');
    expect(autocompleteOf(field('order', 'text'), 'name')).toBeUndefined();
  });
});
