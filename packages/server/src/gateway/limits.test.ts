import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { SOCKET_PATH } from '@eyeline/protocol';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { Page } from '../testing/page.ts';
import { Relay } from '../testing/relay.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
const lines: { because: string; level: number }[] = [];
const log = pino({ level: 'debug' }, { write: line => lines.push(JSON.parse(line)) });
beforeAll(async () => {
  const config = {
    trustProxy: ['loopback'],
    presence: { pingTimeoutMs: 60_000 },
    limits: {
      sockets: 40,
      socketsPerAddress: 3,
      connectMs: 500,
      headersMs: 500,
      pagesPerVisit: 2,
      waitingBytes: 50_000,
      frameBurst: 60,
      framesPerSecond: 1,
      interactionBurst: 4,
      interactionsPerMinute: 1,
      visitInteractionBurst: 2,
      visitInteractionsPerMinute: 1,
    },
  } satisfies Partial<ConfigInput>;
  server = await TestServer.start(config, { log });
});
afterAll(() => server.stop());

/** A page from somewhere, through a proxy that says so. */
const from = (address: string, url = server.url) => Page.open(url, { headers: { 'x-forwarded-for': address } });
const closed = (page: Page) => new Promise(resolve => page.socket.once('disconnect', resolve));
/** What the metric says of one reason. */
async function count(name: string, because: string): Promise<number> {
  const text = await server.running.metrics.text();
  return Number(new RegExp(`^eyeline_${name}_total\\{because="${because}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

describe('sockets', () => {
  test('from one address are so many; the next is told why, and there is room when one goes', async () => {
    const pages = await Promise.all([1, 2, 3].map(() => from('203.0.113.1')));
    await expect(from('203.0.113.1')).rejects.toMatchObject({ data: { code: 'too-many-connections' } });
    const elsewhere = await from('203.0.113.2');
    pages[0]?.close();
    await expect
      .poll(() =>
        from('203.0.113.1').then(
          page => pages.push(page) > 0,
          () => false,
        ),
      )
      .toBe(true);
    for (const page of [...pages, elsewhere]) page.close();
    expect(await count('connections_refused', 'too-many-sockets')).toBeGreaterThan(0);
  });

  test('of one IPv6 network count together', async () => {
    const pages = await Promise.all(['::1', '::2', ':ffff::3'].map(end => from(`2001:db8:1:2${end}`)));
    await expect(from('2001:db8:1:2:abcd::9')).rejects.toMatchObject({ data: { code: 'too-many-connections' } });
    pages.push(await from('2001:db8:1:3::1'));
    for (const page of pages) page.close();
  });

  test('of agents who are signed in do not count for their address', async () => {
    const agents = [];
    for (let n = 0; n < 4; n += 1) {
      const page = await from('203.0.113.3');
      await page.do('agent.sign-in', { username: n % 2 ? 'anna' : 'ben', password: 'eyeline-demo' });
      agents.push(page);
    }
    for (const page of agents) page.close();
  });

  test('that never say which page they are are closed', async () => {
    const socket = raw();
    socket.write(
      `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    const [head] = await once(socket, 'data');
    expect(String(head)).toMatch(/^HTTP\/1\.1 101 /);
    // It does not take part in the closing either.
    await expect.poll(() => count('sockets_closed', 'never-connected')).toBe(1);
    socket.destroy();
  });

  test('that leave their page are closed', async () => {
    const page = await from('203.0.113.4');
    page.socket.io.engine.write('1');
    expect(await closed(page)).toBe('transport close');
    page.close();
  });
});

