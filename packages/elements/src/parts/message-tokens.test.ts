import { expect, test, vi } from 'vitest';
import { linkify } from './linkify.ts';
import { tokensOf } from './message-tokens.ts';

test('a message is looked through once, however often it is drawn', () => {
  const find = vi.fn(linkify);
  const message = { text: 'at https://a.example/' };
  expect(tokensOf(message, find)).toEqual([
    { text: 'at ' },
    { text: 'https://a.example/', href: 'https://a.example/' },
  ]);
  expect(tokensOf(message, find)).toBe(tokensOf(message, find));
  expect(find).toHaveBeenCalledTimes(1);
});

test('what cannot be looked through is shown as it is', () => {
  const find = () => {
    throw new TypeError('a page has replaced what is built in');
  };
  expect(tokensOf({ text: 'at https://a.example/' }, find)).toEqual([{ text: 'at https://a.example/' }]);
});
