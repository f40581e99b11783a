import { type Check, checkOf } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { nameOf, outcomeOf, standingOf } from './check-words.ts';

const check = (change: Partial<Check>): Check => ({ ...checkOf('bit-rate', 'success'), ...change });

test('a figure says more than a word', () => {
  expect(outcomeOf(check({ data: { kbps: 740 } }))).toBe('740 kbit/s');
  expect(outcomeOf(check({ data: { kbps: 12_345 } }))).toBe('12.3 Mbit/s');
  expect(outcomeOf(check({ name: 'camera', data: { width: 640, height: 480 } }))).toBe('640 × 480');
  expect(outcomeOf(check({ status: 'failed', code: 'bit-rate-unknown' }))).toBe('does not work');
});

test('a success with something to know is neither a success nor a fault', () => {
  const slow = check({ code: 'bit-rate-low', data: { kbps: 120 } });
  expect(standingOf(slow)).toBe('attention');
  expect(outcomeOf(slow)).toBe('120 kbit/s');
  expect(outcomeOf(check({ name: 'camera', code: 'camera-black', data: { width: 640, height: 480 } }))).toBe(
    'works, but see below',
  );
});

test('each check has a name', () => {
  expect(nameOf(checkOf('turn-tls'))).toBe('Relay by TLS, as the web');
});
