import { expect, test } from 'vitest';
import { initials } from './avatar.ts';

test('initials are those of the first and the last name, whatever the script', () => {
  expect(['Anna', 'Anna Maria Berg', ' ü ', '', '李 小龙', '😀 Smile'].map(initials)).toEqual([
    'A',
    'AB',
    'Ü',
    '',
    '李小',
    '😀S',
  ]);
});
