import { afterEach, expect, test } from 'vitest';
import { demoPassword } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { TestServer } from '../../testing/test-server.ts';
import { UcceAgent, until } from '../../testing/ucce-agent.ts';

let finesse: FinesseBox;
let server: TestServer;
let ada: UcceAgent;
afterEach(async () => {
  ada?.stop();
  await server?.stop();
  await finesse?.stop();
});

type Media = NonNullable<ConfigInput['finesse']>['media'];
const configOf = (media: Media): Partial<ConfigInput> => ({
  entryPoints: [{ entryPointId: 'support', title: 'Support', video: true }],
  routing: { agentDefaults: { domains: { chat: 1, video: 1 } } },
  finesse: finesse.config({ media }),
});

async function start(media: Media = { pollMs: 100 }): Promise<void> {
  finesse = await FinesseBox.start({
    deployment: 'UCCE',
    domains: [
      { id: '5001', name: 'Video_MRD', interruptible: false, maxDialogLimit: 1 },
      { id: '5002', name: 'Mail_MRD' },
    ],
  });
  ada = new UcceAgent(finesse.box, '1001');
  await ada.ready();
  server = await TestServer.start(configOf(media), { lookup: finesse.box.lookup });
}

/** A video that our own engine gives to Anna, who is Finesse's Ada. */
async function video() {
  const anna = await server.agent('anna');
  const page = await server.page();
  const { interactionId } = await page.do('interaction.open', {
    entryPointId: 'support' as never,
    form: {},
    domain: 'video',
  });
  const { offerId } = await anna.page.waitFor('offer.made');
  const { taskId } = await anna.page.do('offer.accept', { offerId });
  await anna.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const end = async () => {
    await anna.page.do('interaction.end', { interactionId });
    await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  };
  return { anna, end };
}

const untilRoutable = (isRoutable: boolean) =>
  until(`routable is ${isRoutable}`, async () => (await ada.isRoutable()) === isRoutable);

async function shown(): Promise<unknown> {
  const ask = async (path: string, init?: RequestInit) => (await fetch(`${server.url}api/v1/${path}`, init)).json();
  const { token } = await ask('sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'sue', password: demoPassword }),
  });
  const { agents } = await ask('agents', { headers: { authorization: `Bearer ${token}` } });
  return agents.find((agent: { username: string }) => agent.username === 'anna')?.media;
}

test('while a video of ours is in hand CCE gives the agent nothing, and after the wrap-up it does again', async () => {
  await start();
  const { end } = await video();
  await untilRoutable(false);
  expect(ada.media).toBe('READY');
  await end();
  await untilRoutable(true);
});

test('a chat leaves room: the agent stays routable', async () => {
  await start();
  await server.conversation();
  await expect.poll(shown).toMatchObject([{ name: 'Video_MRD', state: 'ready', routable: true }, {}]);
});

test('what the agent does by hand prevails', async () => {
  await start();
  const { end } = await video();
  await expect.poll(shown).toMatchObject([{ routable: false }, {}]);
  await ada.setRoutable('5001', true);
  await expect.poll(shown).toMatchObject([{ routable: true }, {}]);
  await end();
  await ada.setRoutable('5001', false);
  await untilRoutable(false);
  await video();
  await expect.poll(shown).toMatchObject([{ routable: false, state: 'not-ready' }, {}]);
  expect(await ada.isRoutable()).toBe(false);
});

test('our server dies in between: the agent is routable again after it', async () => {
  await start();
  const { anna } = await video();
  await untilRoutable(false);
  const { dataDirectory } = server;
  await server.pause();
  expect(await ada.isRoutable()).toBe(false);
  server = await TestServer.start(configOf({ pollMs: 100 }), { lookup: finesse.box.lookup, dataDirectory });
  const page = await server.page();
  const { tasks } = await page.do('agent.resume', { token: anna.desk.token });
  const [task] = tasks;
  if (!task) throw new Error('The conversation is gone.');
  await page.do('interaction.catch-up', { interactionId: task.interactionId, afterSeq: 0 });
  expect(await ada.isRoutable()).toBe(false);
  await page.do('interaction.end', { interactionId: task.interactionId });
  await page.do('task.wrap-up', { taskId: task.taskId, code: 'solved' });
  await untilRoutable(true);
});

test('supervisors see how agents stand in CCE’s domains, those that are configured', async () => {
  await start({ pollMs: 100, domains: ['Mail_MRD'], notRoutable: false });
  await server.agent('anna');
  await expect.poll(shown).toEqual([{ id: '5002', name: 'Mail_MRD', state: 'not-ready', routable: true }]);
  await ada.ready('5002');
  await expect.poll(shown).toEqual([{ id: '5002', name: 'Mail_MRD', state: 'ready', routable: true }]);
  await video();
  expect(await ada.isRoutable('5002')).toBe(true);
});
