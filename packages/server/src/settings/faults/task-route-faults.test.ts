import { expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../parse-config.ts';

const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
const account = { userId: 'eyeline', password: { env: 'SECRET' } };
const finesse = {
  nodes: ['https://fin-a.example.com:8445'],
  account,
  taskRouting: { origin: 'https://ccp.example.com', feed: { id: '100000' } },
};
const taskRouting = { scriptSelector: 'VideoRouting' };
const queuesOf = (queues: object) => ({ entryPoints, finesse, routing: { defaultQueue: 'general', queues } });

test('a queue of CCE’s is one that somebody else routes', () => {
  const config = parseConfig(queuesOf({ video: { taskRouting }, general: {} }));
  expect(config.routing.queues['video']?.mode).toBe('outside');
  expect(config.routing.queues['general']?.mode).toBe('push');
  expect(config.taskRoutes).toEqual({ video: taskRouting });
  expect(config.finesse?.taskRouting).toMatchObject({ variable: 'cv_1', pollMs: 2_000, connect: 'accepted' });
});

const route = (changes: object) => queuesOf({ general: {}, video: { taskRouting: { ...taskRouting, ...changes } } });
const platform = (changes: object) => ({
  ...queuesOf({ general: {} }),
  finesse: { ...finesse, taskRouting: { ...finesse.taskRouting, ...changes } },
});

test.each([
  [{ ...queuesOf({ video: { taskRouting }, general: {} }), finesse: undefined }, 'routing.queues.video.taskRouting:'],
  [
    { ...queuesOf({ video: { taskRouting }, general: {} }), finesse: { ...finesse, taskRouting: undefined } },
    'found none in finesse',
  ],
  [route({ scriptSelector: 'x'.repeat(33) }), 'routing.queues.video.taskRouting.scriptSelector: expected at most 32'],
  [route({ fallback: { queue: 'video' } }), 'routing.queues.video.taskRouting.fallback.queue: expected a queue that'],
  [route({ fallback: { queue: 'none' } }), 'routing.queues.video.taskRouting.fallback.queue: expected a queue that'],
  [queuesOf({ general: {}, video: { taskRouting, mode: 'pull' } }), 'routing.queues.video.mode: expected no mode'],
  [queuesOf({ general: {}, video: { mode: 'outside' } }), 'routing.queues.video.mode'],
  [platform({ feed: { name: 'Video' } }), 'finesse.taskRouting.account: expected the account that looks the feed up'],
  [platform({ variable: 'cv_11' }), 'finesse.taskRouting.variable: expected cv_1 to cv_10'],
  [platform({ origin: 'http://ccp.example.com' }), 'finesse.taskRouting.origin: expected an address like'],
])('faults are told with their path %#', (config, sentence) => {
  expect(() => parseConfig(JSON.parse(JSON.stringify(config)))).toThrow(ConfigError);
  expect(() => parseConfig(JSON.parse(JSON.stringify(config)))).toThrow(sentence);
});