describe('one visit', () => {
  test('has so many pages', async () => {
    const first = await from('203.0.113.5');
    const { token } = await first.do('interaction.open', { entryPointId: 'support' as never, form: { name: 'Zoe' } });
    const second = await from('203.0.113.5');
    await second.do('customer.resume', { token });
    const third = await from('203.0.113.5');
    expect(await third.refusal('customer.resume', { token })).toBe('too-many-pages');
    // Who is there already may ask again.
    await second.do('customer.resume', { token });
    first.close();
    await expect.poll(async () => (await third.ask('customer.resume', { token })).ok).toBe(true);
    for (const page of [second, third]) page.close();
  });

  test('opens so many interactions, and one address so many', async () => {
    const open = (page: Page, commandId?: string) =>
      page.ask('interaction.open', {
        entryPointId: 'support' as never,
        form: { name: 'Zoe' },
        ...(commandId ? { commandId } : {}),
      });
    const first = await from('203.0.113.6');
    const commandId = 'a-command-that-comes-again';
    expect((await open(first, commandId)).ok).toBe(true);
    expect((await open(first)).ok).toBe(true);
    expect(await open(first)).toMatchObject({ error: { code: 'too-many-interactions' } });
    // What was done is answered again.
    expect((await open(first, commandId)).ok).toBe(true);
    const second = await from('203.0.113.6');
    expect((await open(second)).ok).toBe(true);
    expect((await open(second)).ok).toBe(true);
    const third = await from('203.0.113.6');
    expect(await open(third)).toMatchObject({ error: { code: 'too-many-interactions' } });
    const elsewhere = await from('203.0.113.7');
    expect((await open(elsewhere)).ok).toBe(true);
    for (const page of [first, second, third, elsewhere]) page.close();
  });
});

describe('what one page costs', () => {
  test('who does not read is cut off, and has everything after coming back', async () => {
    const relay = await Relay.to(server.url);
    const page = await from('203.0.113.8', relay.url);
    const { token, interactionId } = await page.do('interaction.open', {
      entryPointId: 'support' as never,
      form: { name: 'Zoe' },
    });
    for (let n = 0; n < 20; n += 1) await page.do('message.send', { interactionId, text: 'x'.repeat(10_000) });
    relay.clog();
    const gone = new Promise(resolve => page.socket.once('disconnect', resolve));
    // Each of them is answered with 200 kB: more than all buffers between us take.
    let asked = 0;
    const asking = setInterval(() => {
      page.socket.emit('interaction.catch-up', { interactionId, afterSeq: 0 }, () => {});
      asked += 1;
      if (asked >= 30) clearInterval(asking);
    }, 2);
    await expect.poll(() => count('sockets_closed', 'not-reading'), { timeout: 60_000 }).toBe(1);
    clearInterval(asking);
    relay.close();
    await gone;
    page.close();
    const back = await from('203.0.113.8');
    await back.do('customer.resume', { token });
    const { facts } = await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.filter(({ type }) => type === 'message.sent')).toHaveLength(20);
    back.close();
  });

  test('frames to which nothing is answered count too', async () => {
    const page = await from('203.0.113.9');
    const gone = closed(page);
    for (let n = 0; n < 100; n += 1) page.socket.emit('typing.set', {});
    expect(await gone).toBe('transport close');
    expect(await count('sockets_closed', 'too-many-frames')).toBe(1);
    page.close();
  });

  test('what is no packet, and what is too large, ends the socket and is counted', async () => {
    const page = await from('203.0.113.10');
    const gone = closed(page);
    page.socket.io.engine.write('9nothing');
    await gone;
    expect(await count('sockets_closed', 'malformed')).toBe(1);
    page.close();
    const other = await from('203.0.113.10');
    const alsoGone = closed(other);
    other.socket.emit('typing.set', 'x'.repeat(200_000));
    await alsoGone;
    await expect.poll(() => count('sockets_closed', 'too-large')).toBe(1);
    other.close();
    // By its kind, and nothing of whose it was or what it said.
    const entries = lines.filter(({ because }) => ['too-large', 'malformed', 'never-connected'].includes(because));
    expect(new Set(entries.map(({ because }) => because)).size).toBe(3);
    for (const line of entries)
      expect(Object.keys(line).sort()).toEqual(['because', 'hostname', 'level', 'msg', 'pid', 'time']);
    expect(entries.every(({ level }) => level === 20)).toBe(true);
  });
});

const raw = (): Socket => connect(Number(new URL(server.url).port), '127.0.0.1');

test('a request whose headers do not end is given up', async () => {
  const socket = raw();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /);
  await once(socket.resume(), 'close');
});
