import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { demoConfig } from '../process/demo.ts';
import { configSchema } from '../testing/config-schema.ts';
import { ConfigError, parseConfig } from './parse-config.ts';

const examples = new URL('../../../../examples/', import.meta.url);
const example = () => JSON.parse(readFileSync(new URL('contact-centre.json', examples), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(
  JSON.parse(JSON.stringify(configSchema())),
);
const entryPoints = [{ entryPointId: 'support', title: 'Support' }];

// Another one is written by `npm run unit -- config-schema -u`.
test('the schema that editors read is that of the server', async () => {
  const text = `${JSON.stringify(configSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(new URL('contact-centre.schema.json', examples).pathname);
});

test('the example names it, and both take the example and the demo', () => {
  expect(example().$schema).toBe('./contact-centre.schema.json');
  for (const config of [example(), demoConfig, { entryPoints }]) {
    expect(validate(config) ? [] : validate.errors).toEqual([]);
    expect(() => parseConfig(config)).not.toThrow();
  }
});

test.each([
  ['nothing at all', {}],
  ['a misspelt key', { entryPoints, wrapupCodes: [] }],
  ['a misspelt key deep inside', { entryPoints, routing: { queues: { cards: { maxWait: 60 } } } }],
  ['a text for a number', { entryPoints, routing: { policy: { offerTimeoutMs: 'long' } } }],
  [
    'a level too high',
    { entryPoints, routing: { skills: ['a'], queues: { q: { skills: [{ skill: 'a', atLeast: 11 }] } } } },
  ],
  ['a term that is none', { entryPoints, routing: { queues: { default: { steps: [{ term: { every: [] } }] } } } }],
  ['a condition that is none', { entryPoints, rules: [{ ruleId: 'r', when: { all: [{ some: 1 }] } }] }],
  [
    'a day that is none',
    { entryPoints, calendars: { c: { zone: 'UTC', hours: [{ days: ['mon'], from: '08:00', to: '09:00' }] } } },
  ],
])('both refuse %s', (_, config) => {
  expect(validate(config)).toBe(false);
  expect(() => parseConfig(config)).toThrow(ConfigError);
});
