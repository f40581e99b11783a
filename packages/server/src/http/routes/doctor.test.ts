import { DOCTOR_PATH, DoctorBriefing } from '@eyeline/protocol';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  vi.unstubAllEnvs();
});

async function start(config: Partial<ConfigInput>) {
  vi.stubEnv('DOCTOR_TEST_SECRET', 'north star');
  const turn = { urls: 'turn:turn.example:3478', secret: { env: 'DOCTOR_TEST_SECRET' } };
  server = await TestServer.start({ iceServers: [turn], ...config });
}
const ask = (origin?: string) =>
  fetch(new URL(DOCTOR_PATH, server?.url), { method: 'POST', headers: origin ? { origin } : {} });

test('anybody learns with what a call would be made, with credentials for two minutes and one name', async () => {
  await start({});
  const before = Date.now() / 1000;
  const answers = [await ask(), await ask()];
  const [one, other] = await Promise.all(answers.map(async answer => v.parse(DoctorBriefing, await answer.json())));
  const [expiry = '', name] = one?.iceServers[0]?.username?.split(':') ?? [];
  expect(Number(expiry) - before).toBeGreaterThan(60);
  expect(Number(expiry) - before).toBeLessThan(60 * 60);
  expect(name).toMatch(/^doctor\.[\da-f]{12}$/);
  expect(other?.iceServers[0]?.username).toContain(name);
  expect(JSON.stringify(one)).not.toContain('north star');
  // The demo has an entry point by way of the media server, which does not run here.
  expect(one?.mediaServer).toEqual({ address: null, port: 0, isReady: false });
});

test('a stranger gets no more than so many, and is told when to come again', async () => {
  await start({ limits: { doctorBurst: 2, doctorsPerMinute: 1 } });
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(await refused.json()).toMatchObject({ error: { code: 'too-many-requests' } });
});

test('pages of other sites read the answer where they may connect', async () => {
  await start({});
  expect((await ask('https://shop.example')).headers.get('access-control-allow-origin')).toBe('*');
  await server?.stop();
  await start({ origins: ['https://shop.example'] });
  expect((await ask('https://shop.example')).headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect((await ask('https://other.example')).headers.get('access-control-allow-origin')).toBeNull();
});
