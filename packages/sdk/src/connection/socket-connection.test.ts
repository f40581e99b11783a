import type { SignalingReport } from '@eyeline/machines';
import {
  type Command,
  CommandId,
  customerAnswers,
  customerEvents,
  EntryPointId,
  failure,
  InteractionId,
  TaskId,
} from '@eyeline/protocol';
import type { Socket } from 'socket.io';
import { Socket as BrowserSocket } from 'socket.io-client';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { TestServer } from '../testing/test-server.ts';
import type { Answer, Connection } from './connection.ts';
import { createSocketConnection } from './socket-connection.ts';

const interactionId = v.parse(InteractionId, 'i-1');
const getEntryPoint: Command<'entry-point.get'> = {
  type: 'entry-point.get',
  entryPointId: v.parse(EntryPointId, 'support'),
};
const sendMessage: Command<'message.send'> = {
  type: 'message.send',
  commandId: v.parse(CommandId, '0123456789abcdef'),
  interactionId,
  text: 'Hello',
};
const tables = { answers: customerAnswers, events: customerEvents };
const position = { interactionId: 'i-1', position: 2, wait: null };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  vi.restoreAllMocks();
});

async function startServer(onSocket: (socket: Socket) => void, port?: number): Promise<TestServer> {
  const server = await TestServer.start(onSocket, port);
  open.push({ close: () => server.stop() });
  return server;
}

/** A connection with all that it reported. */
function openConnection(url: string, answerTimeoutMs = 2000, page?: EventTarget) {
  const connection: Connection = createSocketConnection({ tables, url, answerTimeoutMs, page });
  const reports: SignalingReport[] = [];
  open.unshift(connection);
  connection.listen(report => reports.push(report));
  connection.open();
  return { connection, reports };
}

const types = (reports: readonly SignalingReport[]) => reports.map(({ type }) => type);

const answerOf = <N extends Command['type']>(connection: Connection, command: Command<N>): Promise<Answer<unknown>> =>
  new Promise(resolve => connection.ask<N>(command, resolve));

const opened = (reports: readonly SignalingReport[], times = 1) =>
  eventually(() => types(reports).filter(type => type === 'connection.opened').length === times);

describe('a command', () => {
  test('goes as it is and comes back as its value, without what this version does not know', async () => {
    const received: unknown[] = [];
    const server = await startServer(socket =>
      socket.on('message.send', (input, answer) => {
        received.push(input);
        answer({ ok: true, value: { seq: 3, at: 1000, later: 'unknown' } });
      }),
    );
    const { connection, reports } = openConnection(server.url);
    await opened(reports);
    expect(await answerOf(connection, sendMessage)).toEqual({ ok: true, value: { seq: 3, at: 1000 } });
    const { type: _, ...input } = sendMessage;
    expect(received).toEqual([input]);
  });

  test('is refused with the code and the sentence of the server, even one that is new', async () => {
    const errors = [
      { code: 'unknown-entry-point', message: 'There is none.' },
      { code: 'closed-on-sundays', message: 'Come back on Monday.' },
    ];
    const server = await startServer(socket =>
      socket.on('entry-point.get', (_input, answer) => answer({ ok: false, error: errors.shift() })),
    );
    const { connection, reports } = openConnection(server.url);
    await opened(reports);
    expect(await answerOf(connection, getEntryPoint)).toMatchObject({
      ok: false,
      error: { code: 'unknown-entry-point' },
    });
    expect(await answerOf(connection, getEntryPoint)).toEqual({
      ok: false,
      error: { code: 'closed-on-sundays', message: 'Come back on Monday.' },
    });
  });

  test.each([{ ok: true, value: { seq: 'three' } }, { ok: 'yes' }, 'ok', null])(
    'is refused as invalid-payload when its answer is %j',
    async answer => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      const server = await startServer(socket => socket.on('message.send', (_input, reply) => reply(answer)));
      const { connection, reports } = openConnection(server.url);
      await opened(reports);
      expect(await answerOf(connection, sendMessage)).toMatchObject({ ok: false, error: { code: 'invalid-payload' } });
      expect(warn).toHaveBeenCalledOnce();
      expect(JSON.stringify(warn.mock.calls)).not.toContain('three');
    },
  );

  test('is lost when no answer comes in time, and a late one changes nothing', async () => {
    const answers: (() => void)[] = [];
    const server = await startServer(socket =>
      socket.on('message.send', (_input, reply) => answers.push(() => reply({ ok: true, value: { seq: 1, at: 1 } }))),
    );
    const { connection, reports } = openConnection(server.url, 50);
    await opened(reports);
    const received: unknown[] = [];
    connection.ask<'message.send'>(sendMessage, answer => received.push(answer));
    await eventually(() => received.length > 0 && answers.length > 0);
    for (const answer of answers) answer();
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(received).toEqual(['lost']);
  });

  test('is lost at once while the connection is down, and is never sent later', async () => {
    const received: unknown[] = [];
    const server = await startServer(socket => socket.onAny(name => received.push(name)));
    const { connection, reports } = openConnection(server.url);
    let answer: unknown;
    connection.ask<'message.send'>(sendMessage, given => {
      answer = given;
    });
    expect(answer).toBe('lost');
    await opened(reports);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(received).toEqual([]);
  });

  test('is lost at once when the connection breaks before its answer', async () => {
    const server = await startServer(socket => socket.on('message.send', () => socket.conn.close(true)));
    const { connection, reports } = openConnection(server.url, 60_000);
    await opened(reports);
    expect(await answerOf(connection, sendMessage)).toBe('lost');
  });

  test('is answered in its place among the events around it', async () => {
    const server = await startServer(socket =>
      socket.on('message.send', (_input, reply) => {
        socket.emit('queue.moved', position);
        reply({ ok: true, value: { seq: 1, at: 1 } });
        socket.emit('queue.moved', { ...position, position: 1 });
      }),
    );
    const { connection, reports } = openConnection(server.url);
    await opened(reports);
    const order: unknown[] = [];
    connection.listen(report => order.push(report.type));
    connection.ask<'message.send'>(sendMessage, () => order.push('answer'));
    await eventually(() => order.length === 3);
    expect(order).toEqual(['queue.moved', 'answer', 'queue.moved']);
  });
});

