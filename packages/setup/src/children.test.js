import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

const children = new URL('children.js', import.meta.url).href;
const posix = process.platform !== 'win32';

/**
 * Starts a program that runs `child` in its foreground, and waits until the child speaks.
 * @param {string} child
 */
async function startParent(child) {
  const program = `
    import { runInForeground } from '${children}';
    process.exit(await runInForeground(process.execPath, ['-e', ${JSON.stringify(child)}]));
  `;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
  console.log('ready');
`;

test.skipIf(!posix)('signals reach the child, its exit code comes back', async () => {
  const { parent, ended, output } = await startParent(patient);
  await expect.poll(output).toContain('ready');
  parent.kill('SIGTERM');
  await expect.poll(output).toContain('asked to end');
  await sleep(600);
  parent.kill('SIGINT');
  expect(await ended).toBe(7);
});

test.skipIf(!posix)('one keystroke that arrives by the terminal and by npm is one signal', async () => {
  const { parent, ended, output } = await startParent(patient);
  await expect.poll(output).toContain('ready');
  parent.kill('SIGINT');
  await sleep(50);
  parent.kill('SIGINT');
  expect(await ended).toBe(7);
  expect(output().match(/interrupted/g)).toHaveLength(1);
});

test('the exit code of a child that ends by itself comes back', async () => {
  const { ended } = await startParent('process.exitCode = 5');
  expect(await ended).toBe(5);
});
