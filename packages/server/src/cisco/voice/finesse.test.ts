import { afterEach, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { TestServer, testConfig } from '../../testing/test-server.ts';

const routing = {
  agentDefaults: { domains: { chat: 1, video: 1 }, voiceChannel: true },
  policy: { voiceRetryMs: 200 },
} satisfies ConfigInput['routing'];
const entryPoints = [{ entryPointId: 'support', title: 'Support' }];

let finesse: FinesseBox;
let server: TestServer;
afterEach(async () => {
  await server?.stop();
  await finesse?.stop();
});

async function start() {
  finesse = await FinesseBox.start();
  await finesse.ready('1001');
  server = await TestServer.start({ routing, entryPoints, finesse: finesse.config() }, { lookup: finesse.box.lookup });
  const anna = await server.agent('anna');
  const zoe = await server.customer();
  return { anna, zoe };
}

const configWith = (changes: Parameters<FinesseBox['config']>[0]) =>
  parseConfig({ ...testConfig, rules: [], routing, entryPoints, finesse: finesse.config(changes) });

test('a conversation with an agent of Finesse: NOT_READY before the offer, READY after the wrap-up', async () => {
  const { anna, zoe } = await start();
  const { offerId } = await anna.page.waitFor('offer.made');
  expect(finesse.state('1001')).toBe('NOT_READY Supervisor Initiated (33)');
  const { taskId } = await anna.page.do('offer.accept', { offerId });
  await zoe.page.do('message.send', { interactionId: zoe.interactionId, text: 'hello' });
  await anna.page.do('interaction.end', { interactionId: zoe.interactionId });
  expect(finesse.state('1001')).toMatch(/^NOT_READY/);
  await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  await finesse.until('1001', 'READY');
});

test('a node that goes down in mid-conversation: the conversation goes on, and the agent is READY at its end', async () => {
  const { anna, zoe } = await start();
  const { offerId } = await anna.page.waitFor('offer.made');
  const { taskId } = await anna.page.do('offer.accept', { offerId });
  finesse.box.order({ type: 'node-down', node: 'A' });
  await anna.page.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  await zoe.page.do('message.send', { interactionId: zoe.interactionId, text: 'still there?' });
  await anna.page.waitFor('message.sent', one => one.text === 'still there?');
  await anna.page.do('interaction.end', { interactionId: zoe.interactionId });
  await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  await finesse.until('1001', 'READY');
});

test('a call that comes in between wins, and the next agent is offered the conversation', async () => {
  finesse = await FinesseBox.start();
  await finesse.ready('1001', '1002');
  server = await TestServer.start({ routing, entryPoints, finesse: finesse.config() }, { lookup: finesse.box.lookup });
  const desks = { '1001': await server.agent('anna'), '1002': await server.agent('ben') };
  finesse.box.order({ type: 'conflicting-call', times: 1 });
  await server.customer();
  const offeredTo = (id: '1001' | '1002') => desks[id].page.payloads('offer.made').length;
  await expect.poll(() => offeredTo('1001') + offeredTo('1002'), { timeout: 60_000 }).toBe(1);
  const [taken, called] = offeredTo('1001') === 1 ? (['1001', '1002'] as const) : (['1002', '1001'] as const);
  expect(finesse.state(taken)).toMatch(/^NOT_READY/);
  expect(finesse.state(called)).toBe('RESERVED');
});

test('another section in mid-conversation: the agent is READY at its end; one that cannot be is refused whole', async () => {
  const { anna, zoe } = await start();
  const { centre } = server.running;
  const { offerId } = await anna.page.waitFor('offer.made');
  const { taskId } = await anna.page.do('offer.accept', { offerId });
  const before = centre.settings.config;
  await expect(centre.reconfigure(configWith({ authorities: ['/no/such.pem'] }))).rejects.toThrow(
    'finesse.authorities.0',
  );
  expect(centre.settings.config).toBe(before);
  const changed = configWith({ ways: ['own-credential', 'supervisor'], reason: { label: 'Video call' } });
  expect(await centre.reconfigure(changed)).toEqual([]);
  expect(finesse.state('1001')).toMatch(/^NOT_READY/);
  await anna.page.do('interaction.end', { interactionId: zoe.interactionId });
  await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  await finesse.until('1001', 'READY');
  await server.customer();
  await finesse.until('1001', 'NOT_READY Video call (800)');
  const taskRouting = { origin: 'https://ccp.localhost', feed: { id: '1' } };
  expect(await centre.reconfigure(configWith({ taskRouting }))).toEqual([
    'The new "finesse.taskRouting" counts from the next start.',
  ]);
  expect(await centre.reconfigure({ ...changed, finesse: undefined })).toEqual([
    'The new "finesse" counts from the next start.',
  ]);
});
