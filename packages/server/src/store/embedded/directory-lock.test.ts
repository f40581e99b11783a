import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DirectoryLock } from './directory-lock.ts';

const module = JSON.stringify(new URL('directory-lock.ts', import.meta.url).href);
/** Tries for each directory that it is told, and answers. Holds the last one. */
const program = `const { DirectoryLock } = await import(${module});
  const { createInterface } = await import('node:readline');
  let lock;
  console.log('here');
  for await (const directory of createInterface(process.stdin)) {
    lock = DirectoryLock.take(directory);
    console.log(lock ? 'taken' : 'not taken');
  }`;

class Contender {
  readonly child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  readonly #lines = createInterface(this.child.stdout as NodeJS.ReadableStream);

  async output(): Promise<string> {
    const [line] = await once(this.#lines, 'line');
    return line;
  }

  take(directory: string): Promise<string> {
    const output = this.output();
    this.child.stdin?.write(`${directory}\n`);
    return output;
  }

  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

let directory: string;
let contenders: Contender[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'eyeline-lock-'));
  contenders = [];
});
afterEach(async () => {
  for (const { child } of contenders) child.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

async function contend(count: number): Promise<readonly Contender[]> {
  const come = Array.from({ length: count }, () => new Contender());
  contenders.push(...come);
  await Promise.all(come.map(one => one.output()));
  return come;
}

describe('a directory lock', () => {
  test('is held by one at a time', () => {
    const lock = DirectoryLock.take(directory);
    expect(DirectoryLock.take(directory)).toBeNull();
    lock?.release();
    const next = DirectoryLock.take(directory);
    expect(next).not.toBeNull();
    next?.release();
  });

  test('is asked for in vain as often as one likes, and still held', () => {
    const lock = DirectoryLock.take(directory);
    for (let round = 0; round < 3; round += 1) expect(DirectoryLock.take(directory)).toBeNull();
    lock?.release();
  });

  test('does not outlive its process, and of several who come then one gets it', async () => {
    let left = await contend(4);
    for (; left.length > 0; ) {
      const answers = await Promise.all(left.map(one => one.take(directory)));
      expect(answers.toSorted()).toEqual([...left.slice(1).map(() => 'not taken'), 'taken']);
      expect(DirectoryLock.take(directory)).toBeNull();
      await left[answers.indexOf('taken')]?.kill();
      left = left.filter((_, index) => answers[index] !== 'taken');
    }
  });
});
