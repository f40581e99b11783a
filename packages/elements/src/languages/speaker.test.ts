import { expect, test } from 'vitest';
import { speaker } from './speaker.ts';

test('of two that are wanted the later one is spoken, whichever comes first', async () => {
  const spoken: (string | null)[] = [];
  let come = (_: string) => {};
  const slow = new Promise<string>(resolve => {
    come = resolve;
  });
  const speak = speaker({ de: () => slow, fr: async () => 'Français' }, language => spoken.push(language));
  const first = speak('de');
  expect(await speak(['sv', 'fr-CA'])).toBe('fr');
  come('Deutsch');
  expect(await first).toBe('de');
  expect(spoken).toEqual(['Français']);
  expect(await speak('en-GB')).toBe('en');
  expect(spoken).toEqual(['Français', null]);
});

test('one that cannot be loaded changes nothing, and may be asked for again', async () => {
  const spoken: (string | null)[] = [];
  let tries = 0;
  const load = async () => {
    if (++tries === 1) throw new Error('no network');
    return 'Deutsch';
  };
  const speak = speaker({ de: load }, language => spoken.push(language));
  await expect(speak('de')).rejects.toThrow('no network');
  expect(spoken).toEqual([]);
  expect(await speak('de')).toBe('de');
  expect(spoken).toEqual(['Deutsch']);
});
