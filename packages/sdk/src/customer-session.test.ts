import type { Socket } from 'socket.io';
import { afterEach, expect, test, vi } from 'vitest';
import { type InspectionEvent, waitFor } from 'xstate';
import { createAgentSession } from './agent-session.ts';
import { createCustomerSession } from './customer-session.ts';
import type { SessionStorage } from './tab-store.ts';
import { TestServer } from './testing/test-server.ts';

const entryPoint = { entryPointId: 'support', title: 'Support' };
const opened = { interactionId: 'interaction-1', participantId: 'customer-1' };
const log = { interactionId: 'interaction-1', at: 1 };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const one of open.splice(0)) await one.close();
});

/** One interaction over a real socket: as much of a server as a session needs to be in a conversation. */
async function startServer({ acknowledges = (): boolean => true } = {}) {
  const facts: object[] = [
    { type: 'interaction.opened', ...log, seq: 1, entryPointId: 'support', taskId: 'task-1', form: { name: 'Ada' } },
    { type: 'participant.joined', ...log, seq: 2, participantId: 'customer-1', role: 'customer', name: 'Ada' },
  ];
  const asked: string[] = [];
  const server = await TestServer.start((socket: Socket) => {
    socket.onAny(name => asked.push(name));
    const answer = (name: string, reply: (input: Record<string, unknown>) => object) =>
      socket.on(name, (input, acknowledge) => acknowledge({ ok: true, value: reply(input) }));
    answer('entry-point.get', () => ({ entryPoint, availability: { fallback: null, wait: null } }));
    answer('interaction.open', () => ({ ...opened, token: 'token-1', entryPoint }));
    answer('customer.resume', () => ({ ...opened, entryPoint }));
    answer('interaction.catch-up', ({ afterSeq }) => ({
      facts: facts.slice(Number(afterSeq)),
      entryPoint,
      position: 1,
      wait: null,
      fallback: null,
    }));
    socket.on('message.send', ({ commandId: messageId, text }, acknowledge) => {
      const seq = facts.length + 1;
      const fact = { type: 'message.sent', ...log, seq, participantId: 'customer-1', messageId, text };
      const isCarriedOut = facts.some(one => 'messageId' in one && one.messageId === messageId);
      if (!isCarriedOut) facts.push(fact);
      // A server that is killed has stored what it never acknowledged.
      if (!acknowledges()) return socket.conn.close(true);
      socket.emit(fact.type, fact);
      acknowledge({ ok: true, value: { seq, at: 1 } });
    });
  });
  open.push({ close: () => server.stop() });
  return { url: server.url, asked, texts: () => facts.flatMap(fact => ('text' in fact ? [fact.text] : [])) };
}

class TabStorage implements SessionStorage {
  readonly entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
  removeItem = (key: string) => void this.entries.delete(key);
}

function startCustomer(url: string, storage: SessionStorage | null | undefined) {
  const session = createCustomerSession({ url, entryPointId: 'support', storage });
  open.unshift(session);
  return session.actor;
}

const conversationOf = async (actor: ReturnType<typeof startCustomer>) => {
  const { children } = await waitFor(actor, visit => visit.matches('serving'), { timeout: 60_000 });
  const { conversation } = children;
  if (!conversation) throw new Error('no conversation');
  return conversation;
};

test('a customer fills the form, writes, and after a reload everything is back; nothing is stored before', async () => {
  const { url, asked } = await startServer();
  const storage = new TabStorage();
  const first = startCustomer(url, storage);
  await waitFor(first, visit => visit.matches('filling-form'), { timeout: 60_000 });
  expect(storage.entries.size).toBe(0);
  first.send({ type: 'submit', form: { name: 'Ada' } });
  const conversation = await conversationOf(first);
  expect([...storage.entries]).toEqual([['eyeline.customer.support', 'token-1']]);
  conversation.send({ type: 'send', text: 'Hello' });
  const isWritten = ({ context }: ReturnType<typeof conversation.getSnapshot>) =>
    context.interaction.messages.length === 1 && context.outbox.length === 0;
  await waitFor(conversation, isWritten, { timeout: 60_000 });

  const again = await conversationOf(startCustomer(url, storage));
  const { context } = await waitFor(again, isWritten, { timeout: 60_000 });
  expect(context.interaction.messages.map(({ text }) => text)).toEqual(['Hello']);
  expect(asked.filter(name => name === 'interaction.open')).toHaveLength(1);
  expect(asked).toContain('customer.resume');
});

test('tabs of a site have one conversation; it is left by all when one of them leaves it', async () => {
  const { url, asked } = await startServer();
  const site = new TabStorage();
  const tabs = [new TabStorage(), new TabStorage(), new TabStorage()];
  vi.stubGlobal('localStorage', site);
  const openTab = (tab: TabStorage | undefined) => {
    vi.stubGlobal('sessionStorage', tab);
    return startCustomer(url, undefined);
  };
  const first = openTab(tabs[0]);
  await waitFor(first, visit => visit.matches('filling-form'), { timeout: 60_000 });
  expect([site.entries.size, tabs[0]?.entries.size]).toEqual([0, 0]);
  first.send({ type: 'submit', form: { name: 'Ada' } });
  await conversationOf(first);
  expect([...site.entries]).toEqual([['eyeline.customer.support', 'token-1']]);
  expect(tabs[0]?.getItem('eyeline.customer.support')).toBe('+');
  await conversationOf(openTab(tabs[1]));
  expect(asked.filter(name => name === 'interaction.open')).toHaveLength(1);
  await vi.waitFor(() => expect(tabs[1]?.getItem('eyeline.customer.support')).toBe('+'));
  first.send({ type: 'start-over' });
  expect([site.entries.size, tabs[0]?.entries.size]).toEqual([0, 0]);
  // A tab that did not hear of it has nothing of it after a reload.
  await waitFor(openTab(tabs[1]), visit => visit.matches('filling-form'), { timeout: 60_000 });
  // What is not this tab's stays when it goes.
  site.setItem('eyeline.customer.support', 'token-2');
  first.send({ type: 'start-over' });
  expect(site.getItem('eyeline.customer.support')).toBe('token-2');
});

