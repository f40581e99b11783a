import { expect, test } from 'vitest';
import { isSatisfied } from './dependencies.js';

const wanted = {
  '': {},
  'packages/server': { version: '0.1.0' },
  'node_modules/fastify': { version: '5.12.8' },
  'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  'node_modules/@eyeline/server': { resolved: 'packages/server', link: true },
};

test('what the lockfile names is installed', () => {
  const installed = { 'node_modules/fastify': { version: '5.12.8' }, 'node_modules/@eyeline/server': { link: true } };
  expect(isSatisfied(wanted, installed)).toBe(true);
});

test('a missing, an older and a half installed dependency are noticed', () => {
  const link = { 'node_modules/@eyeline/server': { link: true } };
  const fastify = { 'node_modules/fastify': { version: '5.12.8' } };
  expect(isSatisfied(wanted, link)).toBe(false);
  expect(isSatisfied(wanted, fastify)).toBe(false);
  expect(isSatisfied(wanted, { ...link, 'node_modules/fastify': { version: '5.12.7' } })).toBe(false);
  const other = { 'node_modules/for-another-platform': { version: '0.9.0' } };
  expect(isSatisfied(wanted, { ...link, ...fastify, ...other })).toBe(false);
});
