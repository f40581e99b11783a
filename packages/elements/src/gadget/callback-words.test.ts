import { describe, expect, test } from 'vitest';
import { callbackWords } from './callback-words.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const window = { from: Date.parse('2026-11-20T23:30:00Z'), until: Date.parse('2026-11-21T01:00:00Z') };

describe('callbackWords', () => {
  test('says both clocks where they differ', () => {
    expect(callbackWords({ ...window, zone: 'America/New_York' }, now, 'Europe/Berlin')).toEqual({
      own: 'tomorrow between 12:30 AM and 2:00 AM, your time',
      theirs: 'today between 6:30 PM and 8:00 PM, America/New York',
    });
  });

  test('says one where two zones have the same clock', () => {
    expect(callbackWords({ ...window, zone: 'Europe/Paris' }, now, 'Europe/Berlin').theirs).toBeNull();
  });
});
