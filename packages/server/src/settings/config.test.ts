import { expect, test } from 'vitest';
import { demoConfig } from '../process/demo.ts';
import { parseConfig } from './parse-config.ts';

const entryPoints = [{ entryPointId: 'support', title: 'Support' }];

test('the entry points are all that has to be said', () => {
  expect(parseConfig({ entryPoints })).toMatchObject({
    entryPoints: [
      { entryPointId: 'support', title: 'Support', form: [], nameField: 'name', video: true, media: 'p2p' },
    ],
    routing: { policy: { offerTimeoutMs: 20_000 }, queues: { default: { mode: 'push' } } },
    iceServers: [{ urls: 'stun:stun.cloudflare.com:3478' }],
    icePolicy: 'all',
    tokens: { customerMs: 86_400_000, agentMs: 43_200_000 },
    limits: { timeoutMs: 8_000 },
  });
});

test('the demo has an entry point for each way that media can take, and one with a queue of its own', () => {
  expect(parseConfig(demoConfig).entryPoints.map(one => [one.entryPointId, one.media])).toEqual([
    ['support', 'p2p'],
    ['support-sfu', 'sfu'],
    ['sales', 'p2p'],
  ]);
});

test.each([
  ['nothing at all', {}, 'entryPoints'],
  ['no entry point', { entryPoints: [] }, 'entryPoints'],
  [
    'an entry point twice',
    { entryPoints: [...entryPoints, ...entryPoints] },
    'entryPoints.1.entryPointId: expected an id that is not there twice, found "support"',
  ],
  ['a misspelt name', { entryPoints, wrapupCodes: [] }, 'wrapupCodes'],
  [
    'a fault deep inside',
    { entryPoints: [{ ...entryPoints[0], form: [{ name: 'a b' }] }] },
    'entryPoints.0.form.0.name',
  ],
  ['a short secret', { entryPoints, tokens: { secret: 'short' } }, 'tokens.secret'],
  ['a span that no timer can wait for', { entryPoints, limits: { connectMs: 1e12 } }, 'limits.connectMs'],
  ['a ping that never comes', { entryPoints, presence: { pingIntervalMs: 1e12 } }, 'presence.pingIntervalMs'],
  ['an origin that is none', { entryPoints, origins: ['shop.example/'] }, 'an origin like https://shop.example'],
])('%s is told with its path', (_, given, sentence) => {
  expect(() => parseConfig(given)).toThrow(sentence);
});
