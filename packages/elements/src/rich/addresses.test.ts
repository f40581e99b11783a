import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addressesIn } from './addresses.ts';

const realExec = RegExp.prototype.exec;

const links = (text: string) => addressesIn(text).flatMap(({ href }) => href ?? []);

describe('addressesIn', () => {
  test('finds addresses in a sentence and leaves its punctuation alone', () => {
    expect(addressesIn('See https://shop.example/orders?id=7, please.')).toEqual([
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

  test('does without URL.canParse, which older browsers lack', () => {
    const canParse = URL.canParse;
    Reflect.deleteProperty(URL, 'canParse');
    try {
      expect(links('at https://a.example/x and https://')).toEqual(['https://a.example/x']);
    } finally {
      URL.canParse = canParse;
    }
  });

  test.each([
    ['https://shop.example/a@b', undefined],
    ['HTTPS://Shop.Example:8443/a', undefined],
    ['https://shop.example?next=https://bank.example', undefined],
    ['https://bank.example@evil.example/', 'evil.example'],
    ['https://bank.example:443@evil.example/', 'evil.example'],
    ['https://evil.example:bank.example@evil.example/', 'evil.example'],
    ['https://:@evil.example', 'evil.example'],
    ['https:///evil.example', 'evil.example'],
    ['https://%65vil.example/', 'evil.example'],
    ['https://2130706433/', '127.0.0.1'],
    // A Cyrillic "а", a Latin "ɡ", a full-width name, a slash that is none.
    ['https://p\u0430ypal.example', 'xn--pypal-4ve.example'],
    ['https://\u0261oogle.example', 'xn--oogle-qmc.example'],
    ['https://\uff42ank.example', 'bank.example'],
    ['https://bank.example\u2215login.evil.example', 'bank.xn--examplelogin-ni5g.evil.example'],
  ])('%s leads to what it seems to, or the host is told: %s', (text, host) => {
    expect(addressesIn(text).map(token => token.host)).toEqual([host]);
  });

  test('no link holds what turns the direction of reading or cannot be seen', () => {
    expect(addressesIn('https://a.example/\u202egpj.exe')[0]?.text).toBe('https://a.example/');
    expect(addressesIn('https://a.example/x\u200b')[0]?.text).toBe('https://a.example/x');
  });

  describe('looks at each character a fixed number of times', () => {
    const shapes: Record<string, (length: number) => string> = {
      'closing brackets': length => `https://a.example/${')'.repeat(length)}`,
      'full stops': length => `https://a.example/${'.'.repeat(length)}`,
      'full stops, then a letter': length => `https://a.example/${'.'.repeat(length)}x`,
      'brackets that were opened': length => `https://a.example/${'('.repeat(length / 2)}${')'.repeat(length / 2)}`,
      'brackets and full stops': length => `https://a.example/${').'.repeat(length / 2)}`,
      'addresses that are none': length => 'https://) '.repeat(length / 10),
      'short addresses': length => 'http://a. '.repeat(length / 10),
      'no host': length => `http://${'/'.repeat(length)}`,
      userinfo: length => `http://${'a@'.repeat(length / 2)}a`,
      beginnings: length => 'http:/'.repeat(length / 6),
      'one long name': length => 'h'.repeat(length),
    };
    const lengths = [1000, 32_000];

    test.each(Object.keys(shapes))('%s', shape => {
      const [small = 0, large = 0] = lengths.map(length => charactersRead(shapes[shape]?.(length) ?? ''));
      expect(large).toBeLessThan(small * 40);
    });

    /** How many characters are handed to what is built in while the links are found. */
    function charactersRead(text: string): number {
      let read = 0;
      const spies = [
        ...(['slice', 'split', 'startsWith', 'toLowerCase'] as const).map(name => {
          const real = String.prototype[name] as (...args: unknown[]) => unknown;
          return vi.spyOn(String.prototype, name).mockImplementation(function (this: string, ...args: unknown[]) {
            const result = real.apply(this, args);
            read += name === 'slice' ? String(result).length : this.length;
            return result as never;
          });
        }),
        vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, of: string) {
          const { lastIndex } = this;
          const match = realExec.call(this, of);
          // What was looked at ends where the match does, except that a pattern bound to the end looks at all of it.
          read += this.global ? (match ? this.lastIndex : of.length) - lastIndex : of.length;
          return match;
        }),
      ];
      try {
        addressesIn(text);
        return read;
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    }
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
          const tokens = addressesIn(text);
          expect(tokens.map(token => token.text).join('')).toBe(text);
          for (const { href } of tokens) if (href) expect(new URL(href).protocol).toMatch(/^https?:$/);
        },
      ),
    );
  });
});
