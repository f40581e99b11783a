import type { EntryPointId, Fact, InteractionId, ParticipantId, TaskId } from '@eyeline/protocol';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineTime } from '../../settings/pace/time.ts';
import type { WebhookConfig } from '../../settings/webhooks/webhook-config.ts';
import { LentStore } from '../../testing/lent-store.ts';
import { testSecret, WebhookReceiver } from '../../testing/webhook-receiver.ts';
import { Courier } from './courier.ts';
import { Subscription } from './subscription.ts';
import { WebhookBook } from './webhook-book.ts';

const env = 'EYELINE_TEST_COURIER_SECRET';
const zoe = 'courier-zoe' as InteractionId;
const max = 'courier-max' as InteractionId;
const minute = 60_000;

let lent: LentStore;
let receiver: WebhookReceiver;
let courier: Courier;
/** Ahead of the machine's clock by so much. */
let ahead: number;
let lines: string[];
let seqs: Map<string, number>;
const now = () => Date.now() + ahead;

beforeEach(async () => {
  process.env[env] = testSecret;
  ahead = 0;
  lines = [];
  seqs = new Map();
  lent = await LentStore.lend();
  receiver = new WebhookReceiver();
  await receiver.listen();
  start();
  await expect.poll(() => courier.state).not.toBeNull();
});
afterEach(async () => {
  await courier.stop();
  await receiver.close();
  lent.giveBack();
  delete process.env[env];
});

function start(more: Partial<WebhookConfig> = {}): void {
  const config = { url: receiver.url, secrets: [{ env }], events: ['*'], consults: false, ...more };
  courier = new Courier({
    subscription: new Subscription({ id: 'crm', allowPrivate: true, timeoutMs: 10_000, ...config }, 'webhooks.0'),
    store: lent.store.webhooks,
    log: pino({ level: 'info' }, { write: line => lines.push(JSON.parse(line).msg) }),
    now,
    time: { ...machineTime, chance: () => 0 },
  });
  courier.reset();
}

async function restart(more: Partial<WebhookConfig> = {}): Promise<void> {
  await courier.stop();
  start(more);
}

const book = () =>
  new WebhookBook({
    ...{ store: lent.store.webhooks, now, urlOf: () => null },
    whileHeld: async (_, change) => {
      await courier.hold();
      return change().finally(() => courier.reset());
    },
  });

/** So much time passes. */
function pass(ms: number): void {
  ahead += ms;
  receiver.ahead = ahead;
  courier.wake();
}

/** Something happens in an interaction, so many times. */
async function happen(interactionId: InteractionId, times = 1, more: Partial<Fact<'interaction.opened'>> = {}) {
  const facts = Array.from({ length: times }, (): Fact => {
    const seq = (seqs.get(interactionId) ?? 0) + 1;
    seqs.set(interactionId, seq);
    const place = { interactionId, seq, at: Math.round(now()) };
    if (seq === 1)
      return {
        ...{ type: 'interaction.opened', ...place, entryPointId: 'support' as EntryPointId, domain: 'chat', form: {} },
        ...{ taskId: `${interactionId}-task` as TaskId, ...more },
      };
    const participantId = 'p' as ParticipantId;
    return {
      type: 'message.sent',
      ...place,
      participantId,
      messageId: `message-of-${interactionId}-${seq}` as never,
      text: 'hi',
    };
  });
  await lent.store.append({
    ...{
      facts,
      inputs: [],
      commands: [],
      sessions: [],
      interactions: [],
      outside: [],
      invitations: [],
      snapshot: null,
    },
  });
  courier.wake();
}

const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);
/** What waits the longest has failed so often, and that is stored. */
const failed = (times: number) =>
  expect.poll(async () => (await lent.store.webhooks.due('crm', 1e15, 1))[0]?.attempts).toBe(times);
const counts = () => lent.store.webhooks.counts('crm');

describe('a receiver that is well', () => {
  test('gets all that happens from now on, each interaction in its order, signed', async () => {
    await happen(zoe, 100);
    await happen(max, 30);
    await expect.poll(() => receiver.taken.length).toBe(130);
    expect([receiver.seqsOf(zoe), receiver.seqsOf(max)]).toEqual([upTo(100), upTo(30)]);
    expect(new Set(receiver.taken.map(one => one.id)).size).toBe(130);
    expect(receiver.wrong).toEqual([]);
    await expect.poll(counts).toEqual({ lagging: 0, dead: 0, behind: 0 });
    // Nothing twice after a start.
    await restart();
    await happen(max);
    await expect.poll(() => receiver.taken.length).toBe(131);
    expect(receiver.received).toHaveLength(131);
  });

  test('gets only what it wants, and nothing of what agents ask their colleagues', async () => {
    await restart({ events: ['interaction.*'], entryPoints: ['support' as EntryPointId] });
    await happen(zoe, 3);
    await happen(max, 2, { entryPointId: 'sales' as EntryPointId });
    await happen('courier-consult' as InteractionId, 2, { consult: { about: zoe, to: 'Ben' } });
    await happen('courier-last' as InteractionId);
    await expect.poll(() => receiver.taken.map(one => one.id)).toEqual(['msg_courier-zoe_1', 'msg_courier-last_1']);
  });
});

