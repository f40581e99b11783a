import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefNode } from '@eyeline/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { TestServer } from '../testing/test-server.ts';
import { askAccounts } from './ask-accounts.ts';

const program = fileURLToPath(new URL('accounts.ts', import.meta.url));

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const post = (path: string, body: object = {}) =>
  askAccounts({ method: 'POST', path: `/accounts${path}`, body }, server.dataDirectory);
const newcomer = { username: 'Eve', name: 'Eve Adams', password: 'long enough' };

/** The command as a person runs it. */
async function run(args: string[], stdin = '') {
  const child = spawn(process.execPath, [...briefNode, program, ...args, '--data', server.dataDirectory], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
  child.stdin.end(stdin);
  const [code] = await once(child, 'exit');
  return { code, output };
}

test('while the server runs, an agent is added, signs in, is disabled and is gone at once', async () => {
  expect(await run(['add', 'Eve', '--name', 'Eve Adams'], 'short\n')).toMatchObject({
    code: 1,
    output: expect.stringContaining('8 characters'),
  });
  expect(await run(['add', 'Eve', '--name', 'Eve Adams'], 'long enough\n')).toEqual({
    code: 0,
    output: 'Eve Adams can sign in as Eve.\n',
  });
  await expect(post('', newcomer)).rejects.toThrow('There is an agent "eve" already. Choose another user name.');
  const page = await server.page();
  await page.do('agent.sign-in', { username: 'eve', password: 'long enough' });
  await post('/eve/disable');
  await page.waitFor('agent.disabled');
  expect(await page.refusal('agent.sign-in', { username: 'eve', password: 'long enough' })).toBe('wrong-credentials');
  expect((await run(['list'])).output).toContain('eve\tEve Adams\tagent\tdisabled\n');
  await post('/eve/enable');
  await page.do('agent.sign-in', { username: 'eve', password: 'long enough' });
  await expect(post('/nobody/enable')).rejects.toThrow('There is no account "nobody".');
});

test('another password ends what the old one opened', async () => {
  const page = await server.page();
  const { token } = await page.do('agent.sign-in', { username: 'ben', password: 'eyeline-demo' });
  await post('/ben/password', { password: 'a new one of his' });
  await page.waitFor('agent.session-ended');
  expect(await page.refusal('agent.resume', { token })).toBe('token-invalid');
  expect(await page.refusal('agent.sign-in', { username: 'ben', password: 'eyeline-demo' })).toBe('wrong-credentials');
  await page.do('agent.sign-in', { username: 'ben', password: 'a new one of his' });
});

test('over HTTP an administrator changes accounts, a supervisor does not; tokens are revoked', async () => {
  const api = new ApiClient(server.url);
  await api.signIn();
  expect(await api.ask('GET', '/accounts')).toMatchObject({ status: 403, body: { error: { code: 'not-allowed' } } });
  await post('/sue/role', { role: 'administrator' });
  const { status, body } = await api.ask('GET', '/accounts');
  expect(status).toBe(200);
  expect(body.accounts).toContainEqual(
    expect.objectContaining({ username: 'sue', role: 'administrator', isDemo: true, isDisabled: false }),
  );
  expect(JSON.stringify(body)).not.toMatch(/hash|scrypt/i);
  expect((await api.ask('GET', '/queues')).status).toBe(200);
  expect(await api.ask('POST', '/accounts/sue/disable')).toMatchObject({
    status: 403,
    body: { error: { message: expect.stringContaining('last administrator') } },
  });
  expect((await api.ask('POST', '/accounts/anna/role', { role: 'boss' })).status).toBe(400);
  expect((await api.ask('PUT', '/accounts')).status).toBe(405);
  const { tokens } = (await api.ask('GET', '/accounts/sue/tokens')).body;
  expect(tokens).toHaveLength(1);
  expect((await api.ask('POST', '/accounts/sue/tokens/revoke', { tokenId: tokens[0].tokenId })).body).toEqual({
    revoked: 1,
  });
  expect(await api.ask('GET', '/queues')).toMatchObject({ status: 401, body: { error: { code: 'token-invalid' } } });
  expect(await server.running.metrics.text()).toContain('eyeline_account_changes_total{change="role-changed"} 1\n');
});

test('the socket is its owner’s alone; with the server stopped the store is changed', async () => {
  expect((await stat(join(server.dataDirectory, 'control'))).mode & 0o777).toBe(0o700);
  await server.leave();
  await askAccounts({ method: 'POST', path: '/accounts/anna/disable', body: {} }, server.dataDirectory);
  const listed = await askAccounts({ method: 'GET', path: '/accounts' }, server.dataDirectory);
  expect(listed).toMatchObject({
    accounts: expect.arrayContaining([expect.objectContaining({ username: 'anna', isDisabled: true })]),
  });
});
