import { expect, test } from 'vitest';
import { Refusal } from '../../people/refusal.ts';
import { read } from '../route/valibot-routes.ts';
import { readJoseencrypt as asked, Joseencrypt } from './joseencrypt-body.ts';
import { parseLeniently } from './lenient-json.ts';

const readJoseencrypt = (given: unknown, at: number) => asked(read(Joseencrypt, given), at);
const now = 1_800_000_000_000;
const aud = 'a4d886b0-979f-4e2c-a958-3e8c14605e51';
const body = { aud, jwt: { sub: 'call-1' } };
const code = (given: unknown) => {
  try {
    readJoseencrypt(given, now);
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? error.failure.code : error;
  }
};

test('the least that may be said, with what is meant where nothing is said', () => {
  expect(readJoseencrypt(body, now)).toEqual({
    ...{ subject: 'call-1', hosts: 1, guests: 1, notBefore: null, expiresAt: now + 900_000, provideShortUrls: false },
    guestName: null,
  });
});

test('claims in any case, in seconds or milliseconds', () => {
  const seconds = { Sub: 'call-1', Nbf: now / 1_000 + 60, EXP: now / 1_000 + 120 };
  expect(readJoseencrypt({ ...body, jwt: seconds }, now)).toMatchObject({
    notBefore: now + 60_000,
    expiresAt: now + 120_000,
  });
  expect(readJoseencrypt({ ...body, jwt: { sub: 'x', exp: now + 5_000 } }, now)).toMatchObject({
    expiresAt: now + 5_000,
  });
});

test('25 links at most, and one at least', () => {
  expect(code({ ...body, numHost: 1, numGuest: 24 })).toBe('ok');
  expect(code({ ...body, numHost: 2, numGuest: 24 })).toBe('too-many-links');
  expect(code({ ...body, numHost: 0, numGuest: 26 })).toBe('too-many-links');
  expect(code({ ...body, numHost: 0, numGuest: 0 })).toBe('too-many-links');
});

test.each([
  [{}, 'invalid-payload'],
  [null, 'invalid-payload'],
  [{ jwt: { sub: 'x' } }, 'invalid-payload'],
  [{ aud, jwt: {} }, 'invalid-payload'],
  [{ aud, jwt: { sub: '' } }, 'invalid-payload'],
  [{ ...body, numGuest: -1 }, 'invalid-payload'],
  [{ ...body, numGuest: 1.5 }, 'invalid-payload'],
  [{ ...body, numGuest: '2' }, 'invalid-payload'],
  [{ ...body, saltLength: 4 }, 'invalid-payload'],
  [{ aud, jwt: { sub: 'x', exp: now / 1_000 - 1 } }, 'invalid-payload'],
  [{ aud, jwt: { sub: 'x', nbf: now / 1_000 + 100, exp: now / 1_000 + 50 } }, 'invalid-payload'],
  [{ aud, jwt: { sub: 'x', exp: Number.POSITIVE_INFINITY } }, 'invalid-payload'],
  [{ aud, jwt: { sub: 'x', nbf: -1 } }, 'invalid-payload'],
  [{ aud, jwt: { sub: 'x', flow: { id: 'sip-no-knock', data: [{ uri: 'room@example.com' }] } } }, 'not-offered'],
  [{ ...body, loginUrlForHost: false }, 'not-offered'],
])('%j is refused as %s', (given, expected) => {
  expect(code(given)).toBe(expected);
});

test('a body as it was published is read: typographic quotes, a word without quotes', () => {
  const published = `{ "jwt": { "sub": "call-1" }, "aud": "${aud}", "numHost": 1, “verticalType”: cc, "provideShortUrls" : true }`;
  expect(parseLeniently(published)).toEqual({
    ...{ jwt: { sub: 'call-1' }, aud, numHost: 1, verticalType: 'cc', provideShortUrls: true },
  });
  expect(parseLeniently('{"a":"“b”: c,"}')).toEqual({ a: '“b”: c,' });
  expect(() => parseLeniently('{"a":')).toThrow(SyntaxError);
  expect(() => parseLeniently('')).toThrow(SyntaxError);
});
