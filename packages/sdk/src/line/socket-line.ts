import type { SignalingReport } from '@eyeline/machines';
import {
  type CommandName,
  type CommandOutput,
  Failure,
  type FailureCode,
  PROTOCOL_VERSION,
  SOCKET_PATH,
  type Wish,
} from '@eyeline/protocol';
import { io } from 'socket.io-client';
import * as v from 'valibot';
import type { Answer, Line } from './line.ts';
import { readEvent } from './read-event.ts';
import { readReply } from './read-reply.ts';
import type { WireTables } from './wire-tables.ts';

export interface SocketLineOptions {
  /** What is said on this line; answers and events are read by it. */
  readonly tables: WireTables;
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
  /** How long an answer may take before it counts as lost, in ms. */
  readonly answerPatienceMs?: number | undefined;
}

/** The longest and shortest pause before the line is tried again, in ms; socket.io spreads them by chance. */
const reconnection = { reconnectionDelay: 1000, reconnectionDelayMax: 10_000, randomizationFactor: 0.5 };

/** Refusals at the door that trying again cannot change. */
const final: readonly unknown[] = ['version-mismatch', 'not-allowed'] satisfies FailureCode[];

function finalRefusal(error: Error): Failure | null {
  const refusal = v.safeParse(Failure, 'data' in error ? error.data : null);
  return refusal.success && final.includes(refusal.output.code) ? refusal.output : null;
}

/** The line over socket.io, by WebSocket alone: its packets stay in order and a break shows at once. */
export function createSocketLine({ tables, url, answerPatienceMs = 10_000 }: SocketLineOptions): Line {
  const options = {
    path: SOCKET_PATH,
    transports: ['websocket'],
    auth: { version: PROTOCOL_VERSION },
    autoConnect: false,
    forceNew: true,
    ...reconnection,
  };
  const socket = url === undefined ? io(options) : io(url, options);
  const listeners = new Set<(report: SignalingReport) => void>();
  const report = (told: SignalingReport) => {
    for (const listener of listeners) listener(told);
  };
  let again: ReturnType<typeof setTimeout> | undefined;

  /** socket.io leaves it to us to come back after the server itself has closed the socket. */
  const comeBack = () => {
    if (socket.active) return;
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), reconnection.reconnectionDelay * (0.5 + Math.random()));
  };

  socket.on('connect', () => report({ type: 'line.opened' }));
  socket.on('disconnect', reason => {
    report({ type: 'line.lost' });
    if (reason === 'io server disconnect') comeBack();
  });
  socket.on('connect_error', error => {
    const refusal = finalRefusal(error);
    if (!refusal) return comeBack();
    socket.disconnect();
    report({ type: 'line.refused', error: refusal });
  });
  socket.onAny((name: string, payload: unknown) => {
    const event = readEvent(tables, name, payload);
    if (event) report(event);
  });

  return {
    open: () => void socket.connect(),
    close: () => {
      clearTimeout(again);
      listeners.clear();
      socket.disconnect();
    },
    listen: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask<N extends CommandName>(wish: Wish<N>, answer: (answer: Answer<CommandOutput<N>>) => void) {
      // socket.io would keep it and send it later, behind the back of whoever repeats it after `lost`.
      if (!socket.connected) return answer('lost');
      const { type, ...input } = wish;
      socket.timeout(answerPatienceMs).emit(type, input, (missing: Error | null, reply: unknown) => {
        answer(missing ? 'lost' : readReply<N>(tables, type, reply));
      });
    },
  };
}
