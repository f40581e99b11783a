import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

const children = new URL('children.js', import.meta.url).href;
const posix = process.platform !== 'win32';

/**
 * Starts a program that runs `child` in its foreground.
 * @param {string} child
 */
function startParent(child) {
  return listen(spawn(process.execPath, programArguments(child), { stdio: ['ignore', 'pipe', 'inherit'] }));
}

/**
 * @param {string} child
 */
function programArguments(child) {
  const program = `
    import { runInForeground } from '${children}';
    process.exit(await runInForeground(process.execPath, ['-e', ${JSON.stringify(child)}]));
  `;
  return ['--input-type=module', '-e', program];
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} parent
 */
function listen(parent) {
  let output = '';
  parent.stdout.on('data', chunk => {
    output += chunk;
  });
  const ended = once(parent, 'exit').then(([code]) => code);
  return { parent, ended, output: () => output };
}

const patient = `
  process.on('SIGTERM', () => console.log('asked to end'));
  process.on('SIGINT', () => { console.log('interrupted'); setTimeout(() => process.exit(7), 300); });
  setInterval(() => {}, 1000);
  console.log('I am ' + process.pid + ', ready');
`;

test.skipIf(!posix)('signals reach the child, its exit code comes back', async () => {
  const { parent, ended, output } = startParent(patient);
  await expect.poll(output).toContain('ready');
  parent.kill('SIGTERM');
  await expect.poll(output).toContain('asked to end');
  await sleep(600);
  parent.kill('SIGINT');
  expect(await ended).toBe(7);
});

test.skipIf(!posix)('one keystroke that arrives by the terminal and by npm is one signal', async () => {
  const { parent, ended, output } = startParent(patient);
  await expect.poll(output).toContain('ready');
  parent.kill('SIGINT');
  await sleep(50);
  parent.kill('SIGINT');
  expect(await ended).toBe(7);
  expect(output().match(/interrupted/g)).toHaveLength(1);
});

test('the exit code of a child that ends by itself comes back', async () => {
  const { ended } = startParent('process.exitCode = 5');
  expect(await ended).toBe(5);
});

test.skipIf(!posix)('the end of the shell that npm put between is a signal', async () => {
  const shell = spawn('sh', ['-c', '"$@"; true', 'sh', process.execPath, ...programArguments(patient)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  const { output } = listen(shell);
  await expect.poll(output).toContain('ready');
  shell.kill('SIGTERM');
  await expect.poll(output, { timeout: 5_000 }).toContain('asked to end');
  process.kill(Number(output().match(/I am (\d+)/)?.[1]), 'SIGKILL');
});
