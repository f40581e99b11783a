import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richText } from './rich-text.ts';

const text = (of: string) =>
  richText(of)
    .map(token => token.text)
    .join('');
const links = (of: string) => richText(of).flatMap(({ href }) => href ?? []);

test('bold, italic, struck and code, within each other too', () => {
  expect(richText('**bold** *a* _b_ ~~no~~ `x < y`')).toEqual([
    { text: 'bold', marks: ['bold'] },
    { text: ' ' },
    { text: 'a', marks: ['italic'] },
    { text: ' ' },
    { text: 'b', marks: ['italic'] },
    { text: ' ' },
    { text: 'no', marks: ['struck'] },
    { text: ' ' },
    { text: 'x < y', marks: ['code'] },
  ]);
  expect(richText('**see _https://a.example/b_c_d now_**')).toEqual([
    { text: 'see ', marks: ['bold'] },
    { text: 'https://a.example/b_c_d', href: 'https://a.example/b_c_d', marks: ['bold', 'italic'] },
    { text: ' now', marks: ['bold', 'italic'] },
  ]);
});

test.each([
  '2*3*4 = 24',
  'snake_case_name',
  '5 * 3 * 2',
  'between ~5~10',
  'C:\\_new\\*.*',
  'one *',
  '- a list\n- of two\n# no title\n> said',
  '<b>bold</b> &amp; <img src=x onerror=alert(1)>',
  '![picture](p.png)',
  '[press](javascript:alert(1)) [me](data:text/html,x) [or](//evil.example)',
])('stays as it was written: %s', written => {
  expect(richText(written).filter(({ marks }) => marks)).toEqual([]);
  expect(text(written)).toBe(written);
  expect(links(written)).toEqual([]);
});

test('a link with a text of its own says where it leads', () => {
  expect(richText('[your bank](https://evil.example/x)')).toEqual([
    { text: 'your bank', href: 'https://evil.example/x', host: 'evil.example' },
  ]);
  expect(richText('[bank.example](https://evil.example/x)')[0]?.host).toBe('evil.example');
  expect(richText('[shop.example/a](https://shop.example/b)')[0]?.host).toBeUndefined();
});

test('what turns the direction of reading would turn the host too: such a text of its own is none', () => {
  for (const turn of ['\u202e', '\u2066', '\u200f', '\u061c']) {
    const written = `[your bank${turn}](https://moc-knab.example/x)`;
    expect(richText(written).filter(({ href, text: shown }) => href && shown.includes(turn))).toEqual([]);
    expect(text(written)).toBe(written);
  }
});

test('bare domains, mail addresses and telephone numbers are links', () => {
  expect(links('See shop.com/orders?id=7, www.shop.co.uk or mail help@shop.com.')).toEqual([
    'https://shop.com/orders?id=7',
    'https://www.shop.co.uk/',
    'mailto:help@shop.com',
  ]);
  expect(links('Call +49 (89) 123-4567 or +1.212.555.0100!')).toEqual(['tel:+49891234567', 'tel:+12125550100']);
  expect(richText('pаypal.com')).toMatchObject([{ host: 'xn--pypal-4ve.com' }]);
});

test.each(['e.g. file.txt or 3.5 and a.b', 'order 0049891234567 of 2026-11-28 10:30', '1+49891234567', '+12', 'a@b'])(
  'is no link: %s',
  written => {
    expect(links(written)).toEqual([]);
    expect(text(written)).toBe(written);
  },
);

test('more marks than a person would use are left alone', () => {
  const written = '_a_ '.repeat(2500);
  expect(richText(written)).toEqual([{ text: written }]);
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    '*',
    '**',
    '_',
    '~~',
    '`',
    '[',
    '](',
    ')',
    'https://a.example/',
    'a.com',
    ' ',
    '<b>',
    '\\',
    'ü',
    '\n',
    'x',
    '+49 89 1234567',
    'a@b.com',
    '!',
    '&amp;',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece).map(pieces => pieces.join('')),
  );

  test('only marks, and the address of a link with a text of its own, are left out', () => {
    fc.assert(
      fc.property(texts, written => {
        const shown = text(written);
        let at = 0;
        for (const character of shown) {
          const next = written.indexOf(character, at);
          expect(next).toBeGreaterThanOrEqual(at);
          at = next + character.length;
        }
        if (!/[*_~`[]/.test(written)) expect(shown).toBe(written);
      }),
    );
  });

  test('every link leads to a page, a mail address or a telephone', () => {
    fc.assert(
      fc.property(texts, written => {
        for (const href of links(written)) expect(new URL(href).protocol).toMatch(/^(https?|mailto|tel):$/);
      }),
    );
  });
});
