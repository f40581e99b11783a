import { expect, test } from 'vitest';
import { noteWords } from './conversation-words.ts';

test('how it came, while it lasts', () => {
  expect(noteWords({ domain: 'chat', state: 'active' }, false, 'Support')).toBe('Support');
});

test('a conversation ends or is handed over; a callback and a letter never were one', () => {
  expect(noteWords({ domain: 'chat', state: 'wrapping-up' }, true, 'Support')).toBe('The conversation has ended');
  expect(noteWords({ domain: 'callback', state: 'wrapping-up' }, true, 'Support')).toBe('Done');
  expect(noteWords({ domain: 'email', state: 'active' }, true, 'Support')).toBe('Done');
  expect(noteWords({ domain: 'chat', state: 'wrapping-up' }, false, 'Support')).toBe('Handed over');
  expect(noteWords({ domain: 'callback', state: 'wrapping-up' }, false, 'Support')).toBe('Not reached');
});
