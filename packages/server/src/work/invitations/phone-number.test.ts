import { expect, test } from 'vitest';
import { Refusal } from '../../people/refusal.ts';
import { readNumber } from './phone-number.ts';

test.each([
  ['+44 20 7946 0018', undefined, '+442079460018'],
  ['  +1 (415) 555-2671 ', undefined, '+14155552671'],
  ['020 7946 0018', 'GB', '+442079460018'],
  ['0171 2345678', 'DE', '+491712345678'],
  ['+49 171 2345678', 'GB', '+491712345678'],
])('%j in %s is %s', (text, country, number) => {
  expect(readNumber(text, country)).toBe(number);
});

test.each(['', '+', '12', '020 7946 0018', 'call me', '+44 20', '+999 123 456 789', '+442079460018,+442079460019'])(
  '%j is refused by name',
  text => {
    expect(() => readNumber(text)).toThrow(Refusal);
    try {
      readNumber(text);
    } catch (error) {
      expect(error instanceof Refusal && error.failure).toMatchObject({ code: 'number-invalid' });
      expect(error instanceof Refusal && error.failure.message).toContain(text.trim());
    }
  },
);
