import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../process/demo.ts';
import { ServiceScope } from '../store/applications/application-store.ts';
import { AccountRole } from '../store/store.ts';
import { TestServer } from '../testing/test-server.ts';
import type { DescribedOperation, OpenApi } from './openapi/describe-api.ts';
import { type Permission, permissions } from './permissions.ts';

let server: TestServer;
let api: OpenApi;
/** By what each shows who it is. */
const shown = new Map<Permission | 'nobody' | 'revoked', string | undefined>();

beforeAll(async () => {
  server = await TestServer.start({ limits: { signInBurst: 20 } });
  api = await (await fetch(new URL('api/openapi.json', server.url))).json();
  const { centre } = server.running;
  await centre
    .accountBook('command line')
    .add({ username: 'root', name: 'Root', password: demoPassword, role: 'administrator' });
  const people = { agent: 'anna', supervisor: 'sue', administrator: 'root' } as const;
  for (const role of AccountRole.options) {
    const response = await fetch(new URL('api/v1/sign-in', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: people[role], password: demoPassword }),
    });
    shown.set(role, `Bearer ${(await response.json()).token}`);
  }
  for (const scope of ServiceScope.options) {
    const { secret } = await centre.applications.add({ name: scope, scopes: [scope], entryPointIds: null }, null);
    shown.set(scope, `Bearer ${secret}`);
  }
  const gone = await centre.applications.add(
    { name: 'gone', scopes: [...ServiceScope.options], entryPointIds: null },
    null,
  );
  await centre.applications.remove(gone.applicationId);
  shown.set('revoked', `Bearer ${gone.secret}`);
  shown.set('nobody', undefined);
});
afterAll(() => server.stop());

/** Something that nothing is done by: of what is not there, or with nothing that is needed. */
async function ask(method: string, path: string, operation: DescribedOperation, authorization: string | undefined) {
  const address = new URL(path.replace(/\{\w+\}/g, 'none'), server.url);
  const hasBody = operation.requestBody !== undefined;
  const response = await fetch(address, {
    method: method.toUpperCase(),
    headers: { ...(authorization && { authorization }), ...(hasBody && { 'content-type': 'application/json' }) },
    body: hasBody ? '{"none":1}' : null,
  });
  return { status: response.status, answer: await response.text() };
}

test('who may ask for what: each cell of the table, by the answer of the server', async () => {
  const wrong: string[] = [];
  let cells = 0;
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const permitted: readonly Permission[] = permissions[operation.operationId as keyof typeof permissions];
      if (permitted.includes('anybody')) continue;
      for (const [who, authorization] of shown) {
        cells += 1;
        const { status, answer } = await ask(method, path, operation, authorization);
        const isLetIn = status !== 401 && !(status === 403 && answer.includes('"not-allowed"'));
        const expected = (permitted as readonly string[]).includes(who);
        if (isLetIn !== expected) wrong.push(`${operation.operationId}: ${who} was answered ${status} ${answer}`);
        // Who shows nothing is not told apart from who shows what is nothing.
        if ((who === 'nobody' || who === 'revoked') && status !== 401)
          wrong.push(`${operation.operationId}: ${who} ${status}`);
      }
    }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(200);
});

test('an application shows who it is by its id and a secret too; another’s secret is none', async () => {
  const { applications } = server.running.centre;
  const one = await applications.add({ name: 'one', scopes: ['figures'], entryPointIds: null }, 1);
  const other = await applications.add({ name: 'other', scopes: ['figures'], entryPointIds: null }, 1);
  const get = async (user: string, password: string) => {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return (await fetch(new URL('api/v1/queues', server.url), { headers: { authorization } })).status;
  };
  expect(await get(one.applicationId, one.secret)).toBe(200);
  expect(await get(other.applicationId, one.secret)).toBe(401);
  expect(await get('', one.secret)).toBe(401);
  expect(await get(one.applicationId, '')).toBe(401);
  const second = await applications.addSecret(one.applicationId, null);
  expect(await get(one.applicationId, second.secret)).toBe(200);
  await expect(applications.addSecret(one.applicationId, null)).rejects.toThrow('not-allowed');
  await applications.removeSecret(one.applicationId, one.secretId);
  expect(await get(one.applicationId, one.secret)).toBe(401);
  expect(await get(one.applicationId, second.secret)).toBe(200);
  const kept = (await applications.list()).find(({ name }) => name === 'one');
  expect(kept?.secrets).toMatchObject([{ secretId: second.secretId, lastUsedAt: expect.any(String), expiresAt: null }]);
});

test('an application sees the interactions of its own entry points, and no others', async () => {
  const { interactionId } = await server.customer('Zoe', 'support');
  const { applications } = server.running.centre;
  const get = async (entryPointIds: readonly string[] | null) => {
    const { secret } = await applications.add({ name: 'crm', scopes: ['interactions'], entryPointIds }, null);
    const headers = { authorization: `Bearer ${secret}` };
    const response = await fetch(new URL(`api/v1/interactions/${interactionId}/customer`, server.url), { headers });
    return [response.status, (await response.json()).error?.code];
  };
  expect(await get(null)).toEqual([200, undefined]);
  expect(await get(['support'])).toEqual([200, undefined]);
  expect(await get(['another'])).toEqual([400, 'invalid-payload']);
});
