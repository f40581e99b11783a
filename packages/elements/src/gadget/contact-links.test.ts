import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailLink, phoneLink } from './contact-links.ts';

describe('mailLink', () => {
  test('writes to one address', () => {
    expect(mailLink('grace@shop.example')).toBe('mailto:grace@shop.example');
    expect(mailLink(' o’hara+news@bücher.example ')).toBe('mailto:o%E2%80%99hara%2Bnews@b%C3%BCcher.example');
  });

  test.each([
    'a@b.c?bcc=evil@evil.example',
    'a@b.c,evil@evil.example',
    'a@b.c;evil@evil.example',
    'a@b.c&cc=evil@evil.example',
    'a@b.c%3Fbcc=evil@evil.example',
    'Grace <a@b.c>',
    'a@b@c',
    'a b@c',
    'nobody',
    '',
    `${'a'.repeat(300)}@b.c`,
  ])('makes no link of %s', address => {
    expect(mailLink(address)).toBeNull();
  });

  test('never has a header, whatever was filled in', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '@', '?', '&', '=', ',', '%', '.', 'ü', '\n') }), text => {
        const link = mailLink(text);
        if (link === null) return;
        const { protocol, search, pathname } = new URL(link);
        expect([protocol, search, pathname.split('@').length]).toEqual(['mailto:', '', 2]);
      }),
    );
  });
});

describe('phoneLink', () => {
  test('dials the digits', () => {
    expect(phoneLink('+49 (30) 123-456')).toBe('tel:+4930123456');
    expect(phoneLink('030/123456')).toBe('tel:030123456');
  });

  test('dials no code that a phone would obey', () => {
    for (const code of ['*#06#', '**21*0900123456#', '+49*1#', '', 'call me']) expect(phoneLink(code), code).toBeNull();
  });
});
