import { EntryPointStanding, standingPath } from '@eyeline/protocol';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { SkippedTime } from '../../testing/skipped-time.ts';
import { TestServer } from '../../testing/test-server.ts';

const dayMs = 86_400_000;
const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const tomorrow = dateOf(Date.now() + dayMs);
const noon = Date.parse(`${tomorrow}T12:00:00Z`);
const calendars = {
  shut: {
    zone: 'UTC',
    hours: [{ days: week, from: '12:00', to: '18:00' }] as never,
    holidays: [{ name: 'Founders’ Day', on: { type: 'date', date: dateOf(Date.now()) } }] as never,
  },
};
const phone = { name: 'phone', label: 'Phone', type: 'tel' } as const;
const support = { entryPointId: 'support', title: 'Support', form: [phone], modes: ['chat', 'callback'] } as const;
const routing = {
  queues: { default: { domains: ['chat', 'callback'], callback: { attempts: 2, retryMs: 60_000 } } },
  agentDefaults: { domains: { chat: 1, callback: 1 } },
} satisfies ConfigInput['routing'];

let server: TestServer;
afterEach(() => server.stop());

const start = (entryPoint: object, more: Partial<ConfigInput> = {}, clock?: SkippedTime['clock']) =>
  TestServer.start(
    { entryPoints: [{ ...support, ...entryPoint } as never], calendars, routing, ...more },
    clock ? { clock } : {},
  );
const ask = (id = 'support', init: RequestInit = {}) => fetch(new URL(standingPath(id), server.url), init);
const standing = async () => v.parse(EntryPointStanding, await (await ask()).json());

describe('how an entry point stands', () => {
  test('closed: the holiday, the next opening, and what there is all the same; open when it is', async () => {
    const time = new SkippedTime();
    server = await start({ calendar: 'shut' }, {}, time.clock);
    const closed = await standing();
    expect(closed).toMatchObject({ isOpen: false, opensAt: noon, changesAt: noon, holiday: 'Founders’ Day' });
    expect(closed.modes).toEqual(['callback']);
    time.skip(server, noon - closed.now);
    const open = await standing();
    expect(open).toMatchObject({ isOpen: true, opensAt: null, holiday: null, modes: ['callback'] });
    expect(open.changesAt).toBe(Date.parse(`${tomorrow}T18:00:00Z`));
  });

  test('a chat can be had while somebody is ready for it, and pages with a chat are told the same', async () => {
    const time = new SkippedTime();
    server = await start({}, {}, time.clock);
    expect(await standing()).toMatchObject({ isOpen: true, changesAt: null, modes: ['callback'] });
    await server.agent('anna');
    time.skip(server, 2000);
    expect((await standing()).modes).toEqual(['chat', 'callback']);
    const page = await server.page();
    const { availability } = await page.do('entry-point.get', { entryPointId: 'support' });
    expect(availability.standing).toMatchObject({ isOpen: true, modes: ['chat', 'callback'] });
  });

  test('however many ask, it is looked at once in a while', async () => {
    server = await start({});
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first.headers.get('cache-control')).toBe('public, max-age=10');
    expect(await second.json()).toMatchObject({ isOpen: true });
  });

  test('it is kept no longer than until it opens or closes', async () => {
    const time = new SkippedTime();
    server = await start({ calendar: 'shut' }, {}, time.clock);
    const { now } = await standing();
    time.skip(server, noon - now - 4000);
    expect((await ask()).headers.get('cache-control')).toMatch(/^public, max-age=[0-4]$/);
  });
});

describe('who may ask', () => {
  test('any page, where the site names none', async () => {
    server = await start({});
    const answer = await ask('support', { headers: { origin: 'https://shop.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('those of the entry point alone, and a cache does not give it to others', async () => {
    server = await start({ origins: ['https://shop.example'] });
    const headersFor = async (origin: string) => (await ask('support', { headers: { origin } })).headers;
    expect((await headersFor('https://shop.example')).get('access-control-allow-origin')).toBe('https://shop.example');
    const other = await headersFor('https://evil.example');
    expect([other.get('access-control-allow-origin'), other.get('vary')]).toEqual([null, 'origin']);
  });

  test('as often as the limits say, with a code and a sentence', async () => {
    server = await start({}, { limits: { standingBurst: 2, standingsPerMinute: 1 } });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({ error: { code: 'too-many-requests' } });
  });

  test('there is nothing at another name, by another method', async () => {
    server = await start({});
    for (const id of ['none', '__proto__', 'x'.repeat(300), '..%2f'])
      expect((await ask(id)).status, id).toBeGreaterThanOrEqual(400);
    expect(await (await ask('none')).json()).toMatchObject({ error: { code: 'unknown-entry-point' } });
    expect((await ask('support', { method: 'POST' })).status).toBe(405);
  });
});

test('a queue that nobody can ever serve is not offered', async () => {
  const queues = { ...routing.queues, calls: { domains: ['video' as const] } };
  server = await start({ modes: ['video', 'chat'] }, { routing: { ...routing, queues } });
  await server.agent('anna');
  const page = await server.page();
  const { availability } = await page.do('entry-point.get', { entryPointId: 'support' });
  expect(availability.modes.map(({ mode }) => mode)).toEqual(['chat']);
  expect(availability.standing).toMatchObject({ modes: ['chat'] });
});
