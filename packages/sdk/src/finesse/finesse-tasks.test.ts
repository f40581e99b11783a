import { DesktopError } from '@eyeline/machines';
import { expect, test } from 'vitest';
import { createFinesseTasks } from './finesse-tasks.ts';

/** A Finesse that takes everything with a 202 and does it when the test says so. The browser alone reads XML: JSON here. */
function start() {
  const asked: string[] = [];
  const finesse = { routable: 'true', states: { '1_1': 'OFFERED' } as Record<string, string>, isDown: false };
  const tasks = createFinesseTasks({
    userId: '10/01',
    ask: async (method, path, body = '') => {
      asked.push(`${method} ${path} ${body}`.trim());
      if (finesse.isDown) throw new DesktopError('failed', 'It is down.');
      return JSON.stringify(finesse);
    },
    shown: {
      routable: text => JSON.parse(text).routable,
      state: (text, dialogId) => JSON.parse(text).states[dialogId],
    },
    ...{ timeoutMs: 200, pollMs: 5 },
  });
  const puts = () => asked.filter(one => one.startsWith('PUT'));
  return { finesse, tasks, asked, puts };
}

const isSettled = (outcome: Promise<unknown>) => Promise.race([outcome.then(() => true), Promise.resolve(false)]);
const refusal = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'done',
    (error: unknown) => (error instanceof DesktopError ? error.refusal : error),
  );

test('routable is done when Finesse shows it, not when it says 202', async () => {
  const { finesse, tasks, asked, puts } = start();
  const outcome = tasks.setRoutable('5001', false);
  const polls = () => asked.filter(one => one.startsWith('GET')).length;
  await expect.poll(polls, { interval: 5 }).toBeGreaterThan(1);
  expect(await isSettled(outcome)).toBe(false);
  finesse.routable = 'false';
  await outcome;
  expect(puts()).toEqual(['PUT /User/10%2F01/Media/5001 <Media><routable>false</routable></Media>']);
  expect(await tasks.isRoutable('5001')).toBe(false);
});

test('what Finesse never shows is not confirmed', async () => {
  const { tasks } = start();
  expect(await refusal(tasks.setRoutable('5001', false))).toBe('not-confirmed');
  const command = { dialogId: '1_1', action: 'accept', onlyIf: { state: 'offered' } } as const;
  expect(await refusal(tasks.act(command))).toBe('not-confirmed');
});

test('what Finesse does not take, or does not say, has failed', async () => {
  const { finesse, tasks } = start();
  finesse.routable = '';
  expect(await refusal(tasks.isRoutable('5001'))).toBe('failed');
  finesse.isDown = true;
  expect(await refusal(tasks.setRoutable('5001', false))).toBe('failed');
});

test.each([
  ['accept', 'offered', 'ACCEPT', 'ACCEPTED'],
  ['start', 'accepted', 'START', 'ACTIVE'],
  ['wrap-up', 'active', 'WRAP_UP', 'WRAPPING_UP'],
  ['close', 'wrapping-up', 'CLOSE', undefined],
] as const)('%s is done when the task is not %s any more', async (action, state, requested, next) => {
  const { finesse, tasks, puts } = start();
  finesse.states['1_1'] = { offered: 'OFFERED', accepted: 'ACCEPTED', active: 'ACTIVE', 'wrapping-up': 'WRAPPING_UP' }[
    state
  ];
  expect(await tasks.stateOf('1_1')).toBe(state);
  const outcome = tasks.act({ dialogId: '1_1', action, onlyIf: { state } });
  await expect.poll(puts).toHaveLength(1);
  expect(await isSettled(outcome)).toBe(false);
  if (next) finesse.states['1_1'] = next;
  else delete finesse.states['1_1'];
  await outcome;
  expect(puts()).toEqual([`PUT /Dialog/1_1 <Dialog><requestedAction>${requested}</requestedAction></Dialog>`]);
});

test('a task that is not there is closed; a state that nobody knows is unknown', async () => {
  const { finesse, tasks } = start();
  expect(await tasks.stateOf('2_1')).toBe('closed');
  finesse.states['2_1'] = 'CONSULTING';
  expect(await tasks.stateOf('2_1')).toBe('unknown');
});
