import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, exitCode, runCommand } from './command.js';
import { hasApt, installDebianPackages, mayInstall } from './debian.js';
import { startProgress } from './progress.js';
import { projectDirectory } from './project.js';
import { ProvisionError } from './provision-error.js';
import { toolPath } from './tool.js';

const advice = 'Install Chrome or Chromium, or point EYELINE_CHROMIUM at its binary, and run again.';

/**
 * A Chromium for tests and benchmarks: EYELINE_CHROMIUM, else an installed Chrome or Chromium, else Playwright's own, else Debian's.
 * @param {string} node
 * @returns {Promise<string>} the path of the binary
 */
export async function provideChromium(node) {
  const given = process.env.EYELINE_CHROMIUM;
  if (given) {
    if (await runs(given)) return given;
    throw new ProvisionError(`EYELINE_CHROMIUM is ${given}, which does not run. Correct or unset it and run again.`);
  }
  const installed = (await firstThatRuns(knownPaths())) ?? (await firstThatRuns([await playwrightPath(node)]));
  if (installed) return installed;

  const progress = startProgress('Installing Chromium', 'one or two minutes');
  try {
    const binary = (await downloadOfPlaywright(node, progress)) ?? (await packageOfDebian(progress));
    if (!binary) throw new ProvisionError(`No Chromium could be installed. ${advice}`);
    progress.done(binary);
    return binary;
  } catch (error) {
    progress.failed('it could not be installed');
    throw error;
  }
}

/**
 * @param {string} node
 * @param {import('./progress.js').Progress} progress
 */
async function downloadOfPlaywright(node, progress) {
  if (!(await isReachable(process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev'))) return undefined;
  // Playwright brings the libraries that Chromium needs by apt, which takes root.
  const args = [
    toolPath('@playwright/test', 'playwright'),
    'install',
    ...(mayInstall() ? ['--with-deps'] : []),
    'chromium',
  ];
  const onLine = (/** @type {string} */ line) => {
    const percent = /(\d+)% of/.exec(line)?.[1];
    if (percent) progress.figure(`fetching ${percent} %`);
  };
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  const installed = await runCommand(node, args, { cwd: projectDirectory, env, onLine, timeoutMs: 600_000 }).then(
    () => true,
    () => false,
  );
  return installed ? firstThatRuns([await playwrightPath(node)]) : undefined;
}

/**
 * @param {import('./progress.js').Progress} progress
 */
async function packageOfDebian(progress) {
  if (!hasApt()) return undefined;
  await installDebianPackages(['chromium'], progress);
  return firstThatRuns(['/usr/bin/chromium']);
}

/**
 * @param {string} node
 */
async function playwrightPath(node) {
  const program = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const options = { cwd: projectDirectory, timeoutMs: 20_000 };
  return runCommand(node, ['-e', program], options).catch(error => {
    if (error instanceof CommandError) return '';
    throw error;
  });
}

/**
 * Whether somebody answers there within five seconds: on a closed network a download would only hang.
 * @param {string} url
 * @returns {boolean | Promise<boolean>}
 */
function isReachable(url) {
  // Playwright goes through a proxy, which fetch does not know of.
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
}

/**
 * @param {readonly string[]} paths
 */
async function firstThatRuns(paths) {
  for (const path of paths) if (await runs(path)) return path;
  return undefined;
}

/**
 * @param {string} path
 */
async function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows --version opens a window and says nothing.
  return process.platform === 'win32' || (await exitCode(path, ['--version'])) === 0;
}

function knownPaths() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES = '', 'PROGRAMFILES(X86)': programs32 = '', LOCALAPPDATA = '' } = process.env;
    return [PROGRAMFILES, programs32, LOCALAPPDATA].map(folder =>
      join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
    );
  }
  return [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ];
}
