import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.js';

let folder = '';
/** @type {import('node:child_process').ChildProcess[]} */
let children = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyeline-lock-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('work under one lock is done one after the other', async () => {
  const path = join(folder, 'deep', 'lock');
  const stated = /** @type {string[]} */ ([]);
  const work = (/** @type {string} */ name) => async () => {
    stated.push(`${name} begins`);
    await sleep(50);
    stated.push(`${name} ends`);
  };
  await Promise.all(['one', 'two', 'three'].map(name => withLock(path, work(name))));
  const [first, second, third] = stated.filter(one => one.endsWith('begins')).map(one => one.split(' ')[0]);
  const each = [first, second, third].flatMap(name => [`${name} begins`, `${name} ends`]);
  expect(stated).toEqual(each);
  expect(readdirSync(`${path}.tickets`)).toEqual([]);
});

test('who has to wait is told so, once', async () => {
  const path = join(folder, 'lock');
  let waits = 0;
  await withLock(path, async () => {
    const second = withLock(
      path,
      async () => 'done',
      () => (waits += 1),
    );
    while (waits === 0) await sleep(5);
    return { second };
  }).then(({ second }) => second);
  expect(waits).toBe(1);
});

test('work that fails releases the lock', async () => {
  const path = join(folder, 'lock');
  await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withLock(path, async () => 'done')).toBe('done');
});

test('a path that is too long for a socket is a lock all the same', async () => {
  const path = join(folder, 'd'.repeat(90), 'lock');
  expect(await withLock(path, async () => 'done')).toBe('done');
});

// Says when it begins; works until it is killed.
const worker = `
  const { withLock } = await import(process.argv[1]);
  console.log('here');
  await withLock(process.argv[2], async () => {
    console.log('works');
    await new Promise(done => setTimeout(done, 1e6));
  });`;

test('of several processes one works; when it dies, the next does', async () => {
  const path = join(folder, 'lock');
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const working = new Set();
  children = Array.from({ length: 4 }, () => {
    const module = new URL('lock.js', import.meta.url).href;
    const child = spawn(process.execPath, ['--input-type=module', '-e', worker, module, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface(child.stdout).on('line', line => line === 'works' && working.add(child));
    return child;
  });
  for (let left = children.length; left > 0; left -= 1) {
    await expect.poll(() => working.size, { timeout: 20_000, interval: 10 }).toBe(1);
    const [holder] = working;
    if (!holder) break;
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    working.delete(holder);
  }
  expect(await withLock(path, async () => 'done')).toBe('done');
}, 60_000);

test('a ticket of another machine counts while it shows that it lives', async () => {
  const path = join(folder, 'lock');
  const tickets = `${path}.tickets`;
  const foreign = join(tickets, '000000-0123456789abcdef');
  mkdirSync(tickets);
  // A socket that nobody listens on any more, as another machine's looks from here.
  const child = spawn(process.execPath, ['-e', 'require("net").createServer().listen(process.argv[1])', foreign]);
  children = [child];
  while (!readdirSync(tickets).length) await sleep(10);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  let waits = 0;
  const waiting = withLock(
    path,
    async () => 'done',
    () => (waits += 1),
  );
  while (waits === 0) await sleep(5);
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(foreign, longAgo, longAgo);
  expect(await waiting).toBe('done');
}, 30_000);
