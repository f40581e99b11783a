import type { Socket } from 'socket.io';
import { afterEach, expect, test } from 'vitest';
import { createAgentSession } from '../agent-session.ts';
import { createFinesseDesktop } from '../finesse/finesse-desktop.ts';
import { eventually } from '../testing/eventually.ts';
import { FakeFinesse } from '../testing/fake-finesse.ts';
import { TestServer } from '../testing/test-server.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const desk = {
  token: 'token-1',
  agent: { agentId: 'anna', name: 'Anna', state: 'ready', reason: null, domains: {}, capacity: {}, since: 1 },
  ...{ offers: [], tasks: [], listed: [], wrapUpCodes: [], notReadyReasons: [], now: 1 },
};
/** The server's clock is an hour ahead. */
const serverNow = () => Date.now() + 3_600_000;

/** An agent at the desk over a real socket, in Cisco's desktop. */
async function start() {
  const asked: { name: string; input: unknown }[] = [];
  const sockets: Socket[] = [];
  const server = await TestServer.start(socket => {
    sockets.push(socket);
    const answer = (name: string, value: () => object) =>
      socket.on(name, (input, reply) => {
        asked.push({ name, input });
        reply({ ok: true, value: value() });
      });
    answer('agent.resume', () => desk);
    answer('desktop.attach', () => ({ now: serverNow() }));
    answer('desktop.detach', () => ({}));
    answer('desktop.answer', () => ({}));
  });
  open.push({ close: () => server.stop() });
  const finesse = new FakeFinesse();
  const desktop = createFinesseDesktop({ finesse: finesse.js });
  const storage = { getItem: () => 'token-1', setItem: () => {}, removeItem: () => {} };
  const session = createAgentSession({ url: server.url, storage, desktop });
  open.unshift(session);
  await eventually(() => session.actor.getSnapshot().matches('at-desk'));
  const names = () => asked.map(({ name }) => name).filter(name => name.startsWith('desktop.'));
  const answers = () => asked.flatMap(({ name, input }) => (name === 'desktop.answer' ? [input] : []));
  const commanded = (more: object = {}) =>
    sockets.at(-1)?.emit('desktop.commanded', {
      ...{ of: 'voice', desktopCommandId: 'w-1', state: 'not-ready', reason: { label: 'Video call' }, onlyIf: 'free' },
      expiresAt: serverNow() + 1500,
      ...more,
    });
  return { finesse, sockets, names, answers, commanded, asked };
}

test('is attached while Finesse is reached, and does what is asked for', async () => {
  const { finesse, names, answers, commanded, asked } = await start();
  expect(names()).toEqual([]);
  finesse.connect();
  await eventually(() => names().length === 1);
  expect(asked.at(-1)).toEqual({ name: 'desktop.attach', input: { userId: '1001' } });
  commanded();
  await eventually(() => finesse.asked.length === 1);
  expect(answers()).toEqual([]);
  finesse.notify('NOT_READY', { id: '3', code: '800', label: 'Video call' });
  await eventually(() => answers().length === 1);
  expect(answers()).toEqual([{ desktopCommandId: 'w-1', refusal: null }]);
  finesse.disconnect();
  await eventually(() => names().at(-1) === 'desktop.detach');
  // The agent's password stays in the page.
  expect(JSON.stringify(asked)).not.toContain(btoa('1001:box'));
});

test('refuses what has expired by the server’s clock, and what is not as the command says', async () => {
  const { finesse, names, answers, commanded } = await start();
  finesse.connect();
  await eventually(() => names().length === 1);
  // By the page's own clock there would be an hour left.
  commanded({ desktopCommandId: 'late', expiresAt: serverNow() - 1 });
  await eventually(() => answers().length === 1);
  commanded({ desktopCommandId: 'not-held', state: 'ready', onlyIf: 'held' });
  await eventually(() => answers().length === 2);
  finesse.notify('TALKING');
  commanded({ desktopCommandId: 'talking' });
  await eventually(() => answers().length === 3);
  const late = { expiresAt: serverNow() - 1 };
  commanded({
    ...late,
    of: 'routable',
    desktopCommandId: 'late-routable',
    mediaId: '5001',
    isRoutable: false,
    onlyIf: { isRoutable: true },
  });
  commanded({ ...late, of: 'poll', desktopCommandId: 'late-poll', at: 'media' });
  await eventually(() => answers().length === 5);
  expect(answers()).toEqual([
    { desktopCommandId: 'late', refusal: 'too-late' },
    { desktopCommandId: 'not-held', refusal: 'not-as-expected' },
    { desktopCommandId: 'talking', refusal: 'not-as-expected' },
    { desktopCommandId: 'late-routable', refusal: 'too-late' },
    { desktopCommandId: 'late-poll', refusal: 'too-late' },
  ]);
  expect(finesse.asked).toEqual([]);
});

test('is attached anew after a break', async () => {
  const { finesse, names, sockets } = await start();
  finesse.connect();
  await eventually(() => names().length === 1);
  sockets[0]?.conn.close(true);
  await eventually(() => names().length === 2);
  expect(names()).toEqual(['desktop.attach', 'desktop.attach']);
});
