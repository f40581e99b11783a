import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { addressGroup } from '../people/limits/address-group.ts';
import type { PeerAddress } from './peer-address.ts';
import type { SocketCounts } from './socket-counts.ts';
import { Tally } from './tally.ts';

interface ConnectionsOptions {
  readonly httpServer: HttpServer;
  readonly peers: PeerAddress;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  readonly counts: SocketCounts;
}

const answer = 'HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n';

/** Bounds the TCP connections of an HTTP server, in all and from one address. A trusted proxy has as many as it needs. */
export function boundConnections({
  httpServer,
  peers,
  connections,
  connectionsPerAddress,
  counts,
}: ConnectionsOptions): void {
  const tally = new Tally();
  const isTls = 'setSecureContext' in httpServer;
  httpServer.maxConnections = connections;
  httpServer.on('drop', () => counts.refused('too-many-connections'));
  httpServer.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (peers.isProxy(address)) return;
    const network = addressGroup(address);
    if (tally.of(network) < connectionsPerAddress) {
      socket.once('close', tally.add(network));
      return;
    }
    counts.refused('too-many-connections-per-address');
    // Nobody could read it in the middle of a TLS handshake.
    if (isTls) socket.destroy();
    else socket.end(answer, () => socket.destroy());
  });
}