describe('a receiver that does not take something', () => {
  test('gets nothing of that interaction before it has taken it, and everything of the others', async () => {
    let isBroken = true;
    receiver.answer = (one, response) =>
      response.writeHead(one.interactionId === zoe && one.seq === 3 && isBroken ? 500 : 204).end();
    await happen(zoe, 5);
    await happen(max, 5);
    await expect.poll(() => receiver.seqsOf(max)).toEqual(upTo(5));
    await happen(zoe, 40);
    await happen(max, 5);
    await expect.poll(() => receiver.seqsOf(max)).toEqual(upTo(10));
    expect(receiver.seqsOf(zoe)).toEqual([1, 2]);
    await expect.poll(async () => (await counts()).lagging).toBe(1);
    pass(6_000);
    await failed(2);
    isBroken = false;
    pass(5 * minute);
    await expect.poll(() => receiver.seqsOf(zoe)).toEqual(upTo(45));
    await expect.poll(counts).toEqual({ lagging: 0, dead: 0, behind: 0 });
    const log = await book().attempts('crm', 1_000);
    const tries = log.filter(one => one.eventId === 'msg_courier-zoe_3').toReversed();
    expect(tries.map(one => [one.attempt, one.status, one.reason])).toEqual([
      ...[1, 2].map(attempt => [attempt, 500, 'status']),
      [3, 204, null],
    ]);
  });

  test('gives it up in the end, goes on, and gets it again when somebody wants that', async () => {
    let isBroken = true;
    receiver.answer = (one, response) =>
      response.writeHead(one.interactionId === zoe && one.seq === 2 && isBroken ? 400 : 204).end();
    await happen(zoe, 4);
    for (let n = 2; n <= 10; n += 1) {
      await failed(n - 1);
      // It takes others meanwhile.
      await happen(max);
      await expect.poll(() => receiver.seqsOf(max).length).toBe(n - 1);
      await expect.poll(async () => (await counts()).behind).toBe(0);
      pass(25 * 60 * minute);
    }
    await expect.poll(() => receiver.seqsOf(zoe)).toEqual([1, 3, 4]);
    expect(await book().deadLetters('crm', 10)).toMatchObject([
      { eventId: 'msg_courier-zoe_2', attempts: 10, reason: 'status:400' },
    ]);
    expect(lines).toContainEqual(expect.stringContaining('msg_courier-zoe_2 (status:400)'));
    isBroken = false;
    await book().replay('crm', { deadLetters: true });
    await expect.poll(() => receiver.taken.map(one => one.seq).slice(-3)).toEqual([2, 3, 4]);
    await expect.poll(counts).toMatchObject({ lagging: 0, dead: 0 });
  });
});

