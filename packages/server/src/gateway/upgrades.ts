import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SOCKET_PATH } from '@eyeline/protocol';

/** How long another listener of the same HTTP server has to answer. */
const othersMs = 5_000;
/** socket.io's listener and the one below. */
const ownListeners = 2;

const answer = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** For socket.io, which goes by the beginning too. */
const isOurs = ({ url = '' }: IncomingMessage): boolean => url.startsWith(`${SOCKET_PATH}/`);

/**
 * Node leaves an upgrade open for ever as soon as anybody listens for upgrades: one that nobody takes is answered here,
 * and closed. Where others listen on the same HTTP server, as Vite does for its own reloads, it may be theirs: then it is
 * closed when they have not answered in time.
 */
export function refuseStrayUpgrades(httpServer: HttpServer, onRefused: () => void = () => {}): void {
  const refuse = (socket: Duplex) => {
    onRefused();
    socket.end(answer, () => socket.destroy());
  };
  httpServer.on('upgrade', (request, socket) => {
    if (isOurs(request)) return;
    // The page may go first.
    socket.on('error', () => socket.destroy());
    if (httpServer.listenerCount('upgrade') <= ownListeners) return refuse(socket);
    // There may have been other requests on this connection.
    const writtenBefore = request.socket.bytesWritten;
    const timer = setTimeout(() => {
      if (request.socket.bytesWritten === writtenBefore) refuse(socket);
    }, othersMs);
    socket.once('close', () => clearTimeout(timer));
  });
}
