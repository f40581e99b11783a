import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig, readConfig } from '../parse-config.ts';

const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
const secret = '0123456789abcdef';
const turn = { urls: 'turn:turn.example', username: 'eyeline' };

test.each([
  ['a token of the gateway', { sms: { accountSid: 'AC1', authToken: secret, from: '1' } }],
  ['a credential that is a number', { iceServers: [{ ...turn, credential: 123_456 }] }],
  ['a password beside its place', { finesse: { nodes: [], account: { username: 'a', password: secret } } }],
  ['a key of a bucket', { files: { bucket: { accessKeyId: 123_456, secretAccessKey: secret } } }],
  ['secrets in a list', { tokens: { secret: [secret] } }],
  ['a section that is the secret', { tokens: secret }],
  ['a password in an address', { publicUrl: `https://me:${secret}@video.example.com` }],
])('%s is not shown', (_, given) => {
  let said = '';
  try {
    parseConfig({ entryPoints, ...given });
  } catch (error) {
    said = String(error);
  }
  expect(said).toContain('is not valid');
  expect(said).not.toMatch(/0123|123456/);
});

test('what is no secret is shown still', () => {
  expect(() => parseConfig({ entryPoints, icePolicy: 'every' })).toThrow('found "every"');
});

const [entryPoint] = entryPoints;
test.each([
  [
    'a kind of file that is none',
    { entryPoints: [{ ...entryPoint, files: { kinds: ['svg'] } }] },
    /Correct entryPoints\.0\.files\.kinds\.0: expected one of .*, found "svg"\.$/,
  ],
  [
    'a misspelt key in one of two forms',
    { entryPoints, masking: { cards: true } },
    'masking.cards: there is no such key (did you mean "card"?)',
  ],
  [
    'a wrong value in it',
    { entryPoints, masking: { card: 'yes' } },
    'masking.card: expected true or false, found "yes"',
  ],
  [
    'a misspelt key',
    { entryPoints: [{ ...entryPoint, calender: 'x' }] },
    'entryPoints.0.calender: there is no such key (did you mean "calendar"?)',
  ],
  ['a key that is like none', { entryPoints, colour: 1 }, 'Correct colour: there is no such key.'],
  [
    'a key that is missing',
    { entryPoints: [{ title: 'Support' }] },
    'entryPoints.0.entryPointId: expected a value, found nothing: the key is missing',
  ],
  [
    'a secret that is missing',
    { entryPoints, sms: { accountSid: 'AC1', from: '1' } },
    'sms.authToken: expected a value, found nothing',
  ],
])('%s is told by its cause', (_, given, sentence) => {
  expect(() => parseConfig(given)).toThrow(sentence);
});

test('a slip in the JSON is told by its line, without what stands around it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-fault-'));
  const path = join(folder, 'centre.json');
  writeFileSync(path, `{\n  "origins": [],\n  "sms": { "authToken": x${secret} }\n}\n`);
  expect(() => readConfig(path)).toThrow(/^The configuration .*centre\.json is not valid JSON: [^0]* in line 3\.$/);
  rmSync(folder, { recursive: true });
});
