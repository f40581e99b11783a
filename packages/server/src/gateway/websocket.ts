import type { Socket } from 'socket.io';

/** A socket of engine.io's, below socket.io's. */
export type Connection = Socket['conn'];

/** What we need of `ws`, which engine.io uses and does not type. */
export interface WebSocket {
  /** Bytes that the operating system has not taken yet. */
  readonly bufferedAmount: number;
  /** At once, without the closing handshake: what waits is forgotten. */
  terminate(): void;
  on(event: 'ping' | 'pong', listener: () => void): void;
  prependListener(event: 'error', listener: (error: Error) => void): void;
}

/** We speak WebSocket alone, so there is one. */
export const webSocketOf = ({ transport }: Connection): WebSocket =>
  (transport as unknown as { readonly socket: WebSocket }).socket;
