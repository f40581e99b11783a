/** Why a connection was refused before it became a page. */
export type RefusedBecause =
  | 'stray-upgrade'
  | 'too-many-connections'
  | 'too-many-connections-per-address'
  | 'too-many-sockets'
  | 'origin'
  | 'version';

/** Why a socket that was open is closed. */
export type ClosedBecause =
  | 'left'
  | 'silent'
  | 'never-connected'
  | 'refused'
  | 'not-reading'
  | 'too-many-frames'
  | 'too-large'
  | 'malformed'
  | 'failed';

/** Who counts what happens to connections. */
export interface SocketCounts {
  refused(because: RefusedBecause): void;
  closed(because: ClosedBecause): void;
}

export const noCounts: SocketCounts = { refused: () => {}, closed: () => {} };

/** What engine.io says of a connection that the other side or the network has ended. */
export function closedBecause(reason: string): ClosedBecause {
  if (reason === 'ping timeout') return 'silent';
  if (reason === 'parse error') return 'malformed';
  return reason === 'transport close' ? 'left' : 'failed';
}
