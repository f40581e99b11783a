import { expect, test } from 'vitest';
import { questionsIn } from './start.ts';

test('in a conversation that goes on what was to be asked in the form is said', () => {
  const fields = [
    { name: 'name', type: 'text' },
    { name: 'details', type: 'textarea' },
  ];
  expect(questionsIn(fields, { name: 'Ada', details: ' My parcel ', question: 'Where is it?' })).toEqual([
    'My parcel',
    'Where is it?',
  ]);
  expect(questionsIn([{ name: 'question', type: 'textarea' }], { question: 'Where is it?' })).toEqual(['Where is it?']);
  expect(questionsIn(fields, { name: 'Ada', question: ' ' })).toEqual([]);
});
