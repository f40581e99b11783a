import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkify } from './linkify.ts';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

describe('linkify', () => {
  test('finds addresses in a sentence and leaves its punctuation alone', () => {
    expect(linkify('See https://shop.example/orders?id=7, please.')).toEqual([
      { text: 'See ' },
      { text: 'https://shop.example/orders?id=7', href: 'https://shop.example/orders?id=7' },
      { text: ', please.' },
    ]);
    expect(links('(at http://a.example/x)')).toEqual(['http://a.example/x']);
    expect(links('https://en.example/wiki/Eye_(organ)')).toEqual(['https://en.example/wiki/Eye_(organ)']);
  });

  test('makes no link of anything but http and https', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,<b>',
      'JAVASCRIPT://x%0aalert(1)',
      'ftp://a.example',
      'www.a.example',
      'https://',
    ]) {
      expect(links(text), text).toEqual([]);
    }
  });

  test('an address ends where markup could begin', () => {
    expect(links('https://a.example/"><img src=x onerror=alert(1)>')).toEqual(['https://a.example/']);
  });

  test('loses and adds nothing, whatever the text', () => {
    const piece = fc.constantFrom('https://a.example/', 'http://', '(', ')', '.', ' ', '<b>', 'ü', '\n', '"', 'x');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(pieces => pieces.join('')),
        ),
        text => {
          const tokens = linkify(text);
          expect(tokens.map(token => token.text).join('')).toBe(text);
          for (const { href } of tokens) if (href) expect(new URL(href).protocol).toMatch(/^https?:$/);
        },
      ),
    );
  });
});
