import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefNode } from '@eyeline/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DirectoryLock } from '../store/embedded/directory-lock.ts';
import { ApiClient } from '../testing/api-client.ts';
import { TestServer } from '../testing/test-server.ts';
import { askAccounts } from './ask-accounts.ts';
import { controlPathOf, listenForCommands } from './control-socket.ts';

const accounts = fileURLToPath(new URL('accounts.ts', import.meta.url));
const tokens = fileURLToPath(new URL('program/tokens.ts', import.meta.url));
const applications = fileURLToPath(new URL('program/applications.ts', import.meta.url));

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const post = (path: string, body: object = {}) =>
  askAccounts({ method: 'POST', path: `/accounts${path}`, body }, server);
const newcomer = { username: 'Eve', name: 'Eve Adams', password: 'long enough' };

/** The command as a person runs it. */
async function run(args: string[], stdin = '', { dataDirectory = server.dataDirectory, program = accounts } = {}) {
  const child = spawn(process.execPath, [...briefNode, program, ...args, '--data', dataDirectory], {
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
    output: expect.stringMatching(/^Eve Adams can sign in as Eve\.$/m),
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

test('a slip is told as a command says it, and who answered is said', async () => {
  expect((await run(['add', 'Eve', '--name', 'Eve'], 'short\n')).output).toBe(
    'Give a password of at least 8 characters.\n',
  );
  expect((await run(['role', 'eve', 'boss'])).output).toBe('Give the role agent, supervisor or administrator.\n');
  expect((await run(['list'])).output).toContain(`(The server that runs with ${server.dataDirectory} was asked.)`);
});

test('a token is made for the days that were given, and not for days that are no number', async () => {
  const add = async (...more: string[]) => (await run(['add', 'Flow', ...more], '', { program: tokens })).output;
  expect(await add('--days', 'abc')).toBe('Give a number of days, from 1 to 3650.\n');
  expect(await add('--scope', 'all')).toBe('Give a scope: invitations, figures, interactions.\n');
  await add('--days', '0');
  const { output } = await run(['list'], '', { program: tokens });
  expect(output.match(/Flow/g)).toHaveLength(1);
  expect(output).toContain('does not expire');
});

test('an application is made, gets a second secret, and is gone', async () => {
  const say = async (...args: string[]) => (await run(args, '', { program: applications })).output;
  expect(await say('add', 'crm')).toBe('Give one or more scopes: invitations, figures, interactions.\n');
  const made = await say('add', 'crm', '--scopes', 'figures,interactions', '--entry-points', 'support');
  const [, id = ''] = /^application (\S+)\neyeline_/m.exec(made) ?? [];
  expect(await say('secret', id, '--days', '0')).toMatch(/^eyeline_/m);
  expect(await say('secret', id)).toMatch(/has two secrets already/);
  const listed = await say('list');
  expect(listed).toContain(`${id}\tcrm\tfigures,interactions\tat support`);
  const [, secretId = ''] = /secret (\S+)\tsince \S+\tuntil/.exec(listed) ?? [];
  expect(await say('forget', id, secretId)).toMatch(/Done\.\n$/);
  expect(await say('remove', id)).toMatch(/Done\.\n$/);
  expect(await say('list')).not.toContain(id);
});

test('where there is no store, none is made by looking', async () => {
  const typo = join(server.dataDirectory, 'typo');
  expect(await run(['list'], '', { dataDirectory: typo })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^There is no store in .*typo\. Check the path given with --data/),
  });
  expect(existsSync(typo)).toBe(false);
});

test('a server that starts, and holds the store already, is waited for', async () => {
  const directory = join(server.dataDirectory, 'starting');
  await mkdir(join(directory, 'postgres'), { recursive: true });
  const lock = DirectoryLock.take(directory);
  const listed = askAccounts({ method: 'GET', path: '/accounts' }, { dataDirectory: directory });
  const stop = await listenForCommands(server.running.centre, { dataDirectory: directory });
  expect(await listed).toMatchObject({ accounts: expect.arrayContaining([expect.anything()]) });
  await stop();
  lock?.release();
});

test('two servers of one folder have a socket each, and none takes over that of a living one', async () => {
  const { dataDirectory } = server;
  const database = (user: string) => ({ dataDirectory, databaseUrl: `postgres://${user}@db.example/eyeline` });
  const path = controlPathOf({ dataDirectory });
  expect(controlPathOf(database('me'))).not.toBe(path);
  expect(controlPathOf(database('me:old'))).toBe(controlPathOf(database('me:new')));
  const stop = await listenForCommands(server.running.centre, { dataDirectory });
  await stop();
  const asked: string[] = [];
  await askAccounts({ method: 'GET', path: '/accounts' }, { dataDirectory, onAsked: one => asked.push(one) });
  expect(asked).toEqual([expect.stringContaining('The server that runs with')]);
});

test('the socket is its owner’s alone; with the server stopped the store is changed', async () => {
  expect((await stat(join(server.dataDirectory, 'control'))).mode & 0o777).toBe(0o700);
  await server.leave();
  await askAccounts({ method: 'POST', path: '/accounts/anna/disable', body: {} }, server);
  const listed = await askAccounts({ method: 'GET', path: '/accounts' }, server);
  expect(listed).toMatchObject({
    accounts: expect.arrayContaining([expect.objectContaining({ username: 'anna', isDisabled: true })]),
  });
});
