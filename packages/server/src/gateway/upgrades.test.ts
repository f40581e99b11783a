import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { SOCKET_PATH } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

/** What comes back until the server closes. */
async function upgrade(path: string, more = ''): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', chunk => {
    text += chunk;
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`);
  await once(socket, 'close');
  return text;
}

test('an upgrade that nobody takes is answered and closed, whatever its path', async () => {
  const paths = ['/', '/eyeline', SOCKET_PATH, `${SOCKET_PATH}s/`, '/%', '//', '*', `${SOCKET_PATH.toUpperCase()}/`];
  for (const path of paths) expect(await upgrade(path)).toMatch(/^HTTP\/1\.1 404 /);
});

test('one on the path of the sockets that is none of theirs is closed too', async () => {
  for (const path of [`${SOCKET_PATH}/`, `${SOCKET_PATH}/?EIO=4&transport=websocket`, `${SOCKET_PATH}/?EIO=4&sid=x`])
    expect(await upgrade(path)).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test('hundreds of them leave nothing behind', async () => {
  const all = await Promise.all(Array.from({ length: 300 }, () => upgrade('/any')));
  expect(all.every(text => text.startsWith('HTTP/1.1 404 '))).toBe(true);
  await expect.poll(() => openSockets()).toBe(0);
});

test('another listener of the same HTTP server may take it', async () => {
  const { httpServer } = server;
  const take = ({ url }: { url?: string | undefined }, socket: Socket) => {
    if (url === '/reloads') socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  };
  httpServer.on('upgrade', take);
  expect(await upgrade('/reloads')).toMatch(/^HTTP\/1\.1 101 /);
  httpServer.off('upgrade', take);
});

const openSockets = (): Promise<number> =>
  new Promise(resolve => server.httpServer.getConnections((_, count) => resolve(count)));
