import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RouteOutcome, RouterRequest } from '@eyeline/routing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { SkippedTime } from '../../testing/skipped-time.ts';
import { TestServer } from '../../testing/test-server.ts';

const dayMs = 86_400_000;
const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const today = dateOf(Date.now());
const tomorrow = dateOf(Date.now() + dayMs);

/** Closed today and tomorrow until noon, whatever the time is now. */
const calendars = {
  shut: {
    zone: 'UTC',
    hours: [{ days: week, from: '12:00', to: '18:00' }] as never,
    holidays: [{ name: 'today', on: { type: 'date', date: today } }] as never,
  },
};
const form = [
  { name: 'name', label: 'Your name', type: 'text', required: true },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'question', label: 'Question', type: 'textarea' },
] as const;
const entryPoint = { entryPointId: 'support', title: 'Support', form: form.map(field => ({ ...field })) };
const routing = {
  queues: {
    default: { name: 'Support', domains: ['chat', 'video', 'callback'], callback: { attempts: 2, retryMs: 60_000 } },
    letters: { domains: ['email'], mode: 'pull' },
    vip: {},
  },
  skills: ['german'],
  agentDefaults: { domains: { chat: 1, video: 1, callback: 1, email: 2 } },
} satisfies ConfigInput['routing'];
const rules = [{ ruleId: 'letters', when: { attribute: 'domain', eq: 'email' }, outcome: { queueId: 'letters' } }];
const support = 'support';

let server: TestServer;
let router: Server | undefined;
afterEach(async () => {
  await server.stop();
  router?.close();
});

const taskOf = (interactionId: string) => {
  const { centre } = server.running;
  return [...centre.work.state.tasks.values()].find(
    ({ taskId }) => centre.interaction.logs.ofTask(taskId)?.interactionId === interactionId,
  );
};

describe('while it is closed', () => {
  const closed = { entryPoints: [{ ...entryPoint, calendar: 'shut' }], calendars, routing, rules };

  test('the page is told, with what is there instead and the next opening; a chat is refused', async () => {
    server = await TestServer.start(closed);
    const page = await server.page();
    const { availability } = await page.do('entry-point.get', { entryPointId: support });
    expect(availability).toEqual({
      fallback: { because: 'closed', steps: ['callback', 'message'], opensAt: Date.parse(`${tomorrow}T12:00:00Z`) },
      modes: [{ mode: 'chat', because: 'closed', instead: [], wait: null }],
      wait: null,
      now: expect.any(Number),
      standing: expect.objectContaining({ isOpen: false, holiday: 'today', modes: [] }),
    });
    const open = (domain: 'chat' | 'video') =>
      page.refusal('interaction.open', { entryPointId: support, form: { name: 'Zoe' }, domain });
    expect(await open('chat')).toBe('closed');
    expect(await open('video')).toBe('closed');
    expect(server.running.centre.work.state.tasks.size).toBe(0);
    expect(server.running.centre.interaction.logs.openCount).toBe(0);
  });

  test('the calendar of the queue counts too', async () => {
    const queues = { ...routing.queues, default: { ...routing.queues.default, calendar: 'shut' } };
    server = await TestServer.start({ ...closed, entryPoints: [entryPoint], routing: { ...routing, queues } });
    const page = await server.page();
    expect((await page.do('entry-point.get', { entryPointId: support })).availability.fallback?.because).toBe('closed');
  });

  test('a callback is agreed within opening hours, needs a number, and is said with its window', async () => {
    server = await TestServer.start(closed);
    const page = await server.page();
    const zone = 'UTC';
    const ask = (asked: object, phone = '030 123') =>
      page.ask('interaction.open', {
        entryPointId: support,
        form: { name: 'Zoe', phone },
        domain: 'callback',
        callback: { date: tomorrow, zone, from: '10:00', to: '14:00', ...asked },
      });
    expect(await ask({}, '')).toMatchObject({ error: { code: 'invalid-form', message: 'Please fill in “Phone”.' } });
    expect(await ask({ from: '08:00', to: '09:00' })).toMatchObject({
      error: { code: 'callback-not-possible', message: expect.stringMatching(/closed at that time.*at 12:00 on\.$/) },
    });
    expect(await ask({ date: '2020-01-01' })).toMatchObject({
      error: { code: 'callback-not-possible', message: expect.stringMatching(/^That time has passed\./) },
    });
    expect(await ask({ zone: 'Mars/Olympus' })).toMatchObject({ error: { code: 'callback-not-possible' } });
    expect(await ask({ from: '14:00', to: '13:00' })).toMatchObject({ error: { code: 'callback-not-possible' } });
    const opened = await ask({});
    if (!opened.ok) throw new Error(opened.error.message);
    const { interactionId } = opened.value;
    const from = Date.parse(`${tomorrow}T12:00:00Z`);
    const { facts, position, fallback } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts).toMatchObject([
      { type: 'interaction.opened', domain: 'callback' },
      { type: 'participant.joined' },
      { type: 'callback.scheduled', from, until: from + 2 * 3_600_000, zone },
    ]);
    expect([position, fallback]).toEqual([null, null]);
    expect(taskOf(interactionId)).toMatchObject({ state: 'scheduled', domain: 'callback', callback: { dueAt: from } });
  });

  test('a message that is left waits in the list of those who read messages', async () => {
    server = await TestServer.start(closed);
    const ben = await server.page();
    await ben.do('agent.sign-in', { username: 'ben', password: 'eyeline-demo' });
    await ben.do('agent.set-state', { state: 'ready', domains: ['email'] });
    const page = await server.page();
    const { interactionId } = await page.do('interaction.open', {
      entryPointId: support,
      form: { name: 'Zoe', question: 'When do you open?' },
      domain: 'email',
    });
    const { listed } = await ben.waitFor('list.changed', one => one.listed.length > 0);
    expect(listed).toMatchObject([{ queueId: 'letters', queue: 'letters', domain: 'email', customerName: 'Zoe' }]);
    expect(ben.payloads('offer.made')).toEqual([]);
    const { taskId } = listed[0] ?? { taskId: '' };
    await ben.do('task.pick', { taskId });
    expect(await ben.waitFor('task.state-changed')).toMatchObject({ interactionId, domain: 'email', state: 'active' });
    await ben.waitFor('list.changed', one => one.listed.length === 0);
  });
});

