import { once } from 'node:events';
import { createServer as createWebServer } from 'node:https';
import { createServer } from 'node:tls';
import { afterAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { Account } from '../rest/account.ts';
import { createAuthority } from '../testing/authority.ts';
import { localLookup } from '../testing/local-lookup.ts';
import { openSession } from './session.ts';

const domain = 'fin-a.example.test';
const authority = createAuthority();
const { certificate: cert, key } = authority.issue(domain);
afterAll(() => authority.close());

const attempt = (service: string) =>
  openSession({
    service,
    domain,
    pubsubDomain: `pubsub.${domain}`,
    account: new Account({ kind: 'password', userId: 'svc', password: 'x' }),
    resource: 'eyeline',
    network: { authorities: [authority.certificate], lookup: localLookup },
    timeoutMs: 2_000,
    onNotification: () => undefined,
    onLost: () => undefined,
  });

const open = `<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='${domain}' id='1' version='1.0'>`;

describe('a server that means no good', () => {
  test.each([
    ['deep', '<message>'.repeat(5_000)],
    ['long', `<message><body>${'x'.repeat(3 * 1024 * 1024)}`],
    ['torn', '<message></body>'],
    ['unfinished', '<message'],
  ])('4.22 %s stanzas over TCP end the attempt, not the process', async (_, stanza) => {
    const server = createServer({ cert, key }, socket => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(open);
        socket.write(stanza);
        // More of it, when nobody listens any more.
        setTimeout(() => socket.writable && socket.write('<message/>'), 20);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(attempt(`xmpps://${domain}:${port}`)).rejects.toMatchObject({ name: 'FinesseError' });
    server.close();
  });

  test('4.22 over WebSocket too, and a server of another kind is told', async () => {
    const server = createWebServer({ cert, key }, (_request, response) => response.writeHead(404).end()).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const address = server.address();
    const service = `wss://${domain}:${typeof address === 'object' ? address?.port : 0}/ws/`;
    await expect(attempt(service)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('8445'),
    });
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', socket => {
      socket.once('message', () => socket.send('<a>'.repeat(5_000)));
    });
    await expect(attempt(service)).rejects.toMatchObject({ name: 'FinesseError' });
    sockets.close();
    server.closeAllConnections();
    server.close();
  });
});
