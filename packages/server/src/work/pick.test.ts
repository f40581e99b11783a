import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../process/demo.ts';
import type { Config } from '../settings/config.ts';
import type { Batch } from '../store/store.ts';
import { OpenCentre } from '../testing/open-centre.ts';

let open: OpenCentre;
beforeAll(async () => {
  open = await OpenCentre.make({ timeoutMs: 600_000 });
  await start();
});
afterAll(() => open.stop());

/** A server whose customers wait on a list. */
async function start() {
  await open.start();
  const { config } = open.centre.settings;
  const { queues } = config.routing;
  const listed = Object.fromEntries(Object.entries(queues).map(([id, queue]) => [id, { ...queue, mode: 'pull' }]));
  await open.centre.reconfigure({ ...config, routing: { ...config.routing, queues: listed } } as Config);
}

async function anna() {
  const page = open.page();
  await page.ask('agent.sign-in', { username: 'anna', password: demoPassword });
  await page.ask('agent.set-state', { state: 'ready', domains: ['chat'] });
  return page;
}

test('a pick is remembered in the change in which it is decided: after a crash its repetition is answered as it was', async () => {
  const desk = await anna();
  await open.customer();
  const [task] = open.centre.work.state.tasks.values();
  if (!task) throw new Error('nobody waits');
  const { taskId } = task;
  const commandId = randomUUID();
  const batches: Batch[] = [];
  // The server dies as soon as the decision is stored.
  let died: Promise<void> | undefined;
  open.refuses = batch => {
    if (died) return false;
    batches.push(batch);
    if (batch.inputs.some(({ input }) => input.type === 'task.picked')) died = open.die();
    return false;
  };
  void desk.ask('task.pick', { taskId, commandId });
  await expect.poll(() => died !== undefined, { timeout: 60_000 }).toBe(true);
  await died;
  expect(batches.at(-1)?.commands.map(({ name }) => name)).toEqual(['task.pick']);
  await start();
  expect(open.centre.work.state.tasks.get(taskId)?.state).toBe('active');
  const again = await anna();
  expect(await again.ask('task.pick', { taskId, commandId })).toEqual({ ok: true, value: {} });
  // Another id, or one that nobody remembers: it is in this agent's hands already.
  expect(await again.ask('task.pick', { taskId })).toMatchObject({ ok: false, error: { code: 'already-done' } });
});
