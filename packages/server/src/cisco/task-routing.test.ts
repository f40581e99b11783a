import { decide, emptyRouting, snapshot } from '@eyeline/routing';
import { afterEach, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { FinesseBox } from '../testing/finesse-box.ts';
import { TestServer } from '../testing/test-server.ts';
import { UcceAgent, until } from '../testing/ucce-agent.ts';

type Platform = NonNullable<NonNullable<ConfigInput['finesse']>['taskRouting']>;
type BoxChanges = NonNullable<Parameters<typeof FinesseBox.start>[0]>;

const form = [
  { name: 'name', label: 'Name', type: 'text' as const },
  // Whoever is not served may leave a message.
  { name: 'question', label: 'Question', type: 'textarea' as const },
];

let finesse: FinesseBox;
let server: TestServer;
let ada: UcceAgent;
afterEach(async () => {
  ada?.stop();
  await server?.stop();
  await finesse?.stop();
});

interface Setting {
  readonly platform?: Partial<Platform>;
  readonly box?: BoxChanges;
  readonly queues?: NonNullable<ConfigInput['routing']>['queues'];
  /** Whether the agents' own passwords are configured. */
  readonly hasPasswords?: boolean;
}

function configOf({ platform = {}, queues = {}, hasPasswords = true }: Setting): Partial<ConfigInput> {
  const base = finesse.config();
  const agents = hasPasswords ? base.agents : { anna: { finesseUserId: '1001' }, ben: { finesseUserId: '1002' } };
  return {
    entryPoints: [{ entryPointId: 'support', title: 'Support', form }],
    routing: {
      defaultQueue: 'video',
      queues: { video: { taskRouting: { scriptSelector: 'VideoRouting' } }, general: {}, ...queues },
      agentDefaults: { domains: { chat: 1, video: 1 } },
    },
    finesse: {
      ...base,
      ...(agents ? { agents } : {}),
      taskRouting: {
        origin: finesse.box.addresses.ccp ?? '',
        feed: { name: 'Video feed' },
        account: base.account,
        pollMs: 50,
        ...platform,
      },
    },
  };
}

async function start(setting: Setting = {}) {
  finesse = await FinesseBox.start({ deployment: 'UCCE', ...setting.box });
  server = await TestServer.start(configOf(setting), { lookup: finesse.box.lookup });
  ada = new UcceAgent(finesse.box, '1001');
}

const [task, tasks] = [() => finesse.box.state().tasks.at(-1), () => finesse.box.state().tasks];
const untilStatus = (status: string) => until(`the task is ${status}`, () => task()?.status === status);

test('from the customer over CCE to the agent, who accepts at Finesse, and closed after the wrap-up', async () => {
  await start();
  const anna = await server.agent('anna');
  const zoe = await server.customer();
  await untilStatus('QUEUED');
  expect(task()).toMatchObject({ name: 'Zoe', scriptSelector: 'VideoRouting' });
  expect(anna.page.payloads('offer.made')).toEqual([]);
  await ada.ready();
  const offer = await anna.page.waitFor('offer.made');
  expect(offer).toMatchObject({ interactionId: zoe.interactionId, queue: 'video' });
  const { variables } = await ada.task('offered');
  expect(variables.get('callVariable1')).toBe(zoe.interactionId);
  await ada.accept();
  expect(await anna.page.waitFor('offer.closed')).toEqual({ offerId: offer.offerId, outcome: 'accepted' });
  const { taskId } = await anna.page.waitFor('task.state-changed', one => one.state === 'active');
  await anna.page.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  await zoe.page.do('message.send', { interactionId: zoe.interactionId, text: 'hello' });
  await anna.page.waitFor('message.sent', one => one.text === 'hello');
  await anna.page.do('interaction.end', { interactionId: zoe.interactionId });
  await ada.task('wrapping-up');
  await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  await untilStatus('HANDLED');
  await ada.untilMedia('READY');
  const { work, store } = server.running.centre;
  await until('nothing is left of it', () => work.state.externalTasks.size === 0);
  const { inputs } = await store.loadDecisions(0);
  const again = emptyRouting();
  for (const { input, at } of inputs) decide(again, input, at);
  expect(inputs.filter(({ input }) => input.type.startsWith('external-task.')).map(({ input }) => input.type)).toEqual([
    ...['external-task.placed', 'external-task.chosen', 'external-task.taken', 'external-task.let-go'],
  ]);
  expect(snapshot(again).agents).toEqual(snapshot(work.state).agents);
});

test('who accepts in Eyeline has accepted at Finesse', async () => {
  await start();
  const anna = await server.agent('anna');
  await ada.ready();
  await server.customer();
  const { offerId } = await anna.page.waitFor('offer.made');
  await anna.page.do('offer.accept', { offerId });
  await ada.task('active');
});

test('without anybody’s password: by the word of the platform that the task is handled', async () => {
  const uncertain = { handledWhen: 'accepted', taskPath: '/ccp/rest/task/contact/' } as const;
  await start({ hasPasswords: false, box: { uncertain }, platform: { feed: { id: '101212' } } });
  const anna = await server.agent('anna');
  const zoe = await server.customer();
  await ada.ready();
  await anna.page.waitFor('offer.made');
  await ada.accept();
  const { taskId } = await anna.page.waitFor('task.state-changed', one => one.state === 'active');
  await anna.page.do('interaction.end', { interactionId: zoe.interactionId });
  await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  await until('nothing is left of it', () => server.running.centre.work.state.externalTasks.size === 0);
});

test('connected already when CCE has chosen, where that is configured', async () => {
  await start({ hasPasswords: false, platform: { connect: 'reserved' } });
  const anna = await server.agent('anna', false);
  await ada.ready();
  const zoe = await server.customer();
  await anna.page.waitFor('task.state-changed', one => one.state === 'active');
  expect(await zoe.page.waitFor('participant.joined', one => one.role === 'agent')).toMatchObject({
    name: 'Anna Berg',
  });
  expect(task()?.status).toBe('RESERVED');
});

test('a customer who leaves is taken out of CCE’s queue', async () => {
  await start();
  await server.agent('anna');
  const zoe = await server.customer();
  await untilStatus('QUEUED');
  await zoe.page.do('interaction.end', { interactionId: zoe.interactionId });
  await untilStatus('DISCARDED');
  await until('nothing is left of it', () => server.running.centre.work.state.externalTasks.size === 0);
});

test('a customer who has waited for too long goes to our own queue, and leaves CCE’s', async () => {
  const taskRouting = { scriptSelector: 'VideoRouting' };
  await start({ queues: { video: { taskRouting, maxWaitMs: 400, overflow: 'general' } } });
  const anna = await server.agent('anna');
  await server.customer();
  expect(await anna.page.waitFor('offer.made')).toMatchObject({ queue: 'general' });
  await untilStatus('DISCARDED');
});

test('the wait is the one that CCE reckons', async () => {
  await start({ box: { uncertain: { estimatedWaitSeconds: 120 } } });
  await server.agent('anna');
  const zoe = await server.customer();
  expect(await zoe.page.waitFor('queue.moved', one => one.wait !== null)).toMatchObject({
    position: 1,
    wait: { expectedMs: 120_000 },
  });
  const { position, wait } = await zoe.page.do('interaction.catch-up', {
    interactionId: zoe.interactionId,
    afterSeq: 0,
  });
  expect(position).toBe(1);
  expect(wait?.expectedMs).toBeLessThanOrEqual(120_000);
  expect(wait?.expectedMs).toBeGreaterThan(100_000);
});

test('the platform is down when the customer comes: told so, and served when it is back', async () => {
  await start();
  const anna = await server.agent('anna');
  const fault = finesse.box.order({ type: 'http-error', status: 503, path: '/ccp' });
  const zoe = await server.customer();
  const { interactionId } = zoe;
  const fallback = async () => (await zoe.page.do('interaction.catch-up', { interactionId, afterSeq: 0 })).fallback;
  await expect.poll(fallback, { timeout: 60_000 }).toMatchObject({ because: 'no-media' });
  finesse.box.endFault(fault);
  expect(await zoe.page.waitFor('fallback.changed', one => one.fallback === null)).toBeDefined();
  await ada.ready();
  await anna.page.waitFor('offer.made', one => one.interactionId === interactionId);
  expect(tasks()).toHaveLength(1);
});

test('the platform stays down: our own queue takes over, where that is configured', async () => {
  const fallback = { queue: 'general', afterMs: 300 };
  await start({ queues: { video: { taskRouting: { scriptSelector: 'VideoRouting', fallback } } } });
  const anna = await server.agent('anna');
  finesse.box.order({ type: 'http-error', status: 503, path: '/ccp' });
  await server.customer();
  expect(await anna.page.waitFor('offer.made')).toMatchObject({ queue: 'general' });
  expect(tasks()).toEqual([]);
});

test('our server stops in the middle, and goes on with the same task', async () => {
  await start();
  await server.agent('anna');
  const zoe = await server.customer();
  await untilStatus('QUEUED');
  await until('its address is known', () => [...externalTasks()].every(({ address }) => address !== null));
  await restart();
  const anna = await server.agent('anna');
  await ada.ready();
  const { offerId } = await anna.page.waitFor('offer.made', one => one.interactionId === zoe.interactionId);
  await anna.page.do('offer.accept', { offerId });
  await ada.task('active');
  await restart();
  await server.running.centre.interaction.change(() => {});
  const again = await server.agent('anna');
  expect(again.desk.tasks).toMatchObject([{ interactionId: zoe.interactionId, state: 'active' }]);
  await again.page.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  await again.page.do('interaction.end', { interactionId: zoe.interactionId });
  await restart();
  const last = await server.agent('anna');
  await last.page.do('task.wrap-up', { taskId: last.desk.tasks[0]?.taskId as never, code: 'solved' });
  await untilStatus('HANDLED');
  expect(tasks()).toHaveLength(1);
});

test('what the platform forgot while we were away is asked for anew', async () => {
  await start({ box: { timings: { changeMs: 5, ringMs: 20_000, wrapUpMs: 60, taskMs: 300 } } });
  await server.agent('anna');
  const zoe = await server.customer();
  await untilStatus('QUEUED');
  await until('its address is known', () => [...externalTasks()].every(({ address }) => address !== null));
  await server.pause();
  await until('it is forgotten', () => tasks().length === 0);
  await restart();
  const anna = await server.agent('anna');
  await ada.ready();
  await anna.page.waitFor('offer.made', one => one.interactionId === zoe.interactionId);
});

test('the agent whom CCE has chosen is not here: the customer hears it, and the task is ended', async () => {
  await start({ platform: { absentMs: 200 } });
  await server.agent('ben');
  await ada.ready();
  const zoe = await server.customer();
  await untilStatus('RESERVED');
  expect(await zoe.page.waitFor('fallback.changed')).toMatchObject({ fallback: { because: 'agent-absent' } });
  await untilStatus('HANDLED');
  expect(await ada.tasks()).toEqual([]);
});

test('an agent who does not answer at Finesse: CCE takes it back, and nobody is blamed here', async () => {
  await start({ box: { timings: { changeMs: 5, ringMs: 20_000, wrapUpMs: 60, offerMs: 300 } } });
  const anna = await server.agent('anna');
  await ada.ready();
  const zoe = await server.customer();
  const { offerId } = await anna.page.waitFor('offer.made');
  expect(await anna.page.waitFor('offer.closed')).toEqual({ offerId, outcome: 'withdrawn' });
  expect(anna.page.payloads('agent.state-changed').at(-1)).toMatchObject({ state: 'ready' });
  await until('CCE gives Ada nothing', async () => (await ada.isRoutable()) === false);
  await ada.set('5001', 'READY');
  await anna.page.waitFor('offer.made', one => one.offerId !== offerId && one.interactionId === zoe.interactionId);
});

const externalTasks = () => server.running.centre.work.state.externalTasks.values();

/** The same store, another process's worth of memory. */
async function restart(): Promise<void> {
  const { dataDirectory, running } = server;
  const { config } = running.centre.settings;
  await server.pause().catch(() => {});
  const { routing } = configOf({});
  server = await TestServer.start(
    { ...configOf({}), ...(routing ? { routing } : {}), presence: config.presence },
    { lookup: finesse.box.lookup, dataDirectory },
  );
}
