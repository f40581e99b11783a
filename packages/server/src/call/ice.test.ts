import type { EntryPointId } from '@eyeline/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';
import { Settings } from '../settings/settings.ts';
import { iceFor } from './ice.ts';
import { turnCredential } from './turn-credential.ts';

const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
const urls = ['turn:turn.example:3478?transport=udp', 'turns:turn.example:443?transport=tcp'];
const now = 1_893_456_000_000;
const support = { entryPointId: 'support' as EntryPointId, name: 'i1.p1', now };
const settingsOf = (config: Partial<ConfigInput>) => new Settings(parseConfig({ entryPoints, ...config }));

afterEach(() => vi.unstubAllEnvs());

test('a credential is what coturn makes of the same secret', () => {
  // printf '1893456000:i1.p1' | openssl dgst -sha1 -hmac 'north star' -binary | base64
  expect(turnCredential({ secret: 'north star', name: 'i1.p1', expiresAt: now })).toEqual({
    username: '1893456000:i1.p1',
    credential: 'KIi8souZcEuXmOtp+KW8KC2h464=',
  });
});

test('each participant gets one of their own, which ends by itself; the secret stays here', () => {
  vi.stubEnv('TURN_SECRET', 'north star');
  const settings = settingsOf({ iceServers: [{ urls, secret: { env: 'TURN_SECRET' }, lifetimeMs: 600_000 }] });
  const ice = iceFor(settings, support);
  const [server] = ice.iceServers;
  expect(server?.username).toBe(`${1_893_456_000 + 600}:i1.p1`);
  expect(server?.credential).toMatch(/^[\w+/]{27}=$/);
  expect(JSON.stringify(ice)).not.toMatch(/north star|TURN_SECRET/);
  expect(iceFor(settings, { ...support, name: 'i1.p2' }).iceServers[0]?.credential).not.toBe(server?.credential);
  expect(iceFor(settings, { ...support, mostMs: 60_000 }).iceServers[0]?.username).toBe(`${1_893_456_000 + 60}:i1.p1`);
});

test('servers whose credential is always the same are given as they are, wherever it is kept', () => {
  vi.stubEnv('TURN_CREDENTIAL', 'hush');
  const credential = { env: 'TURN_CREDENTIAL' };
  expect(iceFor(settingsOf({ iceServers: [{ urls, username: 'eyeline', credential }] }), support).iceServers).toEqual([
    { urls, username: 'eyeline', credential: 'hush' },
  ]);
});

test('without a word of the site there is a public STUN server, and none in a closed network', () => {
  expect(iceFor(settingsOf({}), support).iceServers).toEqual([{ urls: 'stun:stun.cloudflare.com:3478' }]);
  expect(iceFor(settingsOf({ iceServers: [] }), support)).toEqual({ iceServers: [], icePolicy: 'all' });
});

test('an entry point may send everything through the relay', () => {
  const secret = { entryPointId: 'secret', title: 'Secret', icePolicy: 'relay' as const };
  const settings = settingsOf({
    entryPoints: [...entryPoints, secret],
    iceServers: [{ urls, username: 'u', credential: 'c' }],
  });
  expect(iceFor(settings, support).icePolicy).toBe('all');
  expect(iceFor(settings, { ...support, entryPointId: 'secret' as EntryPointId }).icePolicy).toBe('relay');
});
