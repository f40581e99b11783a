import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startBox } from './box.ts';
import { ask, askFinesse } from './testing/box-client.ts';
import { smallScenario, until } from './testing/small-scenario.ts';

describe('a box', () => {
  test('runs beside another, and neither hears of the other', async () => {
    const [one, other] = await Promise.all([
      startBox({ scenario: smallScenario() }),
      startBox({ scenario: smallScenario() }),
    ]);
    one.setState('1001', { state: 'LOGIN' });
    expect(one.state().users[0]?.state).toBe('NOT_READY');
    expect(other.state().users[0]?.state).toBe('LOGOUT');
    // Each has an authority of its own.
    await expect(
      ask({ ...other, authority: one.authority }, `${other.addresses.finesse[0]}/finesse/api/SystemInfo`),
    ).rejects.toThrow(/certificate|signature/);
    await one.stop();
    expect((await askFinesse(other, '/SystemInfo')).status).toBe(200);
    await other.stop();
  });

  test('is gone when it was stopped', async () => {
    const box = await startBox({ scenario: smallScenario() });
    await box.stop();
    await expect(askFinesse(box, '/SystemInfo')).rejects.toThrow('ECONNREFUSED');
    await expect(fetch(box.addresses.page)).rejects.toThrow();
  });

  test('says what is wrong with a scenario', async () => {
    const start = (changes: object) => startBox({ scenario: { ...smallScenario(), ...changes } });
    await expect(start({ deployment: 'UCC' })).rejects.toThrow(/deployment: .*UCCX/);
    await expect(start({ teams: [] })).rejects.toThrow('users.1001: there is no team 1');
    await expect(start({ skills: [] })).rejects.toThrow('there is no skill Loans');
  });

  test('plays a timeline', async () => {
    const box = await startBox({
      scenario: smallScenario({
        timeline: [
          { atMs: 0, user: '1001', set: { state: 'LOGIN' } },
          { atMs: 20, user: '1001', set: { state: 'READY' } },
          { atMs: 40, fault: { type: 'node-out-of-service', node: 'B' } },
          { atMs: 60, call: { kind: 'acd', user: '1001' } },
        ],
      }),
    });
    await until(() => box.state().users[0]?.state === 'RESERVED');
    expect(box.state().nodes[1]?.state).toBe('out-of-service');
    await box.stop();
  });

  test('shows an expired certificate when it is told to', async () => {
    const box = await startBox({ scenario: smallScenario({ certificate: 'expired' }) });
    await expect(askFinesse(box, '/SystemInfo')).rejects.toThrow('certificate has expired');
    await box.stop();
  });
});

describe('steering', () => {
  test('is for this machine only', async () => {
    const box = await startBox({ scenario: smallScenario() });
    const { port } = new URL(box.addresses.page);
    const status = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const asking = request({ port, path: '/box/state', headers }, response => {
          response.resume();
          resolve(response.statusCode);
        });
        asking.on('error', reject);
        asking.end();
      });
    expect(await status({ host: 'localhost' })).toBe(200);
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ host: 'localhost', origin: 'https://evil.example' })).toBe(403);
    await box.stop();
  });

  test('answers with a sentence when something cannot be', async () => {
    const box = await startBox({ scenario: smallScenario() });
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${box.addresses.page}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return [answer.status, JSON.parse(await answer.text())];
    };
    expect(await post('/box/users/1001/state', { state: 'READY' })).toMatchObject([
      409,
      { message: 'Invalid State: CF_INVALID_OBJECT_STATE' },
    ]);
    expect(await post('/box/users/9/state', { state: 'READY' })).toMatchObject([404, {}]);
    expect(await post('/box/calls', { user: '1001' })).toMatchObject([409, {}]);
    expect(await post('/box/users/1001/state', { state: 'LOGIN' })).toEqual([
      200,
      { state: 'NOT_READY', pendingState: '' },
    ]);
    expect(await post('/box/users/1001/state', { state: 'READY' })).toMatchObject([200, {}]);
    expect((await post('/box/calls', { user: '1001' }))[0]).toBe(201);
    await box.stop();
  });
});

test('the command prints where everything is, and ends when it is told to', async () => {
  const home = mkdtempSync(join(tmpdir(), 'eyeline-box-'));
  const [scenario, authority] = [join(home, 'scenario.json'), join(home, 'ca.pem')];
  writeFileSync(scenario, JSON.stringify(smallScenario()));
  const main = new URL('./main.ts', import.meta.url).pathname;
  const args = ['--conditions=@eyeline/source', main, '--ports', 'any', '--scenario', scenario, '--ca', authority];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', chunk => {
    printed += String(chunk);
  });
  child.stderr.on('data', chunk => {
    printed += String(chunk);
  });
  try {
    await expect.poll(() => printed, { timeout: 60_000 }).toContain('Agent          1001 / box at 2001');
    expect(printed).toMatch(/Page +http:\/\/localhost:\d+\n/);
    expect(readFileSync(authority, 'utf8')).toContain('BEGIN CERTIFICATE');
    child.kill('SIGTERM');
    const code = await new Promise(resolve => child.once('exit', resolve));
    expect(code).toBe(0);
  } finally {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true });
  }
});