describe('while nobody is there', () => {
  test('the customer hears so at once, and that somebody came', async () => {
    server = await TestServer.start({ entryPoints: [entryPoint], routing, rules });
    const page = await server.page();
    const { availability } = await page.do('entry-point.get', { entryPointId: support });
    expect(availability).toEqual({
      fallback: { because: 'nobody-signed-in', steps: ['callback', 'message'], opensAt: null },
      modes: [{ mode: 'chat', because: 'nobody-signed-in', instead: [], wait: null }],
      wait: null,
      now: expect.any(Number),
      standing: expect.objectContaining({ isOpen: true, modes: [], steps: ['callback', 'message'] }),
    });
    const zoe = await server.customer();
    const { interactionId } = zoe;
    const seen = await zoe.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(seen).toMatchObject({ position: 1, wait: null, fallback: availability.fallback });
    const anna = await server.agent('anna', false);
    expect(await zoe.page.waitFor('fallback.changed')).toEqual({ interactionId, fallback: null });
    await anna.page.do('agent.sign-out', {});
    expect(
      await zoe.page
        .waitFor('fallback.changed', one => one.fallback !== null)
        .then(({ fallback }) => fallback?.because),
    ).toBe('nobody-signed-in');
  });

  test('who waits takes a callback, or leaves a message; what is not there is refused', async () => {
    server = await TestServer.start({ entryPoints: [entryPoint], routing, rules });
    const zoe = await server.customer('Zoe');
    const { interactionId } = zoe;
    const callback = { date: tomorrow, from: '09:00', to: '10:00', zone: 'Europe/Berlin' };
    expect(await zoe.page.refusal('fallback.take', { interactionId, step: 'video' })).toBe('not-allowed');
    expect(await zoe.page.refusal('fallback.take', { interactionId, step: 'callback' })).toBe('callback-not-possible');
    const ask = { interactionId, step: 'callback', callback } as const;
    expect(await zoe.page.ask('fallback.take', ask)).toMatchObject({
      error: { code: 'invalid-form', message: 'Please fill in “Phone”.' },
    });
    await zoe.page.do('fallback.take', { ...ask, callback: { ...callback, phone: ' 030 123 ' } });
    expect(await zoe.page.waitFor('callback.scheduled')).toMatchObject({
      zone: 'Europe/Berlin',
      form: { phone: '030 123' },
    });
    const { centre } = server.running;
    expect(centre.interaction.logs.get(interactionId)?.interaction.form).toEqual({ name: 'Zoe', phone: '030 123' });
    expect(taskOf(interactionId)).toMatchObject({ state: 'scheduled', domain: 'callback' });

    const max = await server.customer('Max');
    const mallory = await server.customer('Mallory');
    const message = { interactionId: max.interactionId, step: 'message' } as const;
    expect(await mallory.page.refusal('fallback.take', message)).toBe('not-allowed');
    await max.page.do('fallback.take', message);
    expect(taskOf(max.interactionId)).toMatchObject({ queueId: 'letters', domain: 'email', state: 'queued' });
  });
});

