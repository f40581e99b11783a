import type { EntryPointId, EntryPointStanding } from '@eyeline/protocol';
import { readInvite, readInvites } from '@eyeline/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { speakLauncherLanguage } from '../languages/launcher.ts';
import { canBeHad } from './can-be-had.ts';
import { fitsPath, isDue, type PageVisit } from './due.ts';
import { inviteWords } from './invite-words.ts';
import { ShownInvites } from './shown-invites.ts';

const invite = (more: object = {}) => {
  const read = readInvite({ inviteId: 'pricing', ...more });
  if (!read) throw new Error('no invitation');
  return read;
};
const page: PageVisit = { seenMs: 0, scrolled: 0, path: '/', isLeaving: false, events: new Set() };
const dayMs = 86_400_000;

test.each([
  ['/pricing', '/pricing', true],
  ['/pricing', '/pricing/', false],
  ['/pricing*', '/pricing/pro', true],
  ['/*/pricing', '/de/pricing', true],
  ['/*/pricing', '/pricing', false],
  ['*tea*cup*', '/tea/green/cup', true],
  ['/a*a', '/a', false],
  ['*', '', true],
])('%s for %s: %s', (pattern, path, fits) => {
  expect(fitsPath(pattern, path)).toBe(fits);
});

test('an address of many stars and of great length is looked at in one go', () => {
  expect(fitsPath('*a'.repeat(100), `/${'a'.repeat(99)}${'b'.repeat(2000)}`)).toBe(false);
});

describe('an invitation is due', () => {
  test.each([
    [{}, {}, true],
    [{ afterMs: 5000 }, { seenMs: 4999 }, false],
    [{ afterMs: 5000, scrolled: 0.5 }, { seenMs: 6000, scrolled: 0.4 }, false],
    [{ afterMs: 5000, scrolled: 0.5 }, { seenMs: 6000, scrolled: 0.6 }, true],
    [{ path: '/pricing*' }, { path: '/about' }, false],
    [{ leaving: true }, {}, false],
    [{ leaving: true }, { isLeaving: true }, true],
    [{ event: 'cart' }, { events: new Set(['other']) }, false],
    [{ event: 'cart' }, { events: new Set(['cart']) }, true],
  ])('when %j holds of %j: %s', (when, seen, due) => {
    expect(isDue(invite({ when }), { ...page, ...seen })).toBe(due);
  });
});

describe('how often', () => {
  const keeper = () => {
    let kept: string | null = null;
    return {
      read: () => kept,
      write: (text: string) => {
        kept = text;
      },
    };
  };

  test('once in a visit, or as often as it says; not again for some days', () => {
    const days = keeper();
    const shown = new ShownInvites(keeper(), days);
    const once = invite();
    expect(shown.allows(once, 0)).toBe(true);
    shown.remember(once, 0);
    expect(shown.allows(once, 5 * dayMs)).toBe(false);
    expect(days.read()).toBeNull();
    const weekly = invite({ inviteId: 'weekly', perVisit: 2, pauseDays: 7 });
    shown.remember(weekly, 0);
    expect([shown.allows(weekly, dayMs), shown.allows(weekly, 7 * dayMs)]).toEqual([false, true]);
    // A new visit knows only the days.
    const next = new ShownInvites(keeper(), days);
    expect([next.allows(once, dayMs), next.allows(weekly, dayMs)]).toEqual([true, false]);
  });

  test('who has said no is not asked again in the visit; what stands there otherwise is nothing', () => {
    const shown = new ShownInvites(keeper(), keeper());
    shown.dismiss(invite({ perVisit: 100 }));
    expect(shown.allows(invite({ perVisit: 100 }), 0)).toBe(false);
    const spoilt = { read: () => '{"pricing":"x"', write: () => {} };
    expect(new ShownInvites(spoilt, spoilt).allows(invite({ pauseDays: 1 }), 0)).toBe(true);
  });
});

describe('nobody is invited', () => {
  const standing = (more: object): EntryPointStanding => ({
    entryPointId: 'support' as EntryPointId,
    ...{ isOpen: true, opensAt: null, holiday: null, now: 0, changesAt: null, modes: ['chat'], steps: [] },
    ...more,
  });

  test.each([
    [{}, {}, true],
    [{}, { isOpen: false }, false],
    [{}, { modes: ['callback'] }, false],
    [{ mode: 'callback' }, { modes: ['callback'] }, true],
    [{ mode: 'video' }, {}, false],
  ])('%j while %j: %s', (asked, how, can) => {
    expect(canBeHad(invite(asked), standing(how))).toBe(can);
  });

  test('where nobody knows how it stands', () => expect(canBeHad(invite(), null)).toBe(false));
});

describe('the words', () => {
  afterEach(() => speakLauncherLanguage('en'));

  test('of the site in the language of the page, or in English, or built in', async () => {
    const texts = { en: 'Need a hand?', de: 'Können wir helfen?' };
    expect(inviteWords(invite({ text: texts, mode: 'video' }))).toEqual({
      text: 'Need a hand?',
      accept: 'Start video call',
    });
    await speakLauncherLanguage('de-CH');
    expect(inviteWords(invite({ text: texts }))).toEqual({ text: 'Können wir helfen?', accept: 'Chat starten' });
    await speakLauncherLanguage('ja');
    expect(inviteWords(invite({ text: texts })).text).toBe('Need a hand?');
    expect(inviteWords(invite()).text).toBe('ご質問はありますか。こちらでお答えします。');
    expect(inviteWords(invite({ text: 'Hello' })).text).toBe('Hello');
  });
});

test('what is no invitation is none', () => {
  for (const given of [
    null,
    {},
    { inviteId: 'a b' },
    { inviteId: 'a', text: '' },
    { inviteId: 'a', when: { scrolled: 2 } },
  ])
    expect(readInvite(given), JSON.stringify(given)).toBeNull();
  expect(readInvites([{ inviteId: 'a' }, 5])).toEqual([]);
});
