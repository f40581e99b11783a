import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type LookupFunction, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Sender } from './send.ts';

let server: Server;
let port: number;
let requests: string[];
let answer: Parameters<typeof createServer>[1];
let senders: Sender[];
beforeEach(async () => {
  requests = [];
  senders = [];
  answer = (_, response) => response.end();
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer?.(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  for (const one of senders) one.close();
  server.close();
  server.closeAllConnections();
});

const never = new AbortController().signal;
function post(more: Partial<ConstructorParameters<typeof Sender>[0]> = {}, stop = never) {
  const sender = new Sender({ url: `http://127.0.0.1:${port}/events`, allowPrivate: true, timeoutMs: 10_000, ...more });
  senders.push(sender);
  return sender.post('{}', { 'webhook-id': 'msg_1' }, 0, stop);
}

test.each([200, 201, 204, 299])('%i is taken', async status => {
  answer = (_, response) => response.writeHead(status).end();
  expect(await post()).toEqual({ delivered: true, status, reason: null, retryAfterMs: null });
  expect(requests).toEqual(['POST /events']);
});

test.each([400, 401, 404, 410, 413, 500, 502])('%i is not', async status => {
  answer = (_, response) => response.writeHead(status, { 'retry-after': '5' }).end();
  expect(await post()).toEqual({ delivered: false, status, reason: 'status', retryAfterMs: null });
});

test.each([429, 503])('%i may say when it is worth trying again', async status => {
  answer = (_, response) => response.writeHead(status, { 'retry-after': '5' }).end();
  expect(await post()).toMatchObject({ delivered: false, status, retryAfterMs: 5_000 });
});

test('a redirect is not followed', async () => {
  answer = (_, response) => response.writeHead(307, { location: '/elsewhere' }).end();
  expect(await post()).toMatchObject({ delivered: false, status: 307, reason: 'redirected' });
  expect(requests).toHaveLength(1);
});

test('who says nothing is not waited for, nor who says its head letter by letter', async () => {
  answer = () => {};
  expect(await post({ timeoutMs: 100 })).toMatchObject({ status: null, reason: 'timed-out' });
  const sockets: Socket[] = [];
  const dripping = createTcpServer(socket => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
    const timer = setInterval(() => socket.write('a'), 10);
    socket.once('close', () => clearInterval(timer));
  }).listen(0, '127.0.0.1');
  await once(dripping, 'listening');
  const url = `http://127.0.0.1:${(dripping.address() as AddressInfo).port}/`;
  expect(await post({ url, timeoutMs: 300 })).toMatchObject({ status: null, reason: 'timed-out' });
  dripping.close();
  for (const one of sockets) one.destroy();
});

test('the head of an answer is enough: a body without end is cut off', async () => {
  let isClosed = false;
  answer = (_, response) => {
    response.writeHead(200);
    response.once('close', () => {
      isClosed = true;
    });
    const more = () => {
      while (!isClosed && response.write('x'.repeat(4_096)));
    };
    response.on('drain', more);
    more();
  };
  expect(await post()).toMatchObject({ delivered: true });
  await expect.poll(() => isClosed).toBe(true);
});

test('who closes the door, sends nonsense or a head without end is told by its code', async () => {
  answer = (_, response) => response.socket?.destroy();
  expect(await post()).toMatchObject({ status: null, reason: 'unreachable:ECONNRESET' });
  answer = (_, response) => response.socket?.end('hello\r\n\r\n');
  expect((await post()).reason).toMatch(/^unreachable:HPE_/);
  answer = (_, response) => response.socket?.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`);
  expect((await post()).reason).toBe('unreachable:HPE_HEADER_OVERFLOW');
  expect((await post({ url: 'http://127.0.0.1:1/' })).reason).toBe('unreachable:ECONNREFUSED');
});

test('what is interrupted says so', async () => {
  const stop = new AbortController();
  answer = () => stop.abort();
  expect(await post({}, stop.signal)).toMatchObject({ delivered: false, reason: 'interrupted' });
});

test('nothing goes to a private address, by number or by name, unless it may', async () => {
  const hosts = ['127.0.0.1', '[::1]', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', 'localhost'];
  for (const host of hosts)
    expect(await post({ url: `http://${host}:${port}/`, allowPrivate: false }), host).toMatchObject({
      reason: 'private-address',
    });
  expect(requests).toEqual([]);
});

test('a name is looked up once, so that it cannot become another between the look and the connection', async () => {
  let asked = 0;
  const lookup = ((_: string, __: object, callback: (error: null, all: object) => void) => {
    asked += 1;
    // Public at first, where nobody is; later looks would lead to this machine.
    callback(null, [asked === 1 ? { address: '2000::1', family: 6 } : { address: '127.0.0.1', family: 4 }]);
  }) as LookupFunction;
  const url = `http://rebinding.example:${port}/`;
  const outcome = await post({ url, allowPrivate: false, lookup, timeoutMs: 300 });
  expect([asked, outcome.delivered, requests]).toEqual([1, false, []]);
  expect(await post({ url, allowPrivate: false, lookup, timeoutMs: 300 })).toMatchObject({ reason: 'private-address' });
});
