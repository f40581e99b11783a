import type { DoctorReport } from '@eyeline/protocol';
import { type Coturn, freePort, startCoturn, type TurnTransport } from '@eyeline/testing';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { turnCredential } from '../../call/turn-credential.ts';
import { TestServer } from '../../testing/test-server.ts';
import { examine } from './examine.ts';
import { lookAtIce } from './look-at-ice.ts';

const secret = 'north star';
const address = '127.0.0.1';
let certificate: { cert: string; key: string };
let ports: { port: number; tlsPort: number };
let coturn: Coturn | undefined;

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'turn.example.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  certificate = { cert: made.cert, key: made.private };
  ports = { port: await freePort(), tlsPort: await freePort() };
});
afterEach(async () => {
  await coturn?.stop();
  coturn = undefined;
});

const start = (transports: readonly TurnTransport[] = ['udp', 'tcp', 'tls']) =>
  startCoturn({ address, ...ports, secret, certificate, transports });
const credentials = (of = secret, expiresAt = Date.now() + 60_000) =>
  turnCredential({ secret: of, name: 'doctor.test', expiresAt });

test('a real relay is opened by udp, tcp and tls, and the certificate that no browser believes is told', async () => {
  coturn = await start();
  const { udp, tcp, tls } = coturn.urls;
  const stun = { urls: udp.replace('turn:', 'stun:').replace(/\?.*/, '') };
  const checks = await Promise.all(lookAtIce([stun, { urls: [udp, tcp, tls], ...credentials() }]));
  expect(checks.map(({ name, status, code }) => [name, code ?? status])).toEqual([
    ['stun', 'success'],
    ['turn-udp', 'success'],
    ['turn-tcp', 'success'],
    ['turn-tls', 'certificate-untrusted'],
  ]);
  expect(checks[0]?.data['seenAs']).toMatch(/^127\.0\.0\.1:\d+$/);
  // TLS itself got as far as a relay.
  for (const check of checks.slice(1)) expect(check.data['relayed']).toMatch(/^127\.0\.0\.1:\d+$/);
});

test('what is closed, refused or not known is told apart', async () => {
  coturn = await start(['udp']);
  const { udp, tcp, tls } = coturn.urls;
  const nowhere = 'turn:no-such-name.invalid:3478';
  const look = async (url: string, given = credentials()) =>
    (await Promise.all(lookAtIce([{ urls: url, ...given }])))[0];
  expect(await look(tcp)).toMatchObject({ name: 'turn-tcp', status: 'failed', code: 'turn-tcp-blocked' });
  expect(await look(tls)).toMatchObject({ name: 'turn-tls', status: 'failed', code: 'turn-tls-blocked' });
  expect(await look(udp, credentials('another secret'))).toMatchObject({ code: 'turn-refused' });
  expect(await look(udp, credentials(secret, Date.now() - 60_000))).toMatchObject({ code: 'turn-refused' });
  expect(await look(nowhere)).toMatchObject({ code: 'name-unknown' });
});

const standing = ({ checks }: DoctorReport) => checks.map(({ name, status, code }) => [name, code ?? status]);

test('an administrator sees a whole server from outside', async () => {
  vi.stubEnv('DOCTOR_TEST_SECRET', secret);
  coturn = await start();
  const turn = { urls: [coturn.urls.udp, coturn.urls.tcp], secret: { env: 'DOCTOR_TEST_SECRET' } };
  const server = await TestServer.start({ iceServers: [turn] });
  const report = await examine(new URL(server.url));
  expect(standing(report)).toEqual([
    ['signalling', 'success'],
    ['certificate', 'skipped'],
    ['turn-udp', 'success'],
    ['turn-tcp', 'success'],
    // It has no worker in this test.
    ['media-server', 'media-missing'],
  ]);
  expect(report.verdict).toBe('impaired');
  expect(JSON.stringify(report)).not.toMatch(/north star|credential"/);
  await server.stop();
  const gone = await examine(new URL(server.url));
  expect(standing(gone)).toContainEqual(['signalling', 'port-closed']);
  expect(gone.verdict).toBe('none');
});
afterAll(() => vi.unstubAllEnvs());
