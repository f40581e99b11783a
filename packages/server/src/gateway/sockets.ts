import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { SOCKET_PATH } from '@eyeline/protocol';
import { Server as SocketServer } from 'socket.io';
import { addressGroup } from '../people/limits/address-group.ts';
import { customerRefusals } from '../settings/sentences/refusals.ts';
import { Admission, type Admitted } from './admission.ts';
import { Gateway, type GatewayRooms, type OnCommand } from './gateway.ts';
import { Guard } from './guard.ts';
import { loggedCounts } from './logged-counts.ts';
import { openPage } from './open-page.ts';
import { PeerAddress } from './peer-address.ts';
import { refusalOf } from './refusal-of.ts';
import { closedBecause, noCounts, type SocketCounts } from './socket-counts.ts';
import { TurnWebSocketServer } from './turn-websocket.ts';
import { refuseStrayUpgrades } from './upgrades.ts';
import type { Connection } from './websocket.ts';

interface SocketsOptions {
  readonly rooms: GatewayRooms;
  readonly httpServer: HttpServer;
  readonly onCommand?: OnCommand;
  readonly counts?: SocketCounts;
}

export interface Sockets {
  /** How many are open, also those that are no page yet. */
  readonly count: number;
  /** Bytes that were said and not taken yet, of all of them. O(sockets). */
  readonly waitingBytes: number;
  close(): void;
}

/** Room for the longest SDP and a message of 10 000 characters, however they are escaped. */
const maxPayloadBytes = 128_000;

/** The socket.io endpoint. Sockets do not leave this folder: everybody else knows callers. */
export function listenForSockets({ rooms, httpServer, onCommand, counts: given = noCounts }: SocketsOptions): Sockets {
  const counts = loggedCounts(given, rooms.log);
  const { limits, presence, trustProxy } = rooms.settings.config;
  const gateway = new Gateway({ rooms, ...(onCommand ? { onCommand } : {}) });
  const peers = new PeerAddress(trustProxy);
  const admission = new Admission(limits);
  const admitted = new WeakMap<IncomingMessage, Admitted>();
  const guards = new Map<Connection, Guard>();
  const pages = new WeakSet<Connection>();
  let isWarned = false;

  /** Before the WebSocket is opened: who is turned away here costs nothing more. */
  const admit = (request: IncomingMessage): boolean => {
    if (!isWarned && peers.isIgnored(request)) {
      isWarned = true;
      const proxy = request.socket.remoteAddress;
      rooms.log.warn({ proxy }, 'X-Forwarded-For is ignored. Name the proxy in "trustProxy" where it is one of yours.');
    }
    const one = admission.enter(addressGroup(peers.of(request)));
    if (!one || one.refusal) counts.refused('too-many-sockets');
    if (!one) return false;
    admitted.set(request, one);
    request.socket.once('close', one.leave);
    return true;
  };

  const io = new SocketServer(httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    maxHttpBufferSize: maxPayloadBytes,
    perMessageDeflate: false,
    wsEngine: TurnWebSocketServer,
    serveClient: false,
    pingInterval: presence.pingIntervalMs,
    pingTimeout: presence.pingTimeoutMs,
    connectTimeout: limits.connectMs,
    allowRequest: (request, decide) =>
      admit(request) ? decide(null, true) : decide(customerRefusals.tooManyConnections, false),
    // socket.io's own would close those of others, as Vite's, too.
    destroyUpgrade: false,
  });
  refuseStrayUpgrades(httpServer, () => counts.refused('stray-upgrade'));

  io.engine.on('connection', (connection: Connection) => {
    const guard = new Guard(connection, limits);
    guards.set(connection, guard);
    connection.on('close', (reason: string) => {
      guards.delete(connection);
      counts.closed(guard.endsBecause ?? (pages.has(connection) ? closedBecause(reason) : 'never-connected'));
    });
  });
  io.use((socket, next) => {
    const { refusal, because } = refusalOf(socket, rooms.settings.config, admitted.get(socket.request));
    if (!refusal) return next();
    if (because) counts.refused(because);
    next(Object.assign(new Error(refusal.message), { data: refusal }));
    // When it has been told.
    setImmediate(() => guards.get(socket.conn)?.close('refused'));
  });
  io.on('connection', socket => {
    const guard = guards.get(socket.conn);
    const one = admitted.get(socket.request);
    pages.add(socket.conn);
    if (guard && one) openPage({ socket, rooms, gateway, guard, address: peers.of(socket.request), admitted: one });
  });
  return {
    get count() {
      return guards.size;
    },
    get waitingBytes() {
      let sum = 0;
      for (const guard of guards.values()) sum += guard.waiting;
      return sum;
    },
    close: () => {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
