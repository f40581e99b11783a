import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { boundConnections } from './connections.ts';
import { PeerAddress } from './peer-address.ts';
import type { RefusedBecause } from './socket-counts.ts';

let httpServer: Server;
afterEach(() => {
  httpServer.closeAllConnections();
  httpServer.close();
});

async function start(trusted: readonly string[], connections: number, connectionsPerAddress: number) {
  const refused: RefusedBecause[] = [];
  const counts = { refused: (because: RefusedBecause) => refused.push(because), closed: () => {} };
  httpServer = createServer((_, response) => response.end('here'));
  boundConnections({ httpServer, peers: new PeerAddress(trusted), connections, connectionsPerAddress, counts });
  await once(httpServer.listen(0, '127.0.0.1'), 'listening');
  return refused;
}

/** A connection that asks once and stays; what came first, or nothing where it was closed. */
async function ask(): Promise<string> {
  const socket = connect((httpServer.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  let text = '';
  socket.on('data', chunk => {
    text += chunk;
  });
  await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  return text.slice(0, 12);
}

test('one address has so many connections; the next is told', async () => {
  const refused = await start([], 100, 2);
  expect([await ask(), await ask(), await ask()]).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 429']);
  expect(refused).toEqual(['too-many-connections-per-address']);
});

test('a trusted proxy has as many as there may be in all', async () => {
  const refused = await start(['loopback'], 3, 2);
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([...Array(3).fill('HTTP/1.1 200'), '']);
  expect(refused).toEqual(['too-many-connections']);
});
