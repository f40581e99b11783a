import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DirectoryLock } from './directory-lock.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'eyeline-lock-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('a directory lock', () => {
  test('is held by one at a time', async () => {
    const lock = await DirectoryLock.take(directory);
    expect(await DirectoryLock.take(directory)).toBeNull();
    await lock?.release();
    const next = await DirectoryLock.take(directory);
    expect(next).not.toBeNull();
    await next?.release();
  });

  test('does not outlive its process, however that ended', async () => {
    const module = JSON.stringify(new URL('directory-lock.ts', import.meta.url).href);
    const program = `const { DirectoryLock } = await import(${module});
      console.log(await DirectoryLock.take(${JSON.stringify(directory)}) ? 'taken' : 'not taken');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(child.stdout, 'data');
    expect(String(said).trim()).toBe('taken');
    expect(await DirectoryLock.take(directory)).toBeNull();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await DirectoryLock.take(directory);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  test('works where the path is too long for a socket', async () => {
    const deep = join(directory, 'd'.repeat(60), 'e'.repeat(60));
    await mkdir(deep, { recursive: true });
    const lock = await DirectoryLock.take(deep);
    expect(lock).not.toBeNull();
    expect(await DirectoryLock.take(deep)).toBeNull();
    await lock?.release();
  });
});
