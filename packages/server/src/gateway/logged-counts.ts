import type { Logger } from 'pino';
import type { SocketCounts } from './socket-counts.ts';

/**
 * The same counts, with a line at the level debug for each connection that did not end by itself: by what is wrong with it,
 * and not by whose it was.
 */
export const loggedCounts = (counts: SocketCounts, log: Pick<Logger, 'debug'>): SocketCounts => ({
  refused(because) {
    counts.refused(because);
    log.debug({ because }, `A connection was refused: ${because}.`);
  },
  closed(because) {
    counts.closed(because);
    if (because !== 'left') log.debug({ because }, `A connection was closed: ${because}.`);
  },
});
