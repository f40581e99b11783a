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

/** What engine.io says of a connection that is closed. */
export function closedBecause(reason: string, description: unknown): ClosedBecause {
  if (codeIn(description) === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'too-large';
  if (reason === 'ping timeout') return 'silent';
  if (reason === 'parse error') return 'malformed';
  return reason === 'transport close' || reason === 'forced close' ? 'left' : 'failed';
}

/** `ws`' error is the cause of engine.io's. */
function codeIn(error: unknown): unknown {
  if (!(error instanceof Error)) return null;
  if ('code' in error) return error.code;
  return 'description' in error ? codeIn(error.description) : null;
}
