import type { Socket } from 'socket.io';
import { Caller } from '../people/caller.ts';
import type { Admitted } from './admission.ts';
import type { Gateway, GatewayRooms } from './gateway.ts';
import type { Guard } from './guard.ts';

interface PageOptions {
  readonly socket: Socket;
  readonly rooms: GatewayRooms;
  readonly gateway: Gateway;
  readonly guard: Guard;
  readonly admitted: Admitted;
  readonly address: string;
}

/** A name that nobody guesses, or none. */
const pageIdOf = (page: unknown): string | undefined =>
  typeof page === 'string' && /^[\w-]{16,64}$/.test(page) ? page : undefined;

/** A page has connected: what it asks is answered, and what it is told is sent, until it is gone. */
export function openPage({ socket, rooms, gateway, guard, admitted, address }: PageOptions): void {
  const { commandBurst: burst, commandsPerSecond: perSecond } = rooms.settings.config.limits;
  const caller = new Caller({
    address,
    origin: socket.handshake.headers.origin,
    pageId: pageIdOf(socket.handshake.auth['page']),
    emit: (name, payload) => {
      if (guard.hasRoom()) socket.emit(name, payload);
    },
    burst,
    perSecond,
    onIdentified: identity => {
      if (identity?.role === 'agent') admitted.trust();
    },
  });
  rooms.people.callers.add(caller);
  socket.conn.on('packet', () => caller.received(performance.now()));
  socket.onAny((name: string, ...args: unknown[]) => {
    const reply = args.at(-1);
    // Without an acknowledgement there is nobody to answer, and nothing is carried out unanswered.
    if (typeof reply !== 'function') return;
    void gateway.answer(caller, name, args[0], answer => {
      if (guard.hasRoom()) reply(answer);
    });
  });
  socket.on('error', error => {
    rooms.log.debug({ err: error }, 'A page said what is no packet of ours.');
    guard.cut('malformed');
  });
  socket.on('disconnect', reason => {
    // A page that says goodbye was there until now; one that fell silent was not.
    if (reason !== 'ping timeout') caller.received(performance.now());
    rooms.people.callers.remove(caller);
    // Without its page the connection serves nobody; socket.io would leave it open.
    guard.close('left');
  });
}
