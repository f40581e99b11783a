import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { failure, SOCKET_PATH } from '@eyeline/protocol';
import { Server as SocketServer } from 'socket.io';
import { refuseStrayUpgrades } from './upgrades.ts';

/** Enough for the handshake, which is all that is read. */
const maxPayloadBytes = 4_000;

/**
 * Pages that come before the store is open hear that the service is starting: their socket is opened only to be told so,
 * and closed. Returns how to stop, before the real endpoint is attached to the same HTTP server.
 */
export function refuseWhileStarting(httpServer: HttpServer, { connectMs }: { readonly connectMs: number }): () => void {
  // socket.io never takes its listeners off a server again: it gets one of its own, which listens nowhere.
  const inner = createServer();
  const io = new SocketServer(inner, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    maxHttpBufferSize: maxPayloadBytes,
    perMessageDeflate: false,
    serveClient: false,
    connectTimeout: connectMs,
    destroyUpgrade: false,
  });
  refuseStrayUpgrades(inner);
  const refusal = failure('starting');
  io.use((socket, next) => {
    next(Object.assign(new Error(refusal.message), { data: refusal }));
    // When it has been told.
    setImmediate(() => socket.conn.close());
  });
  const forward = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    void inner.emit('upgrade', request, socket, head);
  httpServer.on('upgrade', forward);
  return () => {
    httpServer.off('upgrade', forward);
    io.disconnectSockets(true);
    io.engine.close();
  };
}
