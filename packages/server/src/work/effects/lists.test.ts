import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';
import { listedOf } from '../desk.ts';

vi.mock('../desk.ts', { spy: true });

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({
    routing: { queues: { default: { domains: ['chat'], mode: 'pull' } }, agentDefaults: { domains: { chat: 3 } } },
  });
});
afterAll(() => server.stop());

test('what may be picked is worked out for those who have a desk open, and a desk that was closed meanwhile is told again', async () => {
  const [anna, ben] = [await server.agent('anna'), await server.agent('ben')];
  await server.customer('Zoe');
  await anna.page.waitFor('list.changed', one => one.listed.length === 1);
  await ben.page.waitFor('list.changed', one => one.listed.length === 1);
  ben.page.close();
  const { callers } = server.running.centre.people;
  await expect.poll(() => callers.isPresent(ben.agentId as never)).toBe(false);
  vi.mocked(listedOf).mockClear();
  await server.customer('Yan');
  await anna.page.waitFor('list.changed', one => one.listed.length === 2);
  expect(new Set(vi.mocked(listedOf).mock.calls.map(([, agentId]) => agentId))).toEqual(new Set([anna.agentId]));
  const again = await server.page();
  const desk = await again.do('agent.resume', { token: ben.desk.token });
  expect(desk.listed).toHaveLength(2);
  // Back to what it was told last: it shows something else by now.
  const yan = desk.listed.find(({ customerName }) => customerName === 'Yan');
  if (!yan) throw new Error('Yan is not listed');
  await anna.page.do('task.pick', { taskId: yan.taskId });
  await again.waitFor('list.changed', one => one.listed.length === 1);
});
