import { afterEach, expect, test, vi } from 'vitest';
import { tokenFinder, tokensOf, useFinder } from './message-tokens.ts';

afterEach(() => useFinder(null));

test('a plain message loads nothing; one that may hold more is plain until that is loaded, and is drawn again', async () => {
  const onFinder = vi.fn();
  expect(tokensOf({ text: 'Hello, how are you? 5 or 6.' }, onFinder)).toEqual([
    { text: 'Hello, how are you? 5 or 6.' },
  ]);
  const message = { text: 'at https://a.example/' };
  expect(tokensOf(message, onFinder)).toEqual([{ text: 'at https://a.example/' }]);
  expect(tokenFinder()).toBeNull();
  await vi.waitFor(() => expect(onFinder).toHaveBeenCalledTimes(1));
  expect(tokenFinder()).not.toBeNull();
  expect(tokensOf(message, onFinder)).toEqual([
    { text: 'at ' },
    { text: 'https://a.example/', href: 'https://a.example/' },
  ]);
  expect(onFinder).toHaveBeenCalledTimes(1);
});

test('a message is looked through once, however often it is drawn', () => {
  const find = vi.fn((text: string) => [{ text }]);
  useFinder(find);
  const message = { text: '*x*' };
  expect(tokensOf(message, () => {})).toBe(tokensOf(message, () => {}));
  expect(find).toHaveBeenCalledTimes(1);
});

test('what cannot be looked through is shown as it is', () => {
  useFinder(() => {
    throw new TypeError('a page has replaced what is built in');
  });
  expect(tokensOf({ text: '*x*' }, () => {})).toEqual([{ text: '*x*' }]);
});
