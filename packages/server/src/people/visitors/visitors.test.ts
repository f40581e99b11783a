import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EntryPointId, IDENTITY_TOKEN_MAX_LENGTH } from '@eyeline/protocol';
import { exportJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { Refusal } from '../refusal.ts';
import { remoteKeys } from './remote-keys.ts';
import { Visitors } from './visitors.ts';

const secret = 'a secret of the shop, 32 bytes at least';
process.env['EYELINE_TEST_IDENTITY'] = secret;
process.env['EYELINE_TEST_SHORT'] = 'too short';
const now = 1_800_000_000_000;
const seconds = now / 1000;
const shop = 'shop' as EntryPointId;
const bank = 'bank' as EntryPointId;
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();

type Identity = NonNullable<ConfigInput['identity']>;
const hs256 = { algorithm: 'HS256', secret: { env: 'EYELINE_TEST_IDENTITY' } } as const;
const es256 = { algorithm: 'ES256', publicKey: pem } as const;

function visitors(identity: Partial<Identity> = {}, lines: string[] = [], at = now) {
  const site = { audience: 'shop', keys: [hs256], ...identity };
  const own = { audience: 'bank', keys: [hs256] };
  const { entryPoints, identity: parsed } = parseConfig({
    identity: site,
    entryPoints: [
      { entryPointId: 'shop', title: 'Shop' },
      { entryPointId: 'bank', title: 'Bank', identity: own },
    ],
  });
  const log = pino({ level: 'warn' }, { write: line => lines.push(line) });
  return new Visitors({ identity: parsed, entryPoints }, log, () => at);
}

const usual = { sub: 'c-17', aud: 'shop', exp: seconds + 60 };
const signed = (payload: JWTPayload = usual, header: object = {}, key: string | typeof privateKey = secret) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: typeof key === 'string' ? 'HS256' : 'ES256', ...header })
    .sign(typeof key === 'string' ? new TextEncoder().encode(key) : key);

const codeOf = (one: Visitors, token: string, at = shop) =>
  one.verify(at, token).then(
    ({ id }) => id,
    (error: unknown) => (error instanceof Refusal ? error.failure.code : error),
  );

test('a token says who it is; what else it says is kept as far as it is plain and short', async () => {
  const attributes = { tier: 'gold', orders: 3, 'not a name': 'x', nested: { a: 1 }, long: 'x'.repeat(900) };
  const token = await signed({ ...usual, name: ' Ada ', email: 'ada@example.com', phone_number: '+44 20', attributes });
  expect(await visitors().verify(shop, token)).toEqual({
    ...{ id: 'c-17', name: 'Ada', email: 'ada@example.com', phone: '+44 20', level: 'verified', realm: 'shop' },
    ...{ details: { tier: 'gold', orders: '3', long: 'x'.repeat(500) }, attributes: {} },
  });
});

