import { afterEach, expect, test } from 'vitest';
import { speak } from '../sentences/language.ts';
import { initials } from './avatar.ts';

afterEach(() => speak({ tag: 'en', dir: 'ltr' }));

test('initials are those of the first and the last name, whatever the script', () => {
  expect(['Anna', 'Anna Maria Berg', ' ü ', '', '李 小龙', '😀 Smile', 'Ada (Lovelace)'].map(initials)).toEqual([
    'A',
    'AB',
    'Ü',
    '',
    '李小',
    '😀S',
    'AL',
  ]);
  expect(['+49 89 1234567', '007', '😀', 'Room 4'].map(initials)).toEqual(['', '', '', 'R4']);
});

test('they are large as in the language that is read: the Turkish i keeps its dot', () => {
  speak({ tag: 'tr', dir: 'ltr' });
  expect(['irem ışık', 'ilker'].map(initials)).toEqual(['İI', 'İ']);
});
