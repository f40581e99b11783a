import { afterEach, expect, test, vi } from 'vitest';
import { provideHeadlessShell } from './headless-shell.js';

afterEach(() => void vi.unstubAllEnvs());

test('the one that is named is taken', async () => {
  vi.stubEnv('EYELINE_HEADLESS_SHELL', process.execPath);
  expect(await provideHeadlessShell()).toBe(process.execPath);
});

test('a named one that does not run is said, with what to do', async () => {
  vi.stubEnv('EYELINE_HEADLESS_SHELL', '/nowhere/shell');
  await expect(provideHeadlessShell()).rejects.toThrow('EYELINE_HEADLESS_SHELL is /nowhere/shell, which does not run.');
});
