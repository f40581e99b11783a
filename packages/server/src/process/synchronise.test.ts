import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefNode } from '@eyeline/testing';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { emptyDataDirectory } from '../testing/empty-store.ts';
import { FinesseBox } from '../testing/finesse-box.ts';
import { TestServer } from '../testing/test-server.ts';
import { demoPassword } from './demo.ts';

const program = fileURLToPath(new URL('synchronise.ts', import.meta.url));
let finesse: FinesseBox;
let server: TestServer | undefined;
beforeAll(async () => rm(await emptyDataDirectory(), { recursive: true }));
beforeEach(async () => {
  finesse = await FinesseBox.start();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await finesse.stop();
});

const config = (): Partial<ConfigInput> => ({
  entryPoints: [{ entryPointId: 'support', title: 'Support' }],
  finesse: finesse.config({ agents: {} }),
  directory: { uccx: { origin: finesse.box.addresses.uccx ?? '' }, everyMs: 0, queues: ['Video'] },
});

/** As a person runs it. */
async function run(args: readonly string[], stdin = '') {
  const child = spawn(process.execPath, [...briefNode, program, ...args], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  const output = { out: '', error: '' };
  child.stdout.on('data', chunk => (output.out += chunk));
  child.stderr.on('data', chunk => (output.error += chunk));
  child.stdin.end(stdin);
  const [code] = await once(child, 'close');
  return { code, lines: output.out.trimEnd().split('\n'), error: output.error.trimEnd() };
}

test('on a store whose server does not run: a dry run makes nothing, then it is done, then there is nothing to do', async () => {
  const file = join(finesse.directory, 'config.json');
  const data = join(finesse.directory, 'data');
  writeFileSync(file, JSON.stringify(config()));
  const args = ['--config', file, '--data', data];
  const dry = await run([...args, '--dry-run']);
  expect([dry.code, dry.lines.at(-2), dry.lines.at(-1)]).toEqual([
    ...[2, '+ agent 1010 "Sue Visor"', 'Dry run: nothing was done.'],
  ]);
  expect(existsSync(data)).toBe(false);
  expect(await run(args)).toMatchObject({ code: 0, lines: [...dry.lines.slice(0, -1), 'Done.'] });
  expect(await run([...args, '--dry-run'])).toEqual({ code: 0, lines: ['Nothing to do.'], error: '' });
});

test('by a server that runs, which is the one to ask while it has the store', async () => {
  // The other process finds the store of this one taken.
  const dataDirectory = await emptyDataDirectory();
  server = await TestServer.start(config(), { lookup: finesse.box.lookup, dataDirectory });
  const args = ['--server', server.url, '--username', 'sue'];
  expect((await run([...args, '--dry-run'], `${demoPassword}\n`)).code).toBe(2);
  expect(await run(args, demoPassword)).toMatchObject({ code: 0, error: '' });
  expect(await run([...args, '--dry-run'], demoPassword)).toMatchObject({ code: 0, lines: ['Nothing to do.'] });
  const file = join(finesse.directory, 'config.json');
  writeFileSync(file, JSON.stringify(config()));
  expect(await run(['--config', file, '--data', server.dataDirectory])).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^Another process has the store .* ask it with --server\.$/),
  });
});

test('what a person can put right is said in one line', async () => {
  server = await TestServer.start(config(), { lookup: finesse.box.lookup });
  const args = ['--server', server.url, '--username'];
  const stories: readonly [readonly string[], string][] = [
    [[...args, 'anna'], 'Only supervisors may see this. Sign in as one.'],
    [['--server', 'http://127.0.0.1:1', '--username', 'sue'], 'No server answers at http://127.0.0.1:1.'],
    [[], 'Give --server URL and --username USER, or --config FILE.'],
  ];
  for (const [given, sentence] of stories)
    expect(await run(given, demoPassword)).toMatchObject({ code: 1, error: expect.stringContaining(sentence) });
  finesse.box.order({ type: 'http-error', path: '/adminapi', status: 503 });
  expect(await run([...args, 'sue'], demoPassword)).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^UCCX is not in service: see .*$/),
  });
});
