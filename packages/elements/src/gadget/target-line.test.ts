import type { AgentId, Target } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { targetsNamed } from './target-line.ts';

const named = (name: string): Target => ({ kind: 'agent', agentId: name as AgentId, name, state: 'ready' });
const targets = ['İrem Işık', 'Łukasz Żak', 'Igor', 'Renée'].map(named);

test.each([
  ['irem', ['İrem Işık']],
  ['IŞIK', ['İrem Işık']],
  ['isik', ['İrem Işık']],
  ['lukasz ż', ['Łukasz Żak']],
  ['ıg', ['Igor']],
  [' RENEE ', ['Renée']],
  ['', ['İrem Işık', 'Łukasz Żak', 'Igor', 'Renée']],
  ['x', []],
])('%j finds %j', (wanted, expected) => {
  expect(targetsNamed(targets, wanted).map(({ name }) => name)).toEqual(expected);
});
