import { CustomerClaim } from '@eyeline/protocol';
import { safeParse } from 'valibot';
import { expect, test } from 'vitest';
import { requireAttributes, requireWho } from './require-who.ts';

const isTaken = (run: () => unknown): boolean => {
  try {
    run();
    return true;
  } catch {
    return false;
  }
};

test.each([
  { id: '7' },
  { id: ' 7 ', name: 'Ada', email: 'ada@example.com', phone: '+44' },
  { id: ' ' },
  { id: 'x'.repeat(200) },
  { id: 'x'.repeat(201) },
  { name: 'x'.repeat(80) },
  { name: 'x'.repeat(81) },
  { email: 'x'.repeat(255) },
  { phone: 'x'.repeat(41) },
  { token: 'x'.repeat(16_384) },
  { token: 'x'.repeat(16_385) },
])('a page is told before the chat is there what the server would not take: %#', who => {
  expect(isTaken(() => requireWho(who))).toBe(safeParse(CustomerClaim, who).success);
});

test.each([
  { orders: '3' },
  { 'not a name': '3' },
  { '': '3' },
  { long: 'x'.repeat(500) },
  { long: 'x'.repeat(501) },
  Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`a${n}`, 'x'])),
  Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`a${n}`, 'x'])),
])('nor of attributes: %#', attributes => {
  expect(isTaken(() => requireAttributes(attributes))).toBe(safeParse(CustomerClaim, { attributes }).success);
});

test('what was looked at is what counts, whatever the object says the next time', () => {
  let asked = 0;
  const changing = {
    get name() {
      asked += 1;
      return asked === 1 ? 'Ada' : (7 as never);
    },
  };
  expect(requireWho(changing)).toEqual({ name: 'Ada' });
  expect(asked).toBe(1);
});
