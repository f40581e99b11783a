import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../process/demo.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({
    limits: { signInBurst: 3, signInsPerMinute: 1 },
    routing: {
      queues: { default: { name: 'Support', domains: ['chat'] }, other: { name: 'Other', domains: ['chat'] } },
      agentDefaults: { domains: { chat: 2 } },
    },
  });
});
afterAll(() => server.stop());

async function ask(method: 'GET' | 'POST', path: string, body?: unknown, token?: string) {
  const response = await fetch(new URL(`api/v1/${path}`, server.url), {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}
const signIn = async (username: string, password = demoPassword) => ask('POST', 'sign-in', { username, password });
const tokenOf = async (username: string) => String((await signIn(username)).body['token']);

test('only a supervisor gets in', async () => {
  expect(await ask('GET', 'queues')).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } });
  expect(await ask('GET', 'queues', undefined, 'nonsense')).toMatchObject({
    status: 401,
    body: { error: { code: 'token-invalid' } },
  });
  const anna = await tokenOf('anna');
  for (const [method, path] of [
    ['GET', 'queues'],
    ['GET', 'agents'],
    ['POST', 'queues/default/flush'],
    ['POST', 'agents/x/voice'],
  ] as const)
    expect(await ask(method, path, method === 'POST' ? {} : undefined, anna)).toMatchObject({
      status: 403,
      body: { error: { code: 'not-allowed', message: 'Only supervisors may see this. Sign in as one.' } },
    });
  // The token of a desk is no token of the API.
  const ben = await server.agent('ben', false);
  expect((await ask('GET', 'queues', undefined, ben.desk.token)).status).toBe(401);
});

test('signing in: wrong, not JSON, and too often', async () => {
  expect(await signIn('nobody')).toMatchObject({ status: 401, body: { error: { code: 'wrong-credentials' } } });
  expect(await ask('POST', 'sign-in', { username: 'sue' })).toMatchObject({ status: 400 });
  expect(await ask('POST', 'sign-in', '{')).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid-payload' } },
  });
  for (let attempt = 0; attempt < 3; attempt += 1) await signIn('ben', 'guess');
  expect(await signIn('ben', 'guess')).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } });
  // However the name is typed, it is the same account.
  for (const spelling of [' ben\t', 'BEN', '\uff42en'])
    expect(await signIn(spelling, 'guess')).toMatchObject({ status: 429 });
});

test('where too many sign in at once, the next one is told when to try again', async () => {
  const { hashing } = server.running.centre.people.signIns;
  const ends: (() => void)[] = [];
  const wait = () => new Promise<void>(end => ends.push(end));
  // Two owners fill all places.
  const held = Array.from({ length: 102 }, (_, index) => hashing.run(`owner-${index % 2}`, wait));
  const response = await fetch(new URL('api/v1/sign-in', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'sue', password: demoPassword }),
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({
    error: { code: 'server-busy', message: expect.stringContaining('few seconds') },
  });
  const page = await server.page();
  expect(await page.refusal('agent.sign-in', { username: 'anna', password: demoPassword })).toBe('server-busy');
  while (hashing.running > 0) {
    ends.shift()?.();
    await Promise.resolve();
  }
  await Promise.all(held);
  expect(await signIn('sue')).toMatchObject({ status: 200 });
});

test('who came in and who did not is counted, and logged without a name', async () => {
  await signIn('sue');
  const text = await server.running.metrics.text();
  expect(text).toMatch(/eyeline_sign_ins_total\{outcome="ok"\} \d/);
  expect(text).toMatch(/eyeline_sign_ins_total\{outcome="too-many-requests"\} \d/);
});

test('whatever is asked wrongly is answered with a code and a sentence', async () => {
  const raw = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, server.url), { method, ...init });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    return [response.status, error.code, error.message] as const;
  };
  const json = (body: string) => ({ body, headers: { 'content-type': 'application/json' } });
  expect(await raw('GET', 'api/v1/unknown')).toMatchObject([
    404,
    'unknown-command',
    expect.stringMatching(/CONFIGURATION\.md/),
  ]);
  expect(await raw('POST', 'api/v2/queues', json('{}'))).toMatchObject([
    404,
    'unknown-command',
    expect.stringMatching(/api\/v1/),
  ]);
  expect(await raw('GET', 'api/v1/%zz')).toMatchObject([
    400,
    'unknown-command',
    expect.stringMatching(/no such request/),
  ]);
  expect(await raw('GET', 'api/v1/sign-in')).toMatchObject([
    405,
    'unknown-command',
    expect.stringMatching(/takes POST, not GET/),
  ]);
  expect(await raw('DELETE', 'api/v1/queues')).toMatchObject([
    405,
    'unknown-command',
    expect.stringMatching(/takes GET, not DELETE/),
  ]);
  expect(await raw('POST', 'api/v1/sign-in', json('{"a":'))).toMatchObject([
    400,
    'invalid-payload',
    expect.stringMatching(/no JSON/),
  ]);
  expect(await raw('POST', 'api/v1/sign-in', json(''))).toMatchObject([
    400,
    'invalid-payload',
    expect.stringMatching(/no JSON/),
  ]);
  expect(await raw('POST', 'api/v1/sign-in', json(`"${'x'.repeat(5000)}"`))).toMatchObject([
    413,
    'invalid-payload',
    expect.stringMatching(/4000 bytes/),
  ]);
  expect(await raw('POST', 'api/v1/sign-in', { body: 'a=b', headers: { 'content-type': 'text/x' } })).toMatchObject([
    415,
    'invalid-payload',
    expect.stringMatching(/application\/json/),
  ]);
});

test('queues and agents as they are, and flushing', async () => {
  const token = await tokenOf('sue');
  const anna = await server.agent('anna', false);
  const zoe = await server.customer('Zoe');
  await server.customer('Max');
  const { body: before } = await ask('GET', 'queues', undefined, token);
  expect(before['queues']).toMatchObject([
    {
      queueId: 'default',
      name: 'Support',
      mode: 'push',
      waiting: 2,
      longestWaitMs: expect.any(Number),
      domains: [{ domain: 'chat', waiting: 2, servable: true, idle: 0, wait: null }],
    },
    { queueId: 'other', waiting: 0, longestWaitMs: null },
  ]);
  expect(await ask('POST', 'queues/none/flush', {}, token)).toMatchObject({ status: 404 });
  expect(await ask('POST', 'queues/default/flush', { to: 'other' }, token)).toMatchObject({ status: 400 });
  const moved = await ask('POST', 'queues/default/flush', { toQueueId: 'other' }, token);
  expect(moved).toEqual({ status: 200, body: { moved: 2, closed: 0 } });

  await anna.page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
  const { offerId } = await anna.page.waitFor('offer.made');
  await anna.page.do('offer.accept', { offerId });
  const { body: agents } = await ask('GET', 'agents', undefined, token);
  expect(agents['agents']).toContainEqual(
    expect.objectContaining({
      username: 'anna',
      name: 'Anna Berg',
      state: 'ready',
      capacity: { chat: { used: 1, of: 2 } },
      voiceChannel: null,
    }),
  );
  const { body: after } = await ask('GET', 'queues', undefined, token);
  expect(after['queues']).toMatchObject([
    { waiting: 0 },
    { waiting: 1, domains: [{ wait: { expectedMs: expect.any(Number), lowMs: expect.any(Number) } }] },
  ]);
  expect(await ask('POST', 'queues/other/flush', {}, token)).toEqual({ status: 200, body: { moved: 0, closed: 1 } });
  expect(zoe.page.payloads('interaction.closed')).toEqual([]);
});
