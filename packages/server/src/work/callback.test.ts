import { afterEach, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { TestServer } from '../testing/test-server.ts';

const form = [
  { name: 'name', label: 'Your name', type: 'text' as const, required: true },
  { name: 'phone', label: 'Phone', type: 'tel' as const },
];
const config = (queue: object) =>
  ({
    entryPoints: [{ entryPointId: 'support', title: 'Support', form, fallback: ['callback'] }],
    routing: {
      queues: {
        default: { domains: ['chat', 'callback'], callback: { attempts: 2, retryMs: 3_600_000 }, ...queue },
      },
      agentDefaults: { domains: { chat: 1, callback: 1 } },
    },
  }) satisfies Partial<ConfigInput>;
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

let server: TestServer;
afterEach(() => server.stop());

/** Anna is calling Zoe back. */
async function calling(queue: object) {
  server = await TestServer.start(config(queue));
  const anna = await server.agent('anna', false);
  await anna.page.do('agent.set-state', { state: 'ready', domains: ['callback'] });
  const zoe = await server.page();
  const { interactionId } = await zoe.do('interaction.open', {
    entryPointId: 'support' as never,
    form: { name: 'Zoe', phone: '030 123' },
    domain: 'callback',
    callback: { date: dateOf(Date.now() + 86_400_000), from: '10:00', to: '14:00', zone: 'UTC' },
  });
  const { centre } = server.running;
  const [task] = [...centre.work.state.tasks.values()];
  if (!task) throw new Error('There is no task.');
  return { anna, interactionId, taskId: task.taskId, centre };
}

test('the desk hears that a callback left its hands when the wrap-up ends by itself', async () => {
  const { anna, taskId, centre } = await calling({ wrapUpMs: 200 });
  // The window is tomorrow; it opens for this test now.
  await centre.interaction.change(change => {
    change.route({ type: 'task.withdrawn', taskId });
    change.route({
      type: 'task.requested',
      taskId,
      domain: 'callback',
      callback: { from: 0, until: Date.now() + 86_400_000, timeZone: 'UTC' },
    });
  });
  const { offerId } = await anna.page.waitFor('offer.made');
  await anna.page.do('offer.accept', { offerId });
  await anna.page.do('callback.record', { taskId, outcome: 'no-answer' });
  await anna.page.waitFor('task.state-changed', one => one.state === 'wrapping-up');
  await anna.page.waitFor('task.state-changed', one => one.taskId === taskId && one.state === 'closed');
  const { domains } = anna.page.payloads('agent.state-changed').at(-1) ?? { domains: {} };
  expect(domains).toMatchObject({ callback: 'ready' });
  expect(centre.work.state.tasks.get(taskId)).toMatchObject({ state: 'scheduled', agentId: null });
});
