import { randomUUID } from 'node:crypto';
import type { InteractionId, Reply, TaskId } from '@eyeline/protocol';
import { snapshot as snapshotOf } from '@eyeline/routing';
import { createSfu } from '@eyeline/sfu';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Gateway } from '../gateway/gateway.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Interactions } from '../interaction/interactions.ts';
import { Caller } from '../people/caller.ts';
import { PeopleLog } from '../people/people-log.ts';
import { Tokens } from '../people/tokens.ts';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';
import type { Batch, Store } from '../store/store.ts';
import { keptSince } from '../testing/kept-since.ts';
import { LentStore } from '../testing/lent-store.ts';
import { testConfig } from '../testing/test-server.ts';
import { RoutingLeader } from '../work/routing-leader.ts';
import type { ContactCentre } from './contact-centre.ts';
import { readinessOf } from './health.ts';
import { openContactCentre } from './open-contact-centre.ts';

/** A real store whose disk can be full, or slow. */
class TroubledStore {
  readonly store: Store;
  isFailing = false;
  readonly batches: Batch[] = [];
  #gate: Promise<void> | null = null;

  constructor(store: Store) {
    const append = async (batch: Batch) => {
      await this.#gate;
      if (this.isFailing) throw new Error('No space left on device');
      this.batches.push(batch);
      await store.append(batch);
    };
    this.store = new Proxy(store, {
      get: (target, key) =>
        key === 'append' ? append : (Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key)),
    });
  }

  /** Nothing is stored until the returned function is called. */
  hold(): () => void {
    let open = () => {};
    this.#gate = new Promise(resolve => {
      open = resolve;
    });
    return open;
  }
}

let lent: LentStore;
let embedded: Store;
let troubled: TroubledStore;
let centre: ContactCentre;
let close: () => Promise<void>;
let gateway: Gateway;
let events: string[];
let caller: Caller;

async function open(config: Partial<ConfigInput> = {}) {
  const parsed = parseConfig({ ...testConfig, ...config });
  troubled = new TroubledStore(embedded);
  ({ centre, close } = await openContactCentre({
    peopleLog: new PeopleLog({ log: pino({ level: 'silent' }), secret: 'secret' }),
    config: parsed,
    store: troubled.store,
    sfu: await createSfu({ port: 0 }),
    tokens: new Tokens({ secret: 'a secret of this test alone, long enough', customerMs: 60_000, agentMs: 60_000 }),
    log: pino({ level: 'silent' }),
  }));
  gateway = new Gateway({ rooms: centre });
  events = [];
  caller = new Caller({ address: 'here', emit: name => events.push(name), burst: 10_000, perSecond: 10_000 });
  centre.people.callers.add(caller);
}

beforeEach(async () => {
  lent = await LentStore.lend();
  embedded = lent.store;
});
afterEach(async () => {
  troubled.isFailing = false;
  await close();
  lent.giveBack();
});

const ask = (name: string, input: object) =>
  new Promise<Reply<Record<string, unknown>>>(resolve => {
    const send = (reply: Reply<unknown>) => resolve(reply as Reply<Record<string, unknown>>);
    void gateway.answer(caller, name, { commandId: randomUUID(), ...input }, send);
  });

async function openInteraction() {
  const reply = await ask('interaction.open', { entryPointId: 'support', form: { name: 'Zoe' } });
  if (!reply.ok) throw new Error(reply.error.code);
  await ask('interaction.catch-up', { interactionId: reply.value['interactionId'], afterSeq: 0 });
  return { interactionId: reply.value['interactionId'] };
}

describe('while the store fails', () => {
  test('nothing is acknowledged or told; asked again when it is back, it is there once', async () => {
    await open({ limits: { timeoutMs: 1500 } });
    const within = await openInteraction();
    troubled.isFailing = true;
    const message = { ...within, text: 'hello', commandId: randomUUID() };
    const reply = await ask('message.send', message);
    expect(reply).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
    expect(events).not.toContain('message.sent');
    expect(await readinessOf(centre)).toMatchObject({ ready: false, store: { state: 'down' } });
    // What is stored can be read meanwhile, and nothing but that.
    const seen = await ask('interaction.catch-up', { ...within, afterSeq: 0 });
    expect(seen).toMatchObject({ ok: true, value: { facts: [{ seq: 1 }, { seq: 2 }] } });

    troubled.isFailing = false;
    const again = () => ask('message.send', message);
    await expect.poll(again, { timeout: 60_000 }).toMatchObject({ ok: true, value: { seq: 3 } });
    expect(events.filter(name => name === 'message.sent')).toEqual(['message.sent']);
    expect(await readinessOf(centre)).toMatchObject({ ready: true });
    const stored = await embedded.loadFacts(within.interactionId as never);
    expect(stored.map(fact => fact.type)).toEqual(['interaction.opened', 'participant.joined', 'message.sent']);
  });

  test('a slow store is told from a broken one', async () => {
    await open({ limits: { timeoutMs: 1500 } });
    const within = await openInteraction();
    const release = troubled.hold();
    expect(await ask('message.send', { ...within, text: 'hello' })).toMatchObject({ error: { code: 'server-busy' } });
    release();
  });
});