test('the example in the README of the elements signs such a token', async () => {
  const readme = readFileSync(new URL('../../../../elements/README.md', import.meta.url), 'utf8');
  const code = /```js\n(import \{ SignJWT \}[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const make = new Function('SignJWT', code.replace(/^import .*$/m, '').replace('export const tokenFor =', 'return'));
  const customer = { id: 'c-17', name: 'Ada', email: 'ada@example.com', tier: 'gold' };
  const one = visitors({ keys: [{ kid: 'shop-1', ...hs256 }] }, [], Date.now());
  expect(await one.verify(shop, await make(SignJWT)(customer, secret))).toMatchObject({
    ...{ id: 'c-17', name: 'Ada', email: 'ada@example.com', level: 'verified', details: { tier: 'gold' } },
  });
});

test('with a token the page’s own word counts for nothing but attributes; without one it is a claim', async () => {
  const said = { name: 'Bob', email: 'bob@example.com', attributes: { page: 'cart' } };
  const known = await visitors().identify(shop, { ...said, token: await signed() });
  expect(known).toMatchObject({ level: 'verified', id: 'c-17', attributes: { page: 'cart' }, details: {} });
  expect(JSON.stringify(known)).not.toMatch(/bob/i);
  expect(await visitors().identify(shop, said)).toMatchObject({ level: 'claimed', name: 'Bob' });
  expect(await visitors().identify(shop, { attributes: { page: 'cart' } })).toMatchObject({ level: 'anonymous' });
  expect(await visitors().identify(shop, { attributes: {} })).toBeNull();
});

test('each way to be wrong has a code of its own', async () => {
  const one = visitors();
  const both = visitors({ keys: [es256] });
  // Signed with the public key as if it were a secret.
  const confused = await signed(usual, {}, pem);
  const [head, , signature] = (await signed()).split('.');
  const changed = `${head}.${Buffer.from(JSON.stringify({ ...usual, sub: 'c-1' })).toString('base64url')}.${signature}`;
  const cases: readonly (readonly [Visitors, string, string])[] = [
    [one, 'identity-expired', await signed({ ...usual, exp: seconds - 31 })],
    [one, 'c-17', await signed({ ...usual, exp: seconds - 29 })],
    [one, 'identity-early', await signed({ ...usual, nbf: seconds + 31 })],
    [one, 'c-17', await signed({ ...usual, nbf: seconds + 29 })],
    [one, 'identity-audience', await signed({ ...usual, aud: 'bank' })],
    [one, 'identity-audience', await signed({ sub: 'c-17', exp: seconds + 60 })],
    [one, 'identity-invalid', await signed({ sub: 'c-17', aud: 'shop' })],
    [one, 'identity-invalid', await signed({ aud: 'shop', exp: seconds + 60 })],
    [one, 'identity-invalid', await signed({ ...usual, sub: 'x'.repeat(201) })],
    // Kept otherwise than it is compared, it would be another customer after the next start.
    [one, 'identity-invalid', await signed({ ...usual, sub: '  ' })],
    [one, 'identity-invalid', await signed({ ...usual, sub: ' c-17' })],
    [one, 'identity-invalid', await signed({ ...usual, sub: 'c-17\0' })],
    [one, 'identity-invalid', await signed(usual, {}, 'the secret of somebody else, 32 bytes')],
    [one, 'identity-invalid', changed],
    [one, 'identity-invalid', 'no token'],
    [one, 'identity-invalid', '..'],
    [one, 'identity-algorithm', new UnsecuredJWT(usual).encode()],
    [one, 'identity-algorithm', await signed(usual, {}, privateKey)],
    [both, 'identity-algorithm', confused],
    [one, 'identity-too-long', `${await signed()}${'x'.repeat(IDENTITY_TOKEN_MAX_LENGTH)}`],
    [
      visitors({ issuer: 'https://shop.example' }),
      'identity-audience',
      await signed({ ...usual, iss: 'https://b.example' }),
    ],
    [visitors({ issuer: 'https://shop.example' }), 'c-17', await signed({ ...usual, iss: 'https://shop.example' })],
  ];
  for (const [those, expected, token] of cases) expect(await codeOf(those, token), token).toBe(expected);
  // An entry point of its own keys and audience takes no other's.
  expect(await codeOf(one, await signed(), bank)).toBe('identity-audience');
  expect(await codeOf(one, await signed({ ...usual, aud: 'bank' }), bank)).toBe('c-17');
});

test('keys are changed while both count; a named key is used for its name alone', async () => {
  const one = visitors({
    keys: [
      { kid: 'old', ...hs256 },
      { kid: 'new', ...es256 },
    ],
  });
  expect(await codeOf(one, await signed(usual, { kid: 'old' }))).toBe('c-17');
  expect(await codeOf(one, await signed(usual, { kid: 'new' }, privateKey))).toBe('c-17');
  expect(await codeOf(one, await signed(usual, { kid: 'gone' }))).toBe('identity-invalid');
  expect(await codeOf(one, await signed(usual, { kid: 'new' }))).toBe('identity-invalid');
  // Two without a name are tried one after the other.
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const two = visitors({ keys: [{ algorithm: 'ES256', publicKey: JSON.stringify(other) }, es256] });
  expect(await codeOf(two, await signed(usual, {}, privateKey))).toBe('c-17');
});

test('keys may be where the site publishes them; where they cannot be had, that is said and logged', async () => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  const lines: string[] = [];
  const one = visitors({ keys: [], jwksUrl }, lines);
  expect(await codeOf(one, await signed(usual, { kid: 'k1' }, privateKey))).toBe('c-17');
  expect(await codeOf(one, await signed(usual, { kid: 'k2' }, privateKey))).toBe('identity-invalid');
  // A secret is none of the public keys’.
  expect(await codeOf(one, await signed())).toBe('identity-algorithm');
  expect(lines).toEqual([]);
  server.closeAllConnections();
  server.close();
  const away = visitors({ keys: [], jwksUrl }, lines);
  expect(await codeOf(away, await signed(usual, { kid: 'k1' }, privateKey))).toBe('identity-unchecked');
  expect(lines).toEqual([expect.stringContaining('identity.jwksUrl')]);
});

test('an address of keys that fails is asked once, however many tokens come that nobody has signed', async () => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  let asked = 0;
  let isWell = true;
  const server = createServer((_, response) => {
    asked += 1;
    if (!isWell) response.statusCode = 500;
    response.end(JSON.stringify(isWell ? { keys: [jwk] } : { keys: 'none' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  let at = 0;
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const keys = remoteKeys(
    jwksUrl,
    () => at,
    () => 0,
  );
  const ask = (kid: string) =>
    Promise.resolve(keys({ alg: 'ES256', kid }, {} as never)).then(
      () => 'a key',
      error => error.code,
    );
  isWell = false;
  expect(new Set(await Promise.all(Array.from({ length: 50 }, (_, n) => ask(`junk-${n}`))))).toHaveLength(1);
  for (let n = 0; n < 50; n += 1) expect(await ask(`junk-${n}`)).not.toBe('a key');
  expect(asked).toBe(1);
  isWell = true;
  expect(await ask('k1')).not.toBe('a key');
  at += 5_000;
  expect(await ask('k1')).toBe('a key');
  expect(asked).toBe(2);
  for (let n = 0; n < 50; n += 1) expect(await ask(`junk-${n}`)).toBe('ERR_JWKS_NO_MATCHING_KEY');
  expect(asked).toBe(2);
  // Later it is away: whose key is known is still heard, while junk asks no more.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
  isWell = false;
  for (let n = 0; n < 50; n += 1) expect(await ask(`junk-${n}`)).not.toBe('a key');
  expect([asked, await ask('k1')]).toEqual([3, 'a key']);
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

test('without keys no token counts, and the developer is told what is missing', async () => {
  const none = new Visitors({ identity: undefined, entryPoints: [] }, pino({ level: 'silent' }));
  await expect(none.verify(shop, await signed())).rejects.toMatchObject({
    failure: { code: 'identity-invalid', message: expect.stringContaining('"identity"') },
  });
});

test.each([
  [{ algorithm: 'HS256', secret: { env: 'EYELINE_TEST_SHORT' } }, 'identity.keys.0.secret'],
  [{ algorithm: 'HS256', secret: { env: 'EYELINE_TEST_NOBODY' } }, 'identity.keys.0.secret'],
  [{ algorithm: 'ES384', publicKey: pem }, 'identity.keys.0.publicKey'],
  [{ algorithm: 'RS256', publicKey: pem }, 'identity.keys.0.publicKey'],
  [{ algorithm: 'ES256', publicKey: 'no key' }, 'identity.keys.0.publicKey'],
  [{ algorithm: 'ES256', publicKey: '{"kty":"oct","k":"AAAA"}' }, 'identity.keys.0.publicKey'],
] as const)('a server does not start with a key that is none: %j', (key, path) => {
  expect(() => visitors({ keys: [key] })).toThrow(StartupError);
  expect(() => visitors({ keys: [key] })).toThrow(path);
});
