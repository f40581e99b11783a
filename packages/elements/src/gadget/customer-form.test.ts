import { EntryPoint, emptyInteraction } from '@eyeline/protocol';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { customerForm } from './customer-form.ts';

const entryPoint = v.parse(EntryPoint, {
  entryPointId: 'support',
  title: 'Support',
  form: [
    { name: 'name', label: 'Your name', type: 'text' },
    { name: 'order', label: 'Order', type: 'text' },
  ],
});
const interaction = { ...emptyInteraction, form: { topic: 'lamps', name: 'Ada' } };

describe('customerForm', () => {
  test('has the labels and the order that the customer saw, then what the form has no field for any more', () => {
    expect(customerForm({ interaction, entryPoint })).toEqual([
      { label: 'Your name', value: 'Ada' },
      { label: 'Order', value: '' },
      { label: 'topic', value: 'lamps' },
    ]);
  });

  test('shows the bare names until the entry point is known', () => {
    expect(customerForm({ interaction, entryPoint: null }).map(({ label }) => label)).toEqual(['topic', 'name']);
  });
});