test('what comes in one turn of the event loop goes in one transaction', async () => {
  await open();
  const within = await openInteraction();
  const before = troubled.batches.length;
  const texts = Array.from({ length: 50 }, (_, index) => `${index}`);
  await Promise.all(texts.map(text => ask('message.send', { ...within, text })));
  const batches = troubled.batches.slice(before);
  expect(batches.length).toBeLessThanOrEqual(2);
  expect(batches.flatMap(batch => batch.facts)).toHaveLength(50);
});

test('routing’s state after a restart is the one before, also from a snapshot', async () => {
  await open();
  await openInteraction();
  for (let n = 0; n < 1100; n += 1) await centre.interaction.change(change => change.route({ type: 'clock.ticked' }));
  await openInteraction();
  const state = JSON.parse(JSON.stringify(snapshotOf(centre.work.state)));
  const { snapshot, inputs } = await embedded.load(keptSince(0));
  expect(snapshot?.number).toBeGreaterThan(900);
  expect(inputs.length).toBeLessThan(300);
  await close();
  const leader = new RoutingLeader({ onDeadline: async () => {}, onFault: () => {}, onWell: () => {} });
  expect(leader.restore(await embedded.load(keptSince(0)))).toBe(true);
  expect(JSON.parse(JSON.stringify(snapshotOf(leader.state)))).toEqual(state);
  await open();
  expect(centre.interaction.logs.openCount).toBe(2);
});

test('closed interactions that nobody uses leave memory, and are found again', async () => {
  await open();
  const within = await openInteraction();
  await ask('interaction.end', within);
  const needed = () => false;
  centre.interaction.logs.forgetUnused(centre.interaction.now() + 60_000, needed);
  expect([...centre.interaction.logs.all()]).toHaveLength(1);
  centre.interaction.logs.forgetUnused(centre.interaction.now() + 3_600_000, () => true);
  expect([...centre.interaction.logs.all()]).toHaveLength(1);
  centre.interaction.logs.forgetUnused(centre.interaction.now() + 3_600_000, needed);
  expect([...centre.interaction.logs.all()]).toHaveLength(0);
  expect(await ask('interaction.catch-up', { ...within, afterSeq: 2 })).toMatchObject({
    value: { facts: [{ type: 'interaction.closed' }] },
  });
});

test('only so many closed interactions stay in memory; those that somebody looks at stay longest', () => {
  const interactions = new Interactions(embedded, () => {});
  const now = 1;
  const close = (n: number, isNeeded: (log: InteractionLog) => boolean) => {
    const log = interactions.create(`i-${n}` as InteractionId, `t-${n}` as TaskId, now);
    interactions.close(log, isNeeded);
  };
  for (let n = 0; n < 12_000; n += 1) close(n, log => log.interactionId === 'i-7');
  const kept = [...interactions.all()].map(log => log.interactionId);
  expect(kept.length).toBeLessThanOrEqual(10_250);
  expect(kept).toContain('i-7');
  expect(kept).not.toContain('i-8');
  expect(kept.slice(-9_000)).toEqual(Array.from({ length: 9_000 }, (_, n) => `i-${n + 3_000}`));
  expect(interactions.ofTask('t-8' as TaskId)).toBeUndefined();
  // All of them needed: none goes, and it ends.
  for (let n = 12_000; n < 13_000; n += 1) close(n, () => true);
  expect([...interactions.all()].length).toBe(kept.length + 1_000);
});

test('what happens while an answer is on its way comes after it', async () => {
  await open();
  const { interactionId } = await openInteraction();
  const [, joined] = await embedded.loadFacts(interactionId as never);
  if (!joined) throw new Error('nobody joined');
  const orders = new Set<string>();
  for (let turns = 0; turns < 20; turns += 1) {
    const received: string[] = [];
    const page = new Caller({ address: 'here', emit: name => received.push(name), burst: 9, perSecond: 9 });
    centre.people.callers.add(page);
    centre.people.callers.identify(page, caller.identity);
    const send = () => received.push('answer');
    const answered = gateway.answer(page, 'interaction.catch-up', { interactionId, afterSeq: 2 }, send);
    for (let turn = 0; turn < turns; turn += 1) await null;
    centre.interaction.subscriptions.publish({ ...joined, seq: 3 }, 9);
    await answered;
    orders.add(received.join(', '));
  }
  expect([...orders]).toEqual(['answer', 'answer, participant.joined']);
});

test('a store of an earlier version of routing: who was waiting or being served waits again', async () => {
  await open();
  const { interactionId } = await openInteraction();
  const closed = await openInteraction();
  await ask('interaction.end', closed);
  await close();
  const nothing = { facts: [], inputs: [], commands: [], sessions: [], interactions: [], outside: [], invitations: [] };
  const old = { now: 1, queue: [], tasks: {}, agents: {} };
  await embedded.append({
    ...nothing,
    snapshot: { number: 1_000_000, at: 1, part: 0, text: JSON.stringify(old), isLast: true },
  });
  await open();
  const { tasks } = centre.work.state;
  expect([...tasks.values()].map(({ state }) => state)).toEqual(['queued']);
  expect(centre.interaction.logs.ofTask([...tasks.keys()][0] as never)?.interactionId).toBe(interactionId);
  // From here on it is a store of this version.
  await close();
  await open();
  expect(centre.work.state.tasks.size).toBe(1);
});
