import type { Server as HttpServer } from 'node:http';
import { type Failure, failure, PROTOCOL_VERSION, SOCKET_PATH } from '@eyeline/protocol';
import { type Socket, Server as SocketServer } from 'socket.io';
import { finesseOrigins } from '../cisco/voice/finesse-origins.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { Caller } from './caller.ts';
import { Gateway, type OnCommand } from './gateway.ts';
import { refuseStrayUpgrades } from './upgrades.ts';

interface SocketsOptions {
  readonly centre: ContactCentre;
  readonly httpServer: HttpServer;
  readonly onCommand?: OnCommand;
}

/** Room for the longest SDP and a message of 10 000 characters, however they are escaped. */
const maxPayloadBytes = 128_000;

/** The socket.io endpoint. Sockets do not leave this file: everybody else knows callers. */
export function listenForSockets({ centre, httpServer, onCommand }: SocketsOptions): SocketServer {
  const gateway = new Gateway({ centre, ...(onCommand ? { onCommand } : {}) });
  const { pingIntervalMs: pingInterval, pingTimeoutMs: pingTimeout } = centre.config.presence;
  const io = new SocketServer(httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    maxHttpBufferSize: maxPayloadBytes,
    perMessageDeflate: false,
    serveClient: false,
    pingInterval,
    pingTimeout,
    // socket.io's own would close those of others, as Vite's, too.
    destroyUpgrade: false,
  });
  refuseStrayUpgrades(httpServer);
  io.use((socket, next) => {
    const refusal = refusalOf(socket, centre);
    next(refusal ? Object.assign(new Error(refusal.message), { data: refusal }) : undefined);
  });
  io.on('connection', socket => welcome(socket, centre, gateway));
  return io;
}

/** Why this page may not connect; `data` of the browser's `connect_error`. Trying again is no use. */
function refusalOf({ handshake }: Socket, { config: { origins, finesse } }: ContactCentre): Failure | null {
  if (handshake.auth['version'] !== PROTOCOL_VERSION) return failure('version-mismatch');
  const { origin } = handshake.headers;
  // Where sites are named, desks in Cisco's desktop need not be named once more.
  if (origins && origin !== undefined && !origins.includes(origin) && !finesseOrigins(finesse).includes(origin))
    return failure('not-allowed', 'This page may not connect. Add its origin to the configuration.');
  return null;
}

function welcome(socket: Socket, centre: ContactCentre, gateway: Gateway): void {
  const { commandBurst: burst, commandsPerSecond: perSecond } = centre.config.limits;
  const caller = new Caller({
    address: socket.handshake.address,
    emit: (name, payload) => socket.emit(name, payload),
    burst,
    perSecond,
  });
  centre.callers.add(caller);
  socket.conn.on('packet', () => caller.heard(performance.now()));
  socket.onAny((name: string, ...args: unknown[]) => {
    const reply = args.at(-1);
    // Without an acknowledgement there is nobody to answer, and nothing is carried out unanswered.
    if (typeof reply === 'function') void gateway.answer(caller, name, args[0], answer => reply(answer));
  });
  socket.on('error', error => centre.log.debug({ err: error }, 'A socket failed.'));
  socket.on('disconnect', reason => {
    // A page that says goodbye was there until now; one that fell silent was not.
    if (reason !== 'ping timeout') caller.heard(performance.now());
    centre.callers.remove(caller);
  });
}