describe('an event', () => {
  test('arrives under its name; a misformed one is dropped with a warning that tells nothing of its contents', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const server = await startServer(socket => {
      socket.emit('queue.moved', { interactionId: 'i-1', position: 'secret' });
      socket.emit('queue.moved', 'secret');
      socket.emit('queue.moved');
      socket.emit('weather.changed', { rain: true });
      socket.emit('queue.moved', { ...position, more: 1 });
    });
    const { reports } = openConnection(server.url);
    await eventually(() => reports.length === 2);
    expect(reports).toEqual([{ type: 'connection.opened' }, { type: 'queue.moved', ...position }]);
    expect(warn).toHaveBeenCalledTimes(3);
    expect(JSON.stringify(warn.mock.calls)).not.toContain('secret');
  });
});

test('what is in no table of the page is neither heard nor read', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const server = await startServer(socket => {
    socket.on('target.list', (_input, reply) => reply({ ok: true, value: { targets: [] } }));
    socket.emit('list.changed', { listed: [] });
    socket.emit('queue.moved', position);
  });
  const { connection, reports } = openConnection(server.url);
  await eventually(() => reports.length === 2);
  expect(types(reports)).toEqual(['connection.opened', 'queue.moved']);
  const listTargets: Command<'target.list'> = {
    type: 'target.list',
    purpose: 'transfer',
    taskId: v.parse(TaskId, 't-1'),
  };
  expect(await answerOf(connection, listTargets)).toMatchObject({ ok: false, error: { code: 'invalid-payload' } });
  expect(warn).toHaveBeenCalledOnce();
});

describe('a break', () => {
  test('is told, and the connection comes back by itself when the server does', async () => {
    const first = await startServer(() => {});
    const { connection, reports } = openConnection(first.url);
    await opened(reports);
    const { port } = first;
    await first.kill();
    await eventually(() => types(reports).includes('connection.lost'));
    expect(await answerOf(connection, sendMessage)).toBe('lost');
    await startServer(() => {}, port);
    await opened(reports, 2);
    expect(types(reports)).toEqual(['connection.opened', 'connection.lost', 'connection.opened']);
  });

  test('made by the server is no end either', async () => {
    let sockets = 0;
    const server = await startServer(socket => {
      sockets += 1;
      if (sockets === 1) socket.disconnect(true);
    });
    const { reports } = openConnection(server.url);
    await opened(reports, 2);
    expect(types(reports)).toEqual(['connection.opened', 'connection.lost', 'connection.opened']);
  });

  test('before the first opening is waited out', async () => {
    const server = await startServer(() => {});
    const { port } = server;
    await server.stop();
    const { reports } = openConnection(`http://127.0.0.1:${port}`);
    await new Promise(resolve => setTimeout(resolve, 100));
    await startServer(() => {}, port);
    await opened(reports);
    expect(types(reports)).toEqual(['connection.opened']);
  });
});

