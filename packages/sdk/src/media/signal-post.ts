import type { CallId, FailureCode, InteractionId, Signal } from '@eyeline/protocol';
import type { Connection } from '../connection/connection.ts';

/** Before a signal that got no answer is sent again, in ms. */
const pause = 1000;

/** Refusals that pass: a new connection is not known to the server as ours before the session has told it so. */
const comesAgain: readonly FailureCode[] = ['not-signed-in', 'too-many-requests', 'server-busy', 'store-unavailable'];

interface SignalPost {
  send(signal: Signal): void;
  close(): void;
}

/** Brings signals to the other side through the server, and again those that a break of the connection swallowed. */
export function createSignalPost(
  connection: Connection,
  path: { interactionId: InteractionId; callId: CallId; epoch: number },
): SignalPost {
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  let isOver = false;
  const send = (signal: Signal) => {
    if (isOver) return;
    connection.ask<'call.signal'>({ type: 'call.signal', ...path, signal }, answer => {
      if (answer !== 'lost' && (answer.ok || !comesAgain.includes(answer.error.code))) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        send(signal);
      }, pause);
      waiting.add(timer);
    });
  };
  return {
    send,
    close() {
      isOver = true;
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}
