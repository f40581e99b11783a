import { expect, test } from 'vitest';
import { emptyDesk } from './empty-desk.ts';

/** All that is drawn, in one text. */
const textOf = (drawn: unknown): string =>
  drawn instanceof Object && 'values' in drawn && Array.isArray(drawn.values)
    ? drawn.values.map(textOf).join(' ')
    : String(drawn);

test('a desk without a connection promises no customer', () => {
  expect(textOf(emptyDesk('ready', false, { isAwaiting: false, onInvite: null }))).toContain('You are ready');
  const offline = textOf(emptyDesk('offline', false, { isAwaiting: false, onInvite: null }));
  expect(offline).toContain('You are not connected');
  expect(offline).not.toMatch(/ready/i);
});
