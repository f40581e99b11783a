import fc from 'fast-check';
import { countrySpecs, isValidIBAN } from 'ibantools';
import { describe, expect, test } from 'vitest';
import { fold } from './folded.ts';
import { ibanStructures } from './iban-structures.ts';
import { maskText } from './mask-text.ts';

const hide = (text: string) => maskText(text, ['card', 'iban', 'ssn']).text;

describe('M1 cards', () => {
  test.each([
    ['My card is 4111 1111 1111 1111, thanks', 'My card is •••• 1111, thanks'],
    ['4111111111111111', '•••• 1111'],
    ['4111-1111-1111-1111.', '•••• 1111.'],
    ['4111.1111.1111.1111', '•••• 1111'],
    ['4111 1111-1111.1111', '•••• 1111'],
    ['4111 – 1111 — 1111 − 1111', '•••• 1111'],
    ['4111−1111−1111−1111', '•••• 1111'],
    ['4111\u28001111\u28001111\u28001111', '•••• 1111'],
    ['card (4111) (1111) (1111) (1111).', 'card (•••• 1111).'],
    ['[4111] - [1111] - [1111] - [1111]', '[•••• 1111]'],
    ['(4111 1111) 1111 1111', '(•••• 1111'],
    ['4111 – 1111 — 1111 – 1111', '•••• 1111'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '•••• 1111'],
    ['３７８２ ８２２４６３ １０００５', '•••• 0005'],
    ['3056 930902 5904', '•••• 5904'],
    ['5555 5555 5555 4444 und 6011000990139424', '•••• 4444 und •••• 9424'],
    ['٤١١١ ١١١١ ١١١١ ١١١١', '•••• 1111'],
    ['𝟜𝟙𝟙𝟙 𝟙𝟙𝟙𝟙 𝟙𝟙𝟙𝟙 𝟙𝟙𝟙𝟙', '•••• 1111'],
    ['4111\u200b1111\u00a01111\u20091111', '•••• 1111'],
    [[...'4111111111111111'].map(digit => `${digit}\ufe0f\u20e3`).join(''), '•••• 1111'],
    ['رقم بطاقتي 4111 1111 1111 1111 شكرا', 'رقم بطاقتي •••• 1111 شكرا'],
    ['\u20674111 1111 1111 1111\u2069', '\u2067•••• 1111\u2069'],
    ['card4111111111111111cvv', 'card•••• 1111cvv'],
    ['😀4111111111111111😀', '😀•••• 1111😀'],
    ['order 12345 4111 1111 1111 1111', 'order 12345 •••• 1111'],
  ])('%j becomes %j', (text, expected) => expect(hide(text)).toBe(expected));

  test.each([
    'Order 4111111111111112',
    'Order 1234567890123456',
    'Call +49 89 4111 1111 or +1 (411) 111-1111',
    '+41 11 11 11 11 11 11 1',
    '0049 170 1234567, 0800 1234567',
    'IMEI 356938035643809',
    'Paket 00340434161094042557',
    'ISBN 978-3-16-148410-0',
    '4 006381 333931',
    'From 2026-11-28 10:00 to 2026-11-29 12:00',
    '192.168.100.100 192.168.100.101',
    '550e8400-e29b-41d4-a716-446655440000',
    'Kundennr. 4111 1111',
    '(39 37 65 76 39 70 37',
    '22 digits 4111111111111111111111',
    '4111 1111,1111 1111',
    '4111 1111\n1111 1111',
  ])('%j stays', text => expect(hide(text)).toBe(text));

  test('a card over two messages is not seen', () => {
    expect(['4111 1111', '1111 1111'].map(hide)).toEqual(['4111 1111', '1111 1111']);
  });
});

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
function withCheckDigit(start: string): string {
  const sum = [...start].reverse().reduce((all, digit, index) => {
    const counted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return all + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return `${start}${(10 - (sum % 10)) % 10}`;
}
const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200b', ' - ', '−', '\u2800', ') (', '\u2011', '\u200f');
const script = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7d8);

test('M1 every card is hidden, however its fours are written', () => {
  fc.assert(
    fc.property(digits(14), fc.tuple(gap, gap, gap), script, (middle, gaps, zero) => {
      const number = withCheckDigit(`4${middle}`);
      const signs = [...number].map(digit => String.fromCodePoint(zero + Number(digit)));
      const written = signs.map((sign, index) => (index % 4 === 0 && index > 0 ? gaps[index / 4 - 1] : '') + sign);
      expect(hide(`a ${written.join('')} b`)).toBe(`a •••• ${number.slice(-4)} b`);
    }),
  );
});

test('M1 telephone numbers and numbers without the check digit are not', () => {
  const telephone = fc
    .tuple(
      fc.constantFrom('+', '00', '0', '(0'),
      fc.array(digits(2), { minLength: 3, maxLength: 7 }),
      fc.constantFrom(' ', '-', '/', ''),
    )
    .map(([start, parts, mark]) => start + parts.join(mark));
  const order = digits(16).filter(number => withCheckDigit(number.slice(0, 15)) !== number);
  fc.assert(
    fc.property(fc.oneof(telephone, order), number => {
      const text = `No. ${number}, please`;
      expect(hide(text)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

describe('M1 account numbers', () => {
  test.each([
    ['IBAN DE89 3704 0044 0532 0130 00!', 'IBAN •••• 3000!'],
    ['ibande89370400440532013000', 'iban•••• 3000'],
    ['gb29-nwbk-6016-1331-9268-19', '•••• 6819'],
    ['ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００', '•••• 3000'],
    ['NO93 8601 1117 947', '•••• 7947'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', '•••• 001S'],
  ])('%j becomes %j', (text, expected) => expect(hide(text).toUpperCase()).toBe(expected.toUpperCase()));

  test.each([
    'DE88 3704 0044 0532 0130 00',
    'at 10 we met the other people there',
    'DE89 3704 0044 0532 0130 001',
    'ZZ89370400440532013000',
    'No. 047 08 63 02 51 15',
    'Seriennummer DE89A704004405320130',
  ])('%j stays', text => expect(hide(text)).toBe(text));

  test('are as long as others say, in every country, and hidden where they are valid', () => {
    const structures = fc.constantFrom(...Object.entries(ibanStructures));
    const bban = structures.chain(([country, structure]) => {
      const parts = [...structure.matchAll(/(\d+)([nac])/g)].map(([, count, kind = '']) =>
        fc.stringMatching(new RegExp(`^${{ n: '[0-9]', a: '[A-Z]', c: '[A-Z0-9]' }[kind]}{${count}}$`)),
      );
      return fc.tuple(...parts).map(all => ({ country, rest: all.join('') }));
    });
    fc.assert(
      fc.property(bban, fc.constantFrom('', ' ', '-', '\u00a0'), ({ country, rest }, mark) => {
        expect([country, rest.length + 4]).toEqual([country, countrySpecs[country]?.chars]);
        const check = [...`${rest}${country}00`].map(sign => Number.parseInt(sign, 36)).join('');
        const iban = `${country}${`${98n - (BigInt(check) % 97n)}`.padStart(2, '0')}${rest}`;
        const written = iban.match(/.{1,4}/g)?.join(mark);
        expect(maskText(`to ${written}.`, ['iban']).text).toBe(`to •••• ${iban.slice(-4)}.`);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2}\d{2}[A-Z0-9]{11,28}$/), text => {
        if (maskText(text, ['iban']).masked.length > 0) expect(isValidIBAN(text)).toBe(true);
      }),
    );
  });
});

describe('M1 social security numbers', () => {
  test.each([
    ['SSN 078-05-1120', 'SSN •••• 1120'],
    ['078 05 1120', '•••• 1120'],
    ['000-12-3456', '000-12-3456'],
    ['912-12-3456', '912-12-3456'],
    ['078051120', '078051120'],
    ['1-078-05-1120', '1-078-05-1120'],
    ['+078 05 1120', '+078 05 1120'],
  ])('%j becomes %j', (text, expected) => expect(hide(text)).toBe(expected));
});

test('M1 only what is asked for is hidden, and it is said once what it was', () => {
  const text = '4111111111111111, 5555 5555 5555 4444 and DE89 3704 0044 0532 0130 00';
  expect(maskText(text, [])).toEqual({ text, masked: [] });
  expect(maskText(text, ['card', 'iban'])).toEqual({
    text: '•••• 1111, •••• 4444 and •••• 3000',
    masked: ['card', 'iban'],
  });
  const all = maskText('Nr. HK-4111111111111111', ['card'], folded => [
    { what: 'Customer number', start: 4, end: folded.text.length, keep: 0 },
  ]);
  expect(all).toEqual({ text: 'Nr. ••••', masked: ['Customer number', 'card'] });
});

test('M1 no text grows, none is lost, and folding says where each sign was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      const { text: masked } = maskText(text, ['card', 'iban', 'ssn']);
      expect(masked.length).toBeLessThanOrEqual(text.length);
      expect(hide(masked)).toBe(masked);
      const { starts, ends, text: folded } = fold(text);
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      for (const [index, start] of starts.entries()) expect(start).toBeLessThan(ends[index] ?? 0);
    }),
  );
});
