import type { CommandInput, CommandName, CommandOutput } from './commands.ts';
import type { EventName, EventPayload } from './events.ts';
import type { Reply } from './reply.ts';

/** Goes up when an old client and a new server could misunderstand each other. Sent in the handshake's `auth`. */
export const PROTOCOL_VERSION = 3;

/** The HTTP path of the socket.io endpoint. */
export const SOCKET_PATH = '/eyeline/socket';

/** socket.io's listen map of the server, emit map of the browser. */
export type ClientToServer = {
  [N in CommandName]: (input: CommandInput<N>, reply: (reply: Reply<CommandOutput<N>>) => void) => void;
};

/** socket.io's emit map of the server, listen map of the browser. */
export type ServerToClient = { [N in EventName]: (payload: EventPayload<N>) => void };