describe('a page that', () => {
  /** Time stands still for the connection: only what wakes it makes it try again. */
  const stopTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] });
  afterEach(() => void vi.useRealTimers());
  const turn = () => new Promise(resolve => setImmediate(resolve));
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await turn();
  };

  test.each(['online', 'visibilitychange', 'focus', 'pageshow', 'resume'])(
    'is woken by "%s" tries at once, not when its pause is over',
    async type => {
      const first = await startServer(() => {});
      const { port, url } = first;
      const page = new EventTarget();
      const { reports } = openConnection(url, 2000, page);
      await opened(reports);
      stopTime();
      await first.kill();
      await until(() => types(reports).includes('connection.lost'));
      await startServer(() => {}, port);
      vi.setSystemTime(Date.now() + 60_000);
      for (let times = 0; times < 100; times += 1) page.dispatchEvent(new Event(type));
      await until(() => types(reports).length === 3);
      expect(types(reports)).toEqual(['connection.opened', 'connection.lost', 'connection.opened']);
    },
  );

  test('is woken a hundred times in a moment makes one attempt', async () => {
    let tries = 0;
    const server = await startServer(() => {});
    server.guard(() => {
      tries += 1;
      return undefined;
    });
    const page = new EventTarget();
    const { reports } = openConnection(server.url, 2000, page);
    await opened(reports);
    for (let times = 0; times < 100; times += 1) page.dispatchEvent(new Event('focus'));
    page.dispatchEvent(new Event('pagehide'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    for (let times = 0; times < 100; times += 1) page.dispatchEvent(new Event('online'));
    await until(() => tries === 2 && types(reports).length === 3);
    expect(types(reports)).toEqual(['connection.opened', 'connection.lost', 'connection.opened']);
  });

  test('slept for hours does not believe its connection, and one that was pinged lately does', async () => {
    const server = await startServer(() => {});
    const page = new EventTarget();
    const { reports } = openConnection(server.url, 2000, page);
    await opened(reports);
    page.dispatchEvent(new Event('focus'));
    expect(types(reports)).toEqual(['connection.opened']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 3_600_000 });
    page.dispatchEvent(new Event('resume'));
    await until(() => types(reports).length === 3);
    expect(types(reports)).toEqual(['connection.opened', 'connection.lost', 'connection.opened']);
  });

  test.each([
    ['pagehide', 'pageshow'],
    ['freeze', 'resume'],
  ])('is put away by "%s" leaves at once, and is back at "%s"', async (sleep, wake) => {
    let left = 0;
    const server = await startServer(socket =>
      socket.on('disconnect', () => {
        left += 1;
      }),
    );
    const page = new EventTarget();
    const { reports } = openConnection(server.url, 2000, page);
    await opened(reports);
    page.dispatchEvent(new Event(sleep));
    expect(types(reports)).toEqual(['connection.opened', 'connection.lost']);
    await eventually(() => left === 1);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    page.dispatchEvent(new Event(wake));
    await until(() => types(reports).length === 3);
    expect(types(reports).at(-1)).toBe('connection.opened');
  });

  test('has closed its connection is not woken', async () => {
    const server = await startServer(() => {});
    const page = new EventTarget();
    const { connection, reports } = openConnection(server.url, 2000, page);
    await opened(reports);
    connection.close();
    const connect = vi.spyOn(BrowserSocket.prototype, 'connect');
    page.dispatchEvent(new Event('online'));
    expect(connect).not.toHaveBeenCalled();
  });
});

describe('a refusal while connecting', () => {
  test('for the version is final', async () => {
    let tries = 0;
    const server = await startServer(() => {});
    server.guard(() => {
      tries += 1;
      return Object.assign(new Error('version'), {
        data: failure('version-mismatch'),
      });
    });
    const { reports } = openConnection(server.url);
    await eventually(() => reports.length > 0);
    expect(reports).toMatchObject([{ type: 'connection.refused', error: { code: 'version-mismatch' } }]);
    await new Promise(resolve => setTimeout(resolve, 2000));
    expect(tries).toBe(1);
  });

  const newer = { code: 'full-moon', message: 'Come back when the moon is new.' };
  test.each([
    ['too-many-connections', failure('too-many-connections')],
    ['starting', failure('starting')],
    ['full-moon', newer],
  ])('for anything else is told (%s) and tried again', async (code, data) => {
    let tries = 0;
    const server = await startServer(() => {});
    server.guard(() => {
      tries += 1;
      return tries > 1 ? undefined : Object.assign(new Error(data.message), { data });
    });
    const { reports } = openConnection(server.url);
    await opened(reports);
    expect(tries).toBe(2);
    expect(reports).toEqual([
      { type: 'connection.waiting', error: { code, message: data.message } },
      { type: 'connection.opened' },
    ]);
  });
});

test('a closed connection says nothing more and stays closed', async () => {
  let left = 0;
  const server = await startServer(socket =>
    socket.on('disconnect', () => {
      left += 1;
    }),
  );
  const { connection, reports } = openConnection(server.url);
  await opened(reports);
  connection.close();
  await eventually(() => left === 1);
  expect(types(reports)).toEqual(['connection.opened']);
});
