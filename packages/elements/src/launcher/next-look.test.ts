import type { EntryPointId, EntryPointStanding } from '@eyeline/protocol';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { speakLauncherLanguage } from '../languages/launcher.ts';
import { nextLookMs } from './next-look.ts';
import { closedWords, whenClosedOf } from './when-closed.ts';

const now = Date.parse('2026-12-24T15:00:00Z');
const standing: EntryPointStanding = {
  entryPointId: 'support' as EntryPointId,
  ...{ isOpen: true, opensAt: null, holiday: null, now, changesAt: null, modes: ['chat'], steps: [] },
};
const minuteMs = 60_000;

describe('a page looks again', () => {
  test('just after it opens or closes, not all pages in the same second', () => {
    const soon = { ...standing, changesAt: now + minuteMs };
    expect(nextLookMs(soon, 0)).toBe(minuteMs + 1000);
    expect(nextLookMs(soon, 1)).toBe(minuteMs + 16_000);
    expect(nextLookMs({ ...standing, changesAt: now - 5 }, 0)).toBe(1000);
  });

  test('every ten minutes in any case, and sooner where the server said nothing', () => {
    expect(nextLookMs(standing, 0.5)).toBe(10 * minuteMs);
    expect(nextLookMs({ ...standing, changesAt: now + 86_400_000 }, 0)).toBe(10 * minuteMs);
    expect(nextLookMs(null, 0)).toBe(minuteMs);
  });
});

describe('while it is closed', () => {
  vi.stubGlobal('navigator', { languages: ['en-GB', 'de'] });
  afterEach(() => speakLauncherLanguage('en'));
  const closed = { holiday: 'Christmas', opensAt: Date.parse('2026-12-25T09:00:00Z') };

  test.each([
    [closed, 'UTC', 'Closed: \u2068Christmas\u2069. Opens tomorrow at 9:00, your time.'],
    [closed, 'Asia/Tokyo', 'Closed: \u2068Christmas\u2069. Opens today at 18:00, your time.'],
    [{ ...closed, holiday: null }, 'America/Los_Angeles', 'We are closed. Opens tomorrow at 1:00, your time.'],
    [{ holiday: null, opensAt: null }, 'UTC', 'We are closed.'],
  ])('it is said why, and when it opens in the zone of the visitor', (given, zone, words) => {
    expect(closedWords(given, now, zone)).toBe(words);
  });

  test('in the language of the page', async () => {
    expect(await speakLauncherLanguage('de-AT')).toBe('de');
    expect(closedWords(closed, now, 'UTC')).toBe(
      'Geschlossen: \u2068Christmas\u2069. Wir öffnen morgen um 9:00 Ihrer Zeit.',
    );
  });

  test('what the tag says has to be one of two', () => {
    expect(['hide', 'say', 'Hide', '', undefined, null].map(whenClosedOf)).toEqual([
      'hide',
      'say',
      null,
      null,
      null,
      null,
    ]);
  });
});
