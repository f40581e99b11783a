import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../parse-config.ts';
import { Settings } from '../settings.ts';

const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
const turn = 'turn:turn.example:3478?transport=udp';
const parse = (iceServers: unknown, rest: object = {}) => parseConfig({ entryPoints, iceServers, ...rest });

describe('servers for ICE', () => {
  test.each([
    'stun:turn.example',
    'stun:turn.example:3478',
    'stuns:192.0.2.1:5349',
    'turn:[2001:db8::1]:3478',
    turn,
    'turn:turn.example?transport=tcp',
    'turns:turn.example:443?transport=tcp',
  ])('%s is an address', urls => {
    expect(() => parse([{ urls, username: 'u', credential: 'c' }])).not.toThrow();
  });

  test.each([
    ['turn.example:3478'],
    ['https://turn.example'],
    ['stun:turn.example?transport=udp'],
    ['turns:turn.example:443?transport=udp'],
    ['turn://turn.example'],
    ['turn:turn.example:3478?transport=sctp'],
  ])('%s is none, which is told with its path', url => {
    const wrong = { urls: [turn, url], username: 'u', credential: 'c' };
    expect(() => parse([wrong])).toThrow(/iceServers\.0\.urls\.1: expected an address like stun:HOST:3478, turn:/);
  });

  test.each([
    ['a relay without a credential', { urls: turn }, 'iceServers.0: expected `secret`, or `username` and `credential`'],
    ['half a credential', { urls: turn, username: 'u' }, 'iceServers.0: expected `secret`, or `username`'],
    [
      'two kinds of credential',
      { urls: turn, username: 'u', credential: 'c', secret: { env: 'S' } },
      'iceServers.0: expected either `secret`, or `username` and `credential`, found both',
    ],
    [
      'a secret that no STUN server asks for',
      { urls: 'stun:turn.example', secret: { env: 'S' } },
      'iceServers.0.secret: expected no such key, since a STUN server asks for none',
    ],
    ['no address', { urls: [] }, 'iceServers.0.urls: expected at least one address, found an empty list'],
    [
      'a credential that is over before the call begins',
      { urls: turn, secret: { env: 'S' }, lifetimeMs: 1000 },
      'iceServers.0.lifetimeMs: expected at least 60000, found 1000',
    ],
  ])('%s is refused', (_, server, sentence) => {
    expect(() => parse([server])).toThrow(sentence);
  });

  test('relay alone without a relay would let nobody through', () => {
    expect(() => parse([{ urls: 'stun:turn.example' }], { icePolicy: 'relay' })).toThrow('icePolicy: expected "all"');
    const [support] = entryPoints;
    expect(() => parse([], { entryPoints: [{ ...support, icePolicy: 'relay' }] })).toThrow(
      'entryPoints.0.icePolicy: expected "all"',
    );
    expect(() => parse([{ urls: turn, username: 'u', credential: 'c' }], { icePolicy: 'relay' })).not.toThrow();
  });

  test('all secrets that are missing are told at once, with their paths', () => {
    const config = parse([
      { urls: turn, secret: { env: 'NO_SUCH_SECRET' } },
      { urls: turn, username: 'u', credential: { file: '/no/such/file' } },
    ]);
    expect(() => new Settings(config)).toThrow(
      /^iceServers\.0\.secret: .*NO_SUCH_SECRET.*\niceServers\.1\.credential: /,
    );
  });
});

test.each([
  ['a TURN secret', { iceServers: [{ urls: turn, secret: 'whisper' }] }],
  [
    'the secret of a proof',
    { entryPoints: [{ ...entryPoints[0], proof: { verifyUrl: 'https://a.example', secret: 'whisper' } }] },
  ],
  ['the secret of the tokens', { tokens: { secret: 'whisper' } }],
  ['the token of the status', { status: { token: 'whisper' } }],
])('%s that is written in the wrong form is not printed', (_, given) => {
  expect(() => parseConfig({ entryPoints, ...given })).toThrow('found something that is not shown here');
  expect(() => parseConfig({ entryPoints, ...given })).not.toThrow('whisper');
});

test.each(['NETWORK.md', 'CONFIGURATION.md'])('what %s tells administrators to write is taken', name => {
  const page = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const ofIce = blocks.filter(text => text.includes('"iceServers"')).map(text => JSON.parse(text));
  expect(ofIce).toHaveLength(1);
  for (const given of ofIce) expect(() => parseConfig({ entryPoints, ...given })).not.toThrow();
});
