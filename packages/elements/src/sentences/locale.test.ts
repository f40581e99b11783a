import { afterEach, expect, test, vi } from 'vitest';
import { speak } from './language.ts';
import { locale } from './locale.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  speak({ tag: 'en', dir: 'ltr' });
});

test.each([
  ['en', ['de-DE', 'en-GB'], 'en-GB'],
  ['fi', ['fil-PH', 'fi'], 'fi'],
  ['fi', ['fil-PH'], 'fi'],
])('who reads %s on a device that speaks %j has dates as in %s', (tag, languages, expected) => {
  vi.stubGlobal('navigator', { languages });
  speak({ tag, dir: 'ltr' });
  expect(locale()).toBe(expected);
});
