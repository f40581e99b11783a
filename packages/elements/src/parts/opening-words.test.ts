import { describe, expect, test } from 'vitest';
import { dayOf, openingWords, windowWords } from './opening-words.ts';

const at = (instant: string) => Date.parse(instant);
const friday = at('2026-11-20T17:00:00Z');

describe('openingWords', () => {
  test.each([
    ['2026-11-20T18:30:00Z', 'today at 6:30 PM, your time'],
    ['2026-11-21T09:00:00Z', 'tomorrow at 9:00 AM, your time'],
    ['2026-11-23T09:00:00Z', 'on Monday at 9:00 AM, your time'],
    ['2026-12-01T09:00:00Z', 'on Tuesday, December 1 at 9:00 AM, your time'],
  ])('%s: %s', (opensAt, expected) => {
    expect(openingWords(at(opensAt), friday, 'UTC')).toBe(expected);
  });

  test('says the day and the hour of the visitor, not of the contact centre', () => {
    const opensAt = at('2026-11-22T23:00:00Z');
    expect(openingWords(opensAt, friday, 'UTC')).toBe('on Sunday at 11:00 PM, your time');
    expect(openingWords(opensAt, friday, 'Asia/Tokyo')).toBe('on Monday at 8:00 AM, your time');
    // In Auckland it is Saturday already.
    expect(openingWords(opensAt, friday, 'Pacific/Auckland')).toBe('on Monday at 12:00 PM, your time');
  });

  test('counts days over a change of the clocks', () => {
    const evening = at('2026-10-24T21:30:00Z');
    expect(openingWords(at('2026-10-25T08:00:00Z'), evening, 'Europe/Berlin')).toMatch(/^tomorrow at 9:00/);
    expect(dayOf(evening, 'Europe/Berlin')).toBe('2026-10-24');
  });
});

test('a window is said on the clock of its zone', () => {
  const window = { from: at('2026-11-23T08:00:00Z'), until: at('2026-11-23T10:00:00Z') };
  expect(windowWords(window, friday, 'Europe/Berlin')).toBe('on Monday between 9:00 AM and 11:00 AM');
});