test('where the site may keep nothing each tab keeps its own', async () => {
  const { url } = await startServer();
  const tab = new TabStorage();
  const full = new TabStorage();
  full.setItem = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', full);
  vi.stubGlobal('sessionStorage', tab);
  const first = startCustomer(url, undefined);
  await waitFor(first, visit => visit.matches('filling-form'), { timeout: 60_000 });
  first.send({ type: 'submit', form: {} });
  await conversationOf(first);
  expect(tab.getItem('eyeline.customer.support')).toBe('token-1');
  await conversationOf(startCustomer(url, undefined));
});

test('what was written and never acknowledged is there once after a reload, whether the server had it or not', async () => {
  let isKilled = false;
  const { url, texts } = await startServer({ acknowledges: () => !isKilled });
  const storage = new TabStorage();
  const session = createCustomerSession({ url, entryPointId: 'support', storage });
  open.unshift(session);
  await waitFor(session.actor, visit => visit.matches('filling-form'), { timeout: 60_000 });
  session.actor.send({ type: 'submit', form: {} });
  const conversation = await conversationOf(session.actor);
  await waitFor(conversation, ({ context }) => context.interaction.lastSeq > 0, { timeout: 60_000 });
  isKilled = true;
  conversation.send({ type: 'send', text: 'had' });
  await waitFor(conversation, ({ context }) => !context.online, { timeout: 60_000 });
  conversation.send({ type: 'send', text: 'had not' });
  session.close();
  expect(texts()).toEqual(['had']);

  isKilled = false;
  const again = await conversationOf(startCustomer(url, storage));
  const { context } = await waitFor(
    again,
    one => one.context.interaction.messages.length === 2 && one.context.outbox.length === 0,
    { timeout: 60_000 },
  );
  expect(context.interaction.messages.map(({ text }) => text)).toEqual(['had', 'had not']);
  expect(texts()).toEqual(['had', 'had not']);
  expect([...storage.entries.keys()]).toEqual(['eyeline.customer.support']);
});

test('without a storage a reload starts afresh', async () => {
  const { url } = await startServer();
  const first = startCustomer(url, null);
  await waitFor(first, visit => visit.matches('filling-form'), { timeout: 60_000 });
  first.send({ type: 'submit', form: {} });
  await conversationOf(first);
  await waitFor(startCustomer(url, null), visit => visit.matches('filling-form'), { timeout: 60_000 });
});

test('a session that was closed is the same visit once more', async () => {
  const { url, asked } = await startServer();
  const session = createCustomerSession({ url, entryPointId: 'support', storage: new TabStorage() });
  await waitFor(session.actor, visit => visit.matches('filling-form'), { timeout: 60_000 });
  session.actor.send({ type: 'submit', form: {} });
  await conversationOf(session.actor);
  session.close();
  session.close();
  expect(session.actor.getSnapshot().status).toBe('stopped');
  const again = session.again();
  open.unshift(again);
  await conversationOf(again.actor);
  expect(asked.filter(name => name === 'interaction.open')).toHaveLength(1);
  expect(asked).toContain('customer.resume');
});

/** The ids of the actors that `inspect` has seen. */
const actorsOf = (seen: readonly InspectionEvent[]) =>
  new Set(seen.flatMap(one => (one.type === '@xstate.actor' && 'id' in one.actorRef ? [one.actorRef.id] : [])));

test('whoever inspects a session sees all its actors', async () => {
  const { url } = await startServer();
  const seen: InspectionEvent[] = [];
  const session = createCustomerSession({
    url,
    entryPointId: 'support',
    storage: null,
    inspect: one => seen.push(one),
  });
  open.unshift(session);
  await waitFor(session.actor, visit => visit.matches('filling-form'), { timeout: 60_000 });
  session.actor.send({ type: 'submit', form: {} });
  const conversation = await conversationOf(session.actor);
  await waitFor(conversation, ({ context }) => context.interaction.lastSeq > 0, { timeout: 60_000 });
  const ids = ['signaling', 'conversation'];
  expect([...actorsOf(seen)]).toEqual(expect.arrayContaining([session.actor.id, ...ids]));
  expect(seen.some(one => one.type === '@xstate.event' && one.event.type === 'interaction.catch-up')).toBe(true);

  const atDesk: InspectionEvent[] = [];
  const desk = createAgentSession({ url, storage: null, inspect: one => atDesk.push(one) });
  open.unshift(desk);
  await waitFor(desk.actor, ({ context }) => context.online, { timeout: 60_000 });
  expect([...actorsOf(atDesk)]).toEqual(expect.arrayContaining([desk.actor.id, 'signaling']));
});

test('an entry point that cannot be one is refused to the programmer', () => {
  expect(() => createCustomerSession({ entryPointId: 'no such id', storage: null })).toThrow();
});

test('an agent arrives at the sign-in', async () => {
  const { url } = await startServer();
  const session = createAgentSession({ url, storage: null });
  open.unshift(session);
  const isThere = (desk: ReturnType<typeof session.actor.getSnapshot>) =>
    desk.matches('signed-out') && desk.context.online;
  await waitFor(session.actor, isThere, { timeout: 60_000 });
});
