import { expect, test } from 'vitest';
import { typedReplies } from './typed-replies.ts';

test('a question with its answers, one per line, without what is empty or there twice', () => {
  expect(typedReplies(' Which? ', 'Red\n\n Green \nRed\n')).toEqual({
    kind: 'quick-replies',
    text: 'Which?',
    choices: [
      { id: '1', label: 'Red' },
      { id: '2', label: 'Green' },
    ],
  });
});

test.each([
  ['', 'Red', 'too-few'],
  ['Which?', ' \n', 'too-few'],
  ['Which?', Array.from({ length: 11 }, (_, index) => `${index}`).join('\n'), 'too-many'],
  ['Which?', 'x'.repeat(81), 'too-many'],
  ['x'.repeat(1001), 'Red', 'too-many'],
])('%#: what is wrong is said', (question, lines, wrong) => expect(typedReplies(question, lines)).toBe(wrong));
