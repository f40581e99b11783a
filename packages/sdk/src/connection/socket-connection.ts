import type { SignalingReport } from '@eyeline/machines';
import {
  type Command,
  type CommandName,
  type CommandOutput,
  Failure,
  type FailureCode,
  PROTOCOL_VERSION,
  SOCKET_PATH,
} from '@eyeline/protocol';
import { Manager } from 'socket.io-client';
import * as v from 'valibot';
import { randomIds } from '../id-source.ts';
import type { Answer, Connection } from './connection.ts';
import { followPage } from './page-life.ts';
import { readEvent } from './read-event.ts';
import { readReply } from './read-reply.ts';
import { serverOf } from './server-of.ts';
import type { WireTables } from './wire-tables.ts';

export interface SocketConnectionOptions {
  /** What is said on this connection; answers and events are read by it. */
  readonly tables: WireTables;
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
  /** How long an answer may take before it counts as lost, in ms. */
  readonly answerTimeoutMs?: number | undefined;
  /** Where the browser tells that the page sleeps and wakes: the window. */
  readonly page?: Partial<EventTarget> | undefined;
}

/**
 * The first and the longest pause before the connection is tried again, in ms. socket.io spreads them by chance, so that
 * all the pages of a server that was restarted do not come at once. An attempt that is not answered is given up after
 * `timeout`.
 */
const reconnection = {
  reconnectionDelay: 1000,
  reconnectionDelayMax: 4000,
  randomizationFactor: 0.5,
  timeout: 10_000,
};

/** A page that wakes and has not been pinged for so long has slept through the end of its connection, in ms. */
const silenceMs = 10_000;

/** Two things that wake a page together make one attempt, in ms. */
const sameMomentMs = 500;

/** Refusals of a connection that trying again cannot change. */
const final: readonly FailureCode[] = ['version-mismatch', 'not-allowed'];

/** What the server said; null where the network failed. */
function refusalIn(error: Error): Failure | null {
  const refusal = v.safeParse(Failure, 'data' in error ? error.data : null);
  return refusal.success ? refusal.output : null;
}

/** The connection over socket.io, by WebSocket alone: its packets stay in order and a break shows at once. */
export function createSocketConnection({
  tables,
  url,
  answerTimeoutMs = 10_000,
  page,
}: SocketConnectionOptions): Connection {
  const socket = new Manager(serverOf(url), {
    path: SOCKET_PATH,
    transports: ['websocket'],
    autoConnect: false,
    ...reconnection,
    // The page has the same name on each of its connections.
  }).socket('/', { auth: { version: PROTOCOL_VERSION, page: randomIds.commandId() } });
  const listeners = new Set<(report: SignalingReport) => void>();
  const report = (event: SignalingReport) => {
    for (const listener of listeners) listener(event);
  };
  let again: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = reconnection.reconnectionDelay;
  /** Is the page told why it has to wait? */
  let isNotified = false;

  /** socket.io leaves it to us to come back after the server itself has closed the socket. */
  const comeBack = () => {
    if (socket.active) return;
    clearTimeout(again);
    again = setTimeout(connect, pauseMs * (0.5 + Math.random()));
    pauseMs = Math.min(2 * pauseMs, reconnection.reconnectionDelayMax);
  };

  let pingedAt = 0;
  let pingGapMs = 0;
  let triedAt = 0;
  const connect = () => {
    triedAt = Date.now();
    socket.connect();
  };
  let stopFollowing = () => {};
  const life = {
    // Browsers keep no page for the way back that holds a connection; the other side learns at once that we are away.
    onAsleep: () => void socket.disconnect(),
    /** The pause before the next attempt ends here; an open connection is believed while it was heard lately. */
    onAwake() {
      const now = Date.now();
      // A server may be configured to ping more rarely.
      const isFresh = socket.connected
        ? now - pingedAt < Math.max(silenceMs, 2 * pingGapMs)
        : now - triedAt < sameMomentMs;
      if (isFresh) return;
      socket.disconnect();
      connect();
    },
  };

  socket.io.on('ping', () => {
    pingGapMs = Date.now() - pingedAt;
    pingedAt = Date.now();
  });
  socket.on('connect', () => {
    pingedAt = Date.now();
    pauseMs = reconnection.reconnectionDelay;
    report({ type: 'connection.opened' });
  });
  socket.on('disconnect', reason => {
    report({ type: 'connection.lost' });
    if (reason === 'io server disconnect') comeBack();
  });
  socket.on('connect_error', error => {
    const refusal = refusalIn(error);
    if (!refusal || !final.includes(refusal.code)) {
      // What was said before holds no longer where the network fails now.
      if (refusal || isNotified) report({ type: 'connection.waiting', error: refusal });
      isNotified = refusal !== null;
      return comeBack();
    }
    stopFollowing();
    socket.disconnect();
    report({ type: 'connection.refused', error: refusal });
  });
  socket.onAny((name: string, payload: unknown) => {
    const event = readEvent(tables, name, payload);
    if (event) report(event);
  });

  return {
    open() {
      stopFollowing = followPage(life, page);
      connect();
    },
    close() {
      clearTimeout(again);
      stopFollowing();
      listeners.clear();
      socket.disconnect();
    },
    listen: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask<N extends CommandName>(command: Command<N>, answer: (answer: Answer<CommandOutput<N>>) => void) {
      // socket.io would keep it and send it later, behind the back of whoever repeats it after `lost`.
      if (!socket.connected) return answer('lost');
      const { type, ...input } = command;
      socket.timeout(answerTimeoutMs).emit(type, input, (missing: Error | null, reply: unknown) => {
        answer(missing ? 'lost' : readReply<N>(tables, type, reply));
      });
    },
  };
}
