import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('build-mediasoup-worker.sh', import.meta.url));
const libraries = ['libuv', 'openssl', 'flatbuffers', 'abseil-cpp', 'unordered-dense', 'libsrtp3'];

/** @type {string} */
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyeline-worker-'));
  for (const library of libraries) write(`package/worker/subprojects/${library}.wrap`, `directory = ${library}\n`);
  write('package/worker/meson.build', '');
  write('package/worker/src/RTC/DtlsTransport.cpp', '(operationType == BIO_CB_RETURN) ? 1 : 2');
  // Tools that leave a mark of what they did; ninja ends as it is told to.
  tool('flatc', '');
  tool('meson', 'mkdir -p out; echo meson >> "$LOG"');
  tool('strip', 'cp out/mediasoup-worker "$2"');
  tool(
    'ninja',
    `echo "ninja $3" >> "$LOG"
    [ "$3" = mediasoup-worker ] || exit 0
    case "\${END:-}" in killed) kill -9 0 ;; failed) exit 1 ;; esac
    echo built > out/mediasoup-worker`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a build that was killed goes on with what it had; afterwards only the worker is left', async () => {
  expect(await build({ END: 'killed' })).not.toBe(0);
  expect(steps()).toEqual(['meson', 'ninja fbs/FBS/message.h', 'ninja mediasoup-worker']);
  expect(existsSync(join(folder, 'cache/worker'))).toBe(false);
  expect(await build()).toBe(0);
  expect(steps().slice(3)).toEqual(['ninja fbs/FBS/message.h', 'ninja mediasoup-worker']);
  expect(readFileSync(join(folder, 'cache/worker'), 'utf8')).toBe('built\n');
  expect(existsSync(join(folder, 'cache/worker.build'))).toBe(false);
});

test('after a failure, or with another script, it starts from nothing', async () => {
  expect(await build({ END: 'failed' })).not.toBe(0);
  expect(await build({ END: 'killed' })).not.toBe(0);
  writeFileSync(join(folder, 'cache/worker.build/prepared'), 'another');
  expect(await build()).toBe(0);
  expect(steps().filter(step => step === 'meson')).toHaveLength(3);
});

/** @param {NodeJS.ProcessEnv} [env] */
async function build(env = {}) {
  const args = [script, join(folder, 'package'), join(folder, 'cache/worker')];
  const PATH = `${join(folder, 'bin')}:${process.env['PATH']}`;
  const child = spawn('bash', args, {
    env: { PATH, LOG: join(folder, 'log'), ...env },
    stdio: 'ignore',
    detached: true,
  });
  const [code] = await once(child, 'exit');
  return code;
}

const steps = () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');

/**
 * @param {string} name
 * @param {string} commands
 */
function tool(name, commands) {
  write(`bin/${name}`, `#!/usr/bin/env bash\n${commands}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}