describe('a customer who cannot be served', () => {
  const waitMs = 600_000;
  const isOverdue = (one: { fallback: { because: string } | null }) => one.fallback?.because === 'overdue';
  let time: SkippedTime;
  beforeEach(() => {
    time = new SkippedTime();
  });

  const within = (queue: object) => ({
    entryPoints: [{ ...entryPoint, fallback: ['callback' as const, 'message' as const] }],
    rules,
    routing: { ...routing, queues: { ...routing.queues, default: { ...routing.queues.default, ...queue } } },
  });

  test('hears that it took too long, and may take what is there instead', async () => {
    server = await TestServer.start(within({ maxWaitMs: waitMs }), { clock: time.clock });
    await server.agent('anna', false);
    const zoe = await server.customer();
    const { interactionId } = zoe;
    time.skip(server, waitMs);
    expect((await zoe.page.waitFor('fallback.changed', isOverdue)).fallback?.steps).toEqual(['callback', 'message']);
    const seen = await zoe.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(seen).toMatchObject({ position: null, fallback: { because: 'overdue' } });
    await zoe.page.do('fallback.take', { interactionId, step: 'message' });
    expect(await zoe.page.waitFor('fallback.changed', one => one.fallback === null)).toEqual({
      interactionId,
      fallback: null,
    });
    expect(taskOf(interactionId)).toMatchObject({ domain: 'email', state: 'queued' });
  });

  test('who takes nothing is missed, after a while', async () => {
    const config = { ...within({ maxWaitMs: waitMs }), presence: { fallbackMs: 300 } };
    server = await TestServer.start(config, { clock: time.clock });
    const zoe = await server.customer();
    time.skip(server, waitMs);
    await zoe.page.waitFor('fallback.changed', isOverdue);
    expect(await zoe.page.waitFor('interaction.closed')).toMatchObject({ disposition: 'missed', participantId: null });
  });

  test('a restart keeps nobody in limbo', async () => {
    const config = within({ maxWaitMs: waitMs });
    server = await TestServer.start(config, { clock: time.clock });
    const zoe = await server.customer();
    time.skip(server, waitMs);
    await zoe.page.waitFor('fallback.changed', isOverdue);
    await server.pause();
    server = await TestServer.start(config, { dataDirectory: server.dataDirectory, clock: time.clock });
    const back = await server.page();
    await back.do('customer.resume', { token: zoe.token });
    const { facts } = await back.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
    expect(facts.at(-1)).toMatchObject({ type: 'interaction.closed', disposition: 'missed' });
  });

  test('a queue that is full says so at once; with nothing instead that was it', async () => {
    const config = within({ limit: 1 });
    server = await TestServer.start(config);
    await server.customer('Zoe');
    const max = await server.customer('Max');
    const { interactionId } = max;
    expect(await max.page.do('interaction.catch-up', { interactionId, afterSeq: 0 })).toMatchObject({
      fallback: { because: 'queue-full', steps: ['callback', 'message'] },
    });
    const callback = { date: tomorrow, from: '09:00', to: '10:00', zone: 'UTC', phone: '030 123' };
    await max.page.do('fallback.take', { interactionId, step: 'callback', callback });
    expect(taskOf(interactionId)).toMatchObject({ state: 'scheduled', domain: 'callback' });
    await server.running.centre.reconfigure({
      ...server.running.centre.settings.config,
      entryPoints: server.running.centre.settings.config.entryPoints.map(one => ({ ...one, fallback: [] })),
    });
    const eve = await server.page();
    const opened = await eve.do('interaction.open', { entryPointId: support, form: { name: 'Eve' } });
    const { facts } = await eve.do('interaction.catch-up', { interactionId: opened.interactionId, afterSeq: 0 });
    expect(facts.at(-1)).toMatchObject({ type: 'interaction.closed', disposition: 'missed' });
  });
});