describe('a receiver that is down', () => {
  test('is left alone with all but one, keeps the store small, and gets everything when it is back', async () => {
    await receiver.close();
    const many = Array.from({ length: 200 }, (_, n) => `courier-${n}` as InteractionId);
    for (const one of many) await happen(one, 3);
    await expect.poll(() => (courier.state?.failures ?? 0) >= 10).toBe(true);
    for (const one of many) await happen(one);
    const { lagging, behind } = await counts();
    expect(lagging).toBeLessThan(100);
    expect(behind).toBeGreaterThan(400);
    expect(lines.filter(line => line.includes('takes nothing'))).toHaveLength(1);
    await receiver.listen();
    pass(6_000);
    await expect.poll(() => receiver.taken.length, { timeout: 20_000 }).toBe(800);
    for (const one of many) expect(receiver.seqsOf(one)).toEqual(upTo(4));
    await expect.poll(counts).toEqual({ lagging: 0, dead: 0, behind: 0 });
    expect(lines).toContainEqual(expect.stringContaining('takes what it is given again'));
  }, 60_000);

  test('is tried with something new where nothing that waits is wanted any more', async () => {
    receiver.answer = (_, response) => response.writeHead(500).end();
    for (let n = 0; n < 12; n += 1) await happen(`courier-${n}` as InteractionId);
    await expect.poll(() => (courier.state?.failures ?? 0) >= 10).toBe(true);
    receiver.answer = (_, response) => response.writeHead(204).end();
    await restart({ events: ['message.sent'] });
    pass(6_000);
    await happen(zoe, 2);
    await expect.poll(() => receiver.seqsOf(zoe)).toEqual([2]);
  });

  test('for the whole schedule is paused, and goes on where it was when somebody says so', async () => {
    receiver.answer = (_, response) => response.writeHead(503).end();
    await happen(zoe, 3);
    for (let n = 1; n < 10; n += 1) {
      await expect.poll(() => receiver.received.length).toBe(n);
      await expect.poll(() => courier.state?.failures).toBe(n);
      pass(25 * 60 * minute);
    }
    await expect.poll(() => courier.state?.paused).toBe('failing');
    expect(lines).toContainEqual(expect.stringContaining('Webhook "crm" is paused'));
    await happen(zoe);
    pass(100 * 60 * minute);
    await restart();
    await expect.poll(() => courier.state?.paused).toBe('failing');
    expect(receiver.received).toHaveLength(10);
    receiver.answer = (_, response) => response.writeHead(204).end();
    await book().resume('crm');
    await expect.poll(() => receiver.seqsOf(zoe)).toEqual(upTo(4));
  });

  test('for good is sent nothing more, until somebody says so; it may have moved', async () => {
    receiver.answer = (_, response) => response.writeHead(410).end();
    await happen(zoe, 2);
    await expect.poll(() => courier.state?.paused).toBe('gone');
    await happen(max, 2);
    pass(60 * minute);
    const moved = new WebhookReceiver();
    await moved.listen();
    moved.ahead = ahead;
    await restart({ url: moved.url });
    await expect.poll(() => courier.state?.paused).toBe('gone');
    await book().resume('crm');
    await expect.poll(() => [moved.seqsOf(zoe), moved.seqsOf(max)]).toEqual([upTo(2), upTo(2)]);
    expect(receiver.received).toHaveLength(1);
    await moved.close();
  });

  test('that asks for time gets it', async () => {
    receiver.answer = (_, response) => response.writeHead(429, { 'retry-after': '600' }).end();
    await happen(zoe);
    await expect.poll(() => courier.state?.holdUntil).not.toBeNull();
    receiver.answer = (_, response) => response.writeHead(204).end();
    await happen(max);
    pass(9 * minute);
    await restart();
    await expect.poll(() => courier.state).not.toBeNull();
    expect(receiver.taken).toEqual([]);
    pass(2 * minute);
    await expect.poll(() => [receiver.seqsOf(zoe), receiver.seqsOf(max)]).toEqual([[1], [1]]);
  });
});

describe('somebody who looks after it', () => {
  test('begins again at an instant, and with one interaction: with the same ids and words', async () => {
    await happen(zoe, 2);
    await expect.poll(() => receiver.taken.length).toBe(2);
    pass(minute);
    const later = now();
    await happen(max, 2);
    await expect.poll(() => receiver.taken.length).toBe(4);
    await book().replay('crm', { at: Math.floor(later) });
    await expect.poll(() => receiver.taken.length).toBe(6);
    await book().replay('crm', { interactionId: zoe, seq: 2 });
    await expect.poll(() => receiver.taken.length).toBe(7);
    const bodies = new Map(receiver.taken.slice(0, 4).map(one => [one.id, one.body]));
    expect(receiver.taken.slice(4).map(one => one.id)).toEqual([
      ...[1, 2].map(seq => `msg_courier-max_${seq}`),
      'msg_courier-zoe_2',
    ]);
    for (const one of receiver.taken.slice(4)) expect(one.body).toBe(bodies.get(one.id));
  });

  test('pauses it, also in the middle of a delivery', async () => {
    let hung = 0;
    receiver.answer = () => {
      hung += 1;
    };
    await happen(zoe, 2);
    await expect.poll(() => hung).toBe(1);
    await book().pause('crm');
    await expect.poll(() => courier.state?.paused).toBe('by-hand');
    receiver.answer = (_, response) => response.writeHead(204).end();
    await happen(max);
    await book().resume('crm');
    await expect.poll(() => [receiver.seqsOf(zoe), receiver.seqsOf(max)]).toEqual([upTo(2), [1]]);
    await expect(book().resume('none')).rejects.toMatchObject({ failure: { code: 'target-gone' } });
  });
});
