import type { CallId, InteractionId, Signal } from '@eyeline/protocol';
import type { Line } from '../line/line.ts';

/** Before a signal that got no answer is sent again, in ms. */
const pause = 1000;

interface SignalPost {
  send(signal: Signal): void;
  close(): void;
}

/** Brings signals to the other side through the server, and again those that a break of the line swallowed. */
export function createSignalPost(line: Line, call: { interactionId: InteractionId; callId: CallId }): SignalPost {
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  let isOver = false;
  const send = (signal: Signal) => {
    if (isOver) return;
    line.ask<'call.signal'>({ type: 'call.signal', ...call, signal }, answer => {
      // A new line is not yet known to the server as ours; any other refusal would be one again.
      const comesAgain = answer === 'lost' || (!answer.ok && answer.error.code === 'not-signed-in');
      if (!comesAgain) return;
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