describe('an external router', () => {
  async function startRouter(answer: (request: RouterRequest) => { status: number; body: unknown; afterMs?: number }) {
    const asked: RouterRequest[] = [];
    router = createServer((request, response) => {
      let text = '';
      request.on('data', chunk => (text += chunk));
      request.on('end', () => {
        const parsed: RouterRequest = JSON.parse(text);
        asked.push(parsed);
        const { status, body, afterMs = 0 } = answer(parsed);
        setTimeout(() => response.writeHead(status).end(JSON.stringify(body)), afterMs);
      });
    });
    await new Promise<void>(done => router?.listen(0, '127.0.0.1', done));
    const { port } = router.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/`, asked };
  }
  const config = { entryPoints: [entryPoint], routing, rules };

  test('says where a request goes; the desk reads what it found out, the customer does not', async () => {
    const { url, asked } = await startRouter(({ facts }) => ({
      status: 200,
      body: { outcome: { queueId: 'vip', priority: 9, attributes: { segment: `of ${facts.form['name']}` } } },
    }));
    server = await TestServer.start({ ...config, router: { url } });
    const zoe = await server.customer('Zoe');
    expect(taskOf(zoe.interactionId)).toMatchObject({ queueId: 'vip', priority: 9 });
    expect(asked[0]).toMatchObject({ version: 1, interactionId: zoe.interactionId, facts: { domain: 'chat' } });
    const anna = await server.agent('anna');
    const offer = await anna.page.waitFor('offer.made');
    expect(offer.form).toEqual([
      { label: 'Your name', value: 'Zoe' },
      { label: 'segment', value: 'of Zoe' },
    ]);
    const { facts } = await zoe.page.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
    expect(JSON.stringify(facts)).not.toContain('segment');
  });

  test.each([
    ['is late', { status: 200, body: { outcome: { queueId: 'vip' } }, afterMs: 500 }],
    ['fails', { status: 500, body: {} }],
    ['names a queue that is not there', { status: 200, body: { outcome: { queueId: 'nowhere' } } }],
    ['answers something else', { status: 200, body: ['vip'] }],
  ])('that %s: the fallback counts', async (_, answer) => {
    const { url } = await startRouter(() => answer);
    server = await TestServer.start({ ...config, router: { url, timeoutMs: 100, fallback: { priority: 8 } } });
    const zoe = await server.customer();
    expect(taskOf(zoe.interactionId)).toMatchObject({ queueId: 'default', priority: 8 });
  });

  test('the hook has the last word; one that throws changes nothing', async () => {
    const { url } = await startRouter(() => ({ status: 200, body: { outcome: { priority: 7 } } }));
    const outcomes: RouteOutcome[] = [];
    server = await TestServer.start(
      { ...config, router: { url } },
      {
        onRoute: async ({ facts }, outcome) => {
          outcomes.push(outcome);
          if (facts.form['name'] === 'Max') throw new Error('a mistake');
          return { ...outcome, queueId: 'vip', skills: { german: 3 } };
        },
      },
    );
    const zoe = await server.customer('Zoe');
    expect(outcomes).toEqual([{ priority: 7 }]);
    expect(taskOf(zoe.interactionId)).toMatchObject({ queueId: 'vip', priority: 7, skills: [{ skill: 'german' }] });
    const max = await server.customer('Max');
    expect(taskOf(max.interactionId)).toMatchObject({ queueId: 'default', priority: 7 });
  });
});
