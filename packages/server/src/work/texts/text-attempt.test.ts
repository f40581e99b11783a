import { expect, test } from 'vitest';
import { attempted, mostAttempts, newText, settled } from './text-attempt.ts';

const failed = { type: 'failed', reason: 'no answer' } as const;

test('an attempt is written down before it begins, with when it is over', () => {
  expect(attempted(newText(100), 200, 5_000)).toMatchObject({ state: 'waiting', attempts: 1, at: 5_200 });
});

test('what is sent is sent, what is refused for good is not tried again', () => {
  const text = attempted(newText(0), 0, 5_000);
  expect(settled(text, { type: 'sent', messageId: 'SM1' }, 10, 0)).toMatchObject({ state: 'sent', messageId: 'SM1' });
  expect(settled(text, { type: 'refused', reason: 'no such number' }, 10, 0)).toMatchObject({
    state: 'failed',
    reason: 'no such number',
  });
});

test('what failed is tried again slower and slower, then given up', () => {
  let text = newText(0);
  const pauses: number[] = [];
  while (text.state === 'waiting') {
    text = settled(attempted(text, 0, 5_000), failed, 0, 0.999);
    if (text.state === 'waiting') pauses.push(text.at);
  }
  expect(text).toMatchObject({ state: 'failed', reason: 'no answer', attempts: mostAttempts });
  expect(pauses).toHaveLength(mostAttempts - 1);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(settled(attempted(newText(0), 0, 5_000), failed, 0, 0).at).toBeGreaterThan(0);
});
