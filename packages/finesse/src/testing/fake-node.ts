import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { TestCertificate } from './authority.ts';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to answer: a status, headers and a body; nothing at all to stay silent; `cut` to break the connection. */
export type Answer = { status?: number; headers?: Record<string, string>; body?: string } | 'silent' | 'cut';

export interface FakeNode {
  readonly port: number;
  readonly arrived: Arrived[];
  answer: (request: Arrived) => Answer | Promise<Answer>;
  stop(): Promise<void>;
}

/** A small HTTP server that answers what a test tells it; with a certificate it is one of HTTPS. */
export async function startNode(
  answer: FakeNode['answer'],
  certificate?: TestCertificate,
  port = 0,
): Promise<FakeNode> {
  const arrived: Arrived[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    arrived.push(seen);
    const given = await node.answer(seen);
    if (given === 'cut') request.socket.destroy();
    else if (given !== 'silent') response.writeHead(given.status ?? 200, given.headers).end(given.body);
  };
  const server: Server = certificate
    ? createServer({ cert: certificate.certificate, key: certificate.key }, handle)
    : createPlainServer(handle);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening server has no port.');
  const node: FakeNode = {
    port: address.port,
    arrived,
    answer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return node;
}
