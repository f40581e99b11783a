import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkConfig } from './check-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'eyeline-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'centre.json');
const entryPoint = { entryPointId: 'support', title: 'Support' };

function check(changes: object): string {
  writeFileSync(path, JSON.stringify({ entryPoints: [entryPoint], ...changes }));
  try {
    return checkConfig(path);
  } catch (error) {
    return String(error);
  }
}

test.each([
  [
    'invitations to an entry point that is none',
    { invitations: { entryPointId: 'nope' } },
    'error: invitations.entryPointId: expected one of the entryPoints: support, found "nope"',
  ],
  [
    'a country that no number is of',
    { invitations: { country: 'UK' } },
    'error: invitations.country: expected the two letters of a country, as GB for the United Kingdom, found "UK"',
  ],
  [
    'a folder that cannot be written',
    { files: { folder: join(path, 'files') } },
    `warning: files.folder: The folder ${join(path, 'files')} cannot be written or made. Correct the path, or give the user of the server the right.`,
  ],
  [
    'a secret that is not in the environment',
    {
      sms: {
        accountSid: 'AC1',
        authToken: { env: 'EYELINE_NOWHERE' },
        from: '1',
      },
    },
    'warning: sms.authToken: The environment has no EYELINE_NOWHERE. Set it to the secret where the server is started.',
  ],
  [
    'a secret in a file that is not there',
    {
      iceServers: [{ urls: 'turn:turn.example', secret: { file: '/nowhere/turn' } }],
    },
    'warning: iceServers.0.secret: The file /nowhere/turn cannot be read. Correct the path, or its rights.',
  ],
])('%s is told', (_, changes, line) => {
  expect(
    check(changes)
      .replace(/^StartupError: |^Error: /, '')
      .split('\n'),
  ).toContain(line);
});

test('nothing is said of what is there', () => {
  expect(
    check({
      files: { folder: join(folder, 'new', 'files') },
      invitations: { country: 'GB' },
    }),
  ).toBe(`${path} is valid.\n`);
});
