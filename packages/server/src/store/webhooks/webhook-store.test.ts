import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntryPointId, Fact, InteractionId, ParticipantId, TaskId } from '@eyeline/protocol';
import { type Postgres, startPostgres } from '@eyeline/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import type { WebhookState, WebhookTurn } from './webhook-store.ts';

const first = 1_800_000_000_000;
const zoe = 'webhooks-zoe' as InteractionId;
const max = 'webhooks-max' as InteractionId;
const names = ['interaction.opened', 'message.sent'];

const opened = (interactionId: InteractionId, at: number, consult = false): Fact => ({
  type: 'interaction.opened',
  ...{ interactionId, seq: 1, at },
  entryPointId: 'support' as EntryPointId,
  taskId: `${interactionId}-task` as TaskId,
  form: {},
  domain: 'chat',
  ...(consult ? { consult: { about: zoe, to: 'Ben' } } : {}),
});
const message = (interactionId: InteractionId, seq: number, at: number): Fact => ({
  type: 'message.sent',
  ...{ interactionId, seq, at },
  participantId: 'p' as ParticipantId,
  messageId: `${interactionId}-${seq}-0123456789` as never,
  text: `text ${seq}`,
});

/** The same for the embedded store and for a PostgreSQL server. */
describe.each(['PGlite', 'PostgreSQL'])('webhooks on %s', engine => {
  let directory: string;
  let postgres: Postgres | undefined;
  let store: Store;
  const append = (...facts: readonly Fact[]) =>
    store.append({
      ...{ facts, inputs: [], commands: [], sessions: [], interactions: [], outside: [], invitations: [] },
      snapshot: null,
    });
  const turn = (state: WebhookState, more: Partial<WebhookTurn> = {}): WebhookTurn => ({
    ...{ state, attempts: [], lagging: [], caughtUp: [], dead: [] },
    ...more,
  });
  const after = async (position: number, limit = 100) =>
    (await store.webhooks.factsAfter(position, await store.webhooks.end(), names, limit)).map(
      one => `${one.interactionId} ${one.seq}`,
    );

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'eyeline-webhook-store-'));
    if (engine === 'PostgreSQL') postgres = await startPostgres();
    store = await openStore(directory, postgres?.url);
    await append(opened(zoe, first), message(zoe, 2, first + 1_000), opened(max, first + 2_000, true));
  });
  afterAll(async () => {
    await store.close();
    await postgres?.stop();
    await rm(directory, { recursive: true });
  });

  test('a subscription begins at the end, and stays where it is', async () => {
    const { webhooks } = store;
    const state = await webhooks.open('crm', first);
    expect(state).toMatchObject({ paused: null, failures: 0, deliveredAt: null, version: 0 });
    expect(await after(state.position)).toEqual([]);
    // A batch that comes twice is there once.
    for (let n = 0; n < 2; n += 1) await append(message(max, 2, first + 3_000), message(zoe, 3, first + 4_000));
    expect(await webhooks.open('crm', first)).toEqual(state);
    expect(await after(state.position)).toEqual([`${max} 2`, `${zoe} 3`]);
    expect(await after(state.position, 1)).toEqual([`${max} 2`]);
    expect((await webhooks.counts('crm')).behind).toBeGreaterThanOrEqual(2);
  });

  test('facts come with what the first of their log says, of one interaction too', async () => {
    const { webhooks } = store;
    const end = await webhooks.end();
    expect(
      (await webhooks.factsOf(max, 1, end, names, 10)).map(one => [one.seq, one.entryPointId, one.isConsult]),
    ).toEqual([
      [1, 'support', true],
      [2, 'support', true],
    ]);
    const [fact] = await webhooks.factsOf(zoe, 3, end, names, 10);
    expect(fact).toMatchObject({ isConsult: false, name: 'message.sent', fact: { text: 'text 3', at: first + 4_000 } });
    expect(await webhooks.factsOf(zoe, 1, end, ['interaction.closed'], 10)).toEqual([]);
    expect(await webhooks.factsOf(zoe, 1, 0, names, 10)).toEqual([]);
  });

  test('what comes of a turn is stored as a whole, and only on what it was decided on', async () => {
    const { webhooks } = store;
    const state = await webhooks.open('crm', first);
    const position = await webhooks.end();
    const lag = { interactionId: zoe, seq: 3, attempts: 1, dueAt: first + 5_000, since: first };
    const attempt = {
      at: first,
      eventId: 'msg_a',
      name: 'message.sent',
      attempt: 1,
      status: 500,
      reason: 'status',
      ms: 3,
    };
    const dead = { interactionId: max, seq: 2, at: first, attempts: 10, reason: 'status:500' };
    const first1 = turn({ ...state, position, failures: 1 }, { lagging: [lag], attempts: [attempt], dead: [dead] });
    expect(await webhooks.settle(first1)).toBe(true);
    expect(await webhooks.settle({ ...first1, state: { ...state, failures: 7 } })).toBe(false);
    expect(await webhooks.open('crm', first)).toMatchObject({ position, failures: 1, version: 1 });
    expect(await webhooks.counts('crm')).toEqual({ lagging: 1, dead: 1, behind: 0 });
    expect(await webhooks.due('crm', first, 10)).toEqual([]);
    expect(await webhooks.due('crm', first + 5_000, 10)).toEqual([lag]);
    expect(await webhooks.nextDue('crm')).toBe(first + 5_000);
    expect(await webhooks.laggingAmong('crm', [zoe, max])).toEqual(new Set([zoe]));
    expect(await webhooks.attempts('crm', 10)).toEqual([{ id: expect.any(Number), ...attempt }]);
    expect(await webhooks.deadLetters('crm', 10)).toEqual([dead]);
    await webhooks.hurry('crm', first + 1);
    expect(await webhooks.nextDue('crm')).toBe(first + 1);
    const now = await webhooks.open('crm', first);
    expect(await webhooks.settle(turn(now, { caughtUp: [zoe] }))).toBe(true);
    expect(await webhooks.nextDue('crm')).toBeNull();
  });

  test('is paused and goes on', async () => {
    const { webhooks } = store;
    expect(await webhooks.pause('crm', first + 9)).toBe(true);
    expect(await webhooks.open('crm', first)).toMatchObject({ paused: 'by-hand', pausedAt: first + 9 });
    expect(await webhooks.resume('crm', first + 10)).toBe(true);
    expect(await webhooks.open('crm', first)).toMatchObject({ paused: null, pausedAt: null, failures: 0 });
    for (const change of [webhooks.pause('none', 1), webhooks.resume('none', 1), webhooks.replay('none', { at: 1 }, 1)])
      expect(await change).toBe(false);
  });

  test.each([0, 1_000, 1_001, 3_500, 4_001])('begins again at an instant, %i ms after the first', async ms => {
    const { webhooks } = store;
    expect(await webhooks.replay('crm', { at: first + ms }, first)).toBe(true);
    const { position } = await webhooks.open('crm', first);
    const all = [
      [`${zoe} 1`, 0],
      [`${zoe} 2`, 1_000],
      [`${max} 1`, 2_000],
      [`${max} 2`, 3_000],
      [`${zoe} 3`, 4_000],
    ] as const;
    expect(await after(position)).toEqual(all.filter(([, at]) => at >= ms).map(([name]) => name));
    // Further on for the next.
    const state = await webhooks.open('crm', first);
    await webhooks.settle(turn({ ...state, position: await webhooks.end() }));
  });

  test('begins again with one interaction, with what was given up, and with what lags from the earlier of both', async () => {
    const { webhooks } = store;
    await webhooks.replay('crm', { interactionId: zoe, seq: 2 }, first);
    expect(await webhooks.due('crm', first, 10)).toMatchObject([{ interactionId: zoe, seq: 2, attempts: 0 }]);
    await webhooks.replay('crm', { at: first }, first);
    expect(await webhooks.due('crm', first, 10)).toMatchObject([{ interactionId: zoe, seq: 1 }]);
    const state = await webhooks.open('crm', first);
    const dead = [4, 2].map(seq => ({ interactionId: max, seq, at: first, attempts: 10, reason: 'timed-out' }));
    await webhooks.settle(turn({ ...state, position: await webhooks.end() }, { dead, caughtUp: [zoe] }));
    await webhooks.replay('crm', { deadLetters: true }, first);
    expect(await webhooks.due('crm', first, 10)).toMatchObject([{ interactionId: max, seq: 2, attempts: 0 }]);
    expect((await webhooks.counts('crm')).dead).toBe(0);
  });

  test('what the configuration has no longer is forgotten after a while, and attempts are cut', async () => {
    const { webhooks } = store;
    const state = await webhooks.open('crm', first);
    const attempts = Array.from({ length: 1_100 }, (_, n) => ({
      ...{ at: first + n, eventId: `msg_${n}`, name: 'message.sent', attempt: 1, status: 200, reason: null, ms: 1 },
    }));
    await webhooks.settle(turn(state, { attempts }));
    await webhooks.open('old', first);
    await webhooks.tidy(['crm'], first + 100, first + 50);
    expect((await webhooks.states()).map(one => one.subscriptionId)).toEqual(['crm']);
    const kept = await webhooks.attempts('crm', 2_000);
    expect([kept.length, kept[0]?.eventId, kept.at(-1)?.eventId]).toEqual([1_000, 'msg_1099', 'msg_100']);
    expect((await webhooks.attempts('crm', 1, kept[0]?.id)).map(one => one.eventId)).toEqual(['msg_1098']);
  });
});
