import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { agentMachine } from './agent-machine.ts';
import { callMachine } from './call-machine.ts';
import { conversationMachine } from './conversation-machine.ts';
import { customerMachine } from './customer-machine.ts';
import { devicesMachine } from './devices-machine.ts';
import { chartOf } from './testing/chart-of.ts';

const machines: readonly AnyStateMachine[] = [
  customerMachine,
  agentMachine,
  conversationMachine,
  callMachine,
  devicesMachine,
];
const readme = new URL('../README.md', import.meta.url);
const [begin, end] = ['<!-- charts: UPDATE_CHARTS=1 npm run unit -- packages/machines -->', '<!-- /charts -->'];

const charts = machines.map(machine => `### ${machine.id}\n\n\`\`\`mermaid\n${chartOf(machine)}\n\`\`\`\n`);

test('the charts in the README are those of the machines', () => {
  const text = readFileSync(readme, 'utf8');
  const [before = '', rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '\n';
  const fresh = `${before}${begin}\n\n${charts.join('\n')}\n${end}${after}`;
  if (process.env['UPDATE_CHARTS']) writeFileSync(readme, fresh);
  else expect(text).toBe(fresh);
});

test('a chart shows every state and every way between two', () => {
  const chart = chartOf(callMachine);
  for (const state of [
    'idle',
    'preparing',
    'proposing',
    'ringing',
    'invited',
    'returning',
    'elsewhere',
    'live',
    'lost',
  ])
    expect(chart).toContain(`"${state}"`);
  expect(chart).toMatch(/^ +idle --> preparing: start, \[canBeginAwaited\]$/m);
  expect(chart).toMatch(/^ +active_connecting --> idle: after connectTimeout$/m);
});
