import { expect, test } from 'vitest';
import { demoConfig } from '../../process/demo.ts';
import { parseConfig } from '../parse-config.ts';
import { configWarnings } from './config-warnings.ts';

const entryPoint = { entryPointId: 'support', title: 'Support', form: [{ name: 'name', label: 'Name', type: 'text' }] };
const site = (changes: object) => ({ entryPoints: [entryPoint], ...changes });
const routing = (changes: object, rest: object = {}) =>
  site({ routing: { skills: ['cards', 'loans'], ...changes }, ...rest });
const queue = (changes: object) => routing({ queues: { default: changes } });
const rule = (changes: object) => site({ rules: [{ ruleId: 'first', ...changes }] });
const warningsOf = (config: unknown) => configWarnings(parseConfig(config));

test('there is nothing to say of the demo, nor of the least that can be written', () => {
  expect(warningsOf(demoConfig)).toEqual([]);
  expect(warningsOf(site({}))).toEqual([]);
});

test.each([
  ['a wait of 60 ms', queue({ maxWaitMs: 60 }), 'routing.queues.default.maxWaitMs', '60 seconds are 60000'],
  ['a policy in seconds', routing({ policy: { graceMs: 20 } }), 'routing.policy.graceMs', 'less than a second'],
  ['tokens in hours', site({ tokens: { agentMs: 12 } }), 'tokens.agentMs', 'less than a second'],
  [
    'a wait shorter than an offer',
    queue({ maxWaitMs: 5000 }),
    'routing.queues.default.maxWaitMs',
    'before the first agent',
  ],
  [
    'a rule on a field of no form',
    rule({ when: { attribute: 'form.topic', eq: 'x' } }),
    'rules.0.when.attribute',
    '"topic"',
  ],
  [
    'the same deep inside, of one entry point',
    {
      entryPoints: [
        {
          ...entryPoint,
          rules: [{ ruleId: 'r', when: { any: [{ not: { attribute: 'form.phone', exists: true } }] } }],
        },
        { entryPointId: 'other', title: 'Other', form: [{ name: 'phone', label: 'Phone', type: 'tel' }] },
      ],
    },
    'entryPoints.0.rules.0.when.any.0.not.attribute',
    'this entry point',
  ],
  [
    'an entry point that is none',
    rule({ when: { attribute: 'entryPointId', in: ['suport'] } }),
    'rules.0.when.attribute',
    'only support',
  ],
  [
    'a domain that is none',
    rule({ when: { attribute: 'domain', eq: 'phone' } }),
    'rules.0.when.attribute',
    'no domain "phone"',
  ],
  ['a rule after the last', site({ rules: [{ ruleId: 'end', stop: true }, { ruleId: 'late' }] }), 'rules.1', '"end"'],
  [
    'an entry point’s rules after the last',
    { entryPoints: [{ ...entryPoint, rules: [{ ruleId: 'late' }] }], rules: [{ ruleId: 'end', stop: true }] },
    'entryPoints.0.rules',
    '"end"',
  ],
  ['a skill that nobody has', queue({ skills: [{ skill: 'cards' }] }), 'routing.queues.default.skills', 'Nobody has'],
  [
    'a level that nobody has',
    routing({
      queues: { default: { steps: [{ term: { all: [{ skill: 'cards', atLeast: 8 }] } }] } },
      agents: { anna: { skills: { cards: 7 } } },
    }),
    'routing.queues.default.steps',
    'Nobody has',
  ],
  [
    'a queue of what nobody does',
    queue({ domains: ['email', 'callback'] }),
    'routing.queues.default.domains',
    'email or callback',
  ],
  ['an entry point without chat', queue({ domains: ['video'] }), 'entryPoints.0.queue', 'no chat'],
  [
    'a queue to which nothing leads',
    routing({ queues: { default: {}, lost: {} } }),
    'routing.queues.lost',
    'No entry point',
  ],
  [
    'two queues of one name',
    routing({ queues: { default: { name: 'A', overflow: 'b' }, b: { name: 'A' } } }),
    'routing.queues.b.name',
    '"A"',
  ],
  [
    'a fallback with chat',
    { entryPoints: [{ ...entryPoint, fallback: ['chat'] }] },
    'entryPoints.0.fallback',
    'Remove "chat"',
  ],
  [
    'a rule’s fallback with chat',
    rule({ outcome: { fallback: ['chat'] } }),
    'rules.0.outcome.fallback',
    'Remove "chat"',
  ],
  [
    'a queue’s fallback with chat',
    queue({ fallback: ['chat', 'message'] }),
    'routing.queues.default.fallback',
    'Remove "chat"',
  ],
  [
    'a fallback with video',
    queue({ fallback: ['video', 'message'] }),
    'routing.queues.default.fallback',
    'Remove "video"',
  ],
  [
    'a router’s fallback with chat',
    site({ router: { url: 'https://router.example/', fallback: { fallback: ['chat'] } } }),
    'router.fallback.fallback',
    'Remove "chat"',
  ],
  ['a calendar that never opens', site({ calendars: { c: { zone: 'UTC' } } }), 'calendars.c', 'never open'],
  [
    'a calendar that nobody asks',
    site({ calendars: { c: { zone: 'UTC', hours: [{ days: ['monday'], from: '08:00', to: '09:00' }] } } }),
    'calendars.c',
    'asks it',
  ],
  ['an origin with its port', site({ origins: ['https://shop.example:443'] }), 'origins.0', 'https://shop.example,'],
  ['an origin over http', site({ origins: ['http://shop.example'] }), 'origins.0', 'no camera'],
  ['an agent twice', routing({ agents: { anna: {}, Anna: {} } }), 'routing.agents.Anna', 'already'],
  [
    'two choices of one name',
    site({
      wrapUpCodes: [
        { code: 'a', label: 'A' },
        { code: 'b', label: 'A' },
      ],
    }),
    'wrapUpCodes.1.label',
    '"A"',
  ],
])('%s is warned of, with its path', (_, config, path, words) => {
  const found = warningsOf(config);
  expect(found.map(one => one.path)).toContain(path);
  const { sentence } = found.find(one => one.path === path) ?? { sentence: '' };
  expect(sentence).toContain(words);
  expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
});

test('what is named from elsewhere is not warned of', () => {
  const leads = {
    entryPoints: [entryPoint],
    routing: { queues: { default: { overflow: 'second' }, second: {}, ruled: {} } },
    rules: [{ ruleId: 'r', when: { open: 'c' }, outcome: { queueId: 'ruled' } }],
    calendars: {
      c: {
        zone: 'UTC',
        openings: [{ name: 'Day', on: { type: 'date', date: '2027-01-03' }, from: '10:00', to: '16:00' }],
      },
    },
    origins: ['https://shop.example', 'http://localhost:3000'],
  };
  expect(warningsOf(leads)).toEqual([]);
});
