import { expect, test } from 'vitest';
import { isolate, sentence } from './isolate.ts';

const drawn = (text: string) => sentence(text).map(part => (typeof part === 'string' ? part : { bdi: part.values[0] }));

test('a name in a sentence stands in an element of its own', () => {
  expect(drawn(`${isolate('אלמה (1)')} asks about ${isolate('Zoe')}.`)).toEqual([
    '',
    { bdi: 'אלמה (1)' },
    ' asks about ',
    { bdi: 'Zoe' },
    '.',
  ]);
  expect(drawn('The chat has ended')).toEqual(['The chat has ended']);
});

test('a name cannot end its isolation by itself', () => {
  expect(drawn(`${isolate('\u2069a\u2067b\u2068')} left`)).toEqual(['', { bdi: 'ab' }, ' left']);
});
