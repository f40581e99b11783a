import { expect, test } from 'vitest';
import { CommandError, exitCode, runCommand } from './command.js';

const node = process.execPath;

test('answers with what the command said and tells each line of it', async () => {
  const lines = /** @type {string[]} */ ([]);
  const program = "console.log('[1/2] one'); console.error('two'); process.stdin.pipe(process.stdout)";
  const options = { input: Buffer.from('three\n'), onLine: (/** @type {string} */ line) => lines.push(line) };
  const output = await runCommand(node, ['-e', program], options);
  expect(output.split('\n').sort()).toEqual(['', '[1/2] one', 'three', 'two']);
  expect(lines.sort()).toEqual(['[1/2] one', 'three', 'two']);
});

test('a command that fails says with what words', async () => {
  const failing = runCommand(node, ['-e', "console.log('no such thing'); process.exitCode = 3"]);
  const error = await failing.catch(reason => reason);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ code: 3, lastWords: 'no such thing' });
});

test('a command that is not there has no exit code', async () => {
  expect(await exitCode('eyeline-no-such-command', [])).toBeNull();
  expect(await exitCode(node, ['-e', 'process.exitCode = 41'])).toBe(41);
});

test('a command that takes too long is ended with what it started', async () => {
  // The output stays open, and the answer away, until the second process has ended too.
  const sleeper = 'setTimeout(() => {}, 60_000)';
  const program = `require('child_process').spawn(process.execPath, ['-e', '${sleeper}'], { stdio: 'inherit' }); ${sleeper}`;
  await expect(runCommand(node, ['-e', program], { timeoutMs: 1_000 })).rejects.toThrow(/took too long/);
});
