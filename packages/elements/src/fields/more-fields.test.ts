import type { FormField } from '@eyeline/protocol';
import { beforeEach, expect, test, vi } from 'vitest';
import { moreErrors } from './more-fields.ts';

beforeEach(() => void vi.stubGlobal('navigator', { languages: ['en-GB'] }));

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  ...{ name: 'it', label: 'It', type, required: true, options: ['A', 'B'] },
  ...more,
});
const said = (one: FormField, it = '') => moreErrors([one], { it })['it'];

test('says of each kind what is wrong, and how it is right', () => {
  expect(said(field('number'), 'x')).toBe('Write a number, as 12 or 1.5.');
  expect(said(field('number', { rules: { min: 1000 } }), '7')).toBe('Not less than 1,000.');
  expect(said(field('number', { rules: { max: 5 } }), '7')).toBe('Not more than 5.');
  expect(said(field('date', { rules: { min: '2026-12-01' } }), '2026-11-28')).toBe('Not before 1 December 2026.');
  expect(said(field('date', { rules: { max: '2026-01-01' } }), '2026-11-28')).toBe('Not after 1 January 2026.');
  expect(said(field('date'))).toBe('Choose a day.');
  expect(said(field('radio'))).toBe('Choose one of the list.');
  expect(said(field('multi'))).toBe('Choose at least one of these.');
  expect(said(field('checkbox'))).toBe('Tick this to go on.');
  expect(said(field('text', { rules: { pattern: '\\d{4}' } }), '12')).toBe('Check how this is written.');
  expect(said(field('text', { rules: { pattern: '\\d{4}', message: 'Four digits.' } }), '12')).toBe('Four digits.');
});

test('lets through what fits, what is left out, what is hidden, and what this browser cannot check', () => {
  expect(said(field('number', { rules: { min: 1, max: 9 } }), '9')).toBeUndefined();
  expect(said(field('multi'), 'A, B')).toBeUndefined();
  expect(said(field('checkbox'), 'yes')).toBeUndefined();
  expect(said(field('checkbox', { required: false }))).toBeUndefined();
  expect(said(field('hidden'), 'x')).toBeUndefined();
  expect(said(field('text', { rules: { pattern: '(?i)a' } }), 'b')).toBeUndefined();
});
