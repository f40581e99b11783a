import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './text-frame.ts';

/** Streams that are held back until this turn of the event loop ends. */
const held: Duplex[] = [];

function release(): void {
  for (const stream of held.splice(0)) stream.uncork();
}

function hold(stream: Duplex): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  held.push(stream);
  if (held.length === 1) setImmediate(release);
}

/** What one page is told the next is told as well, nearly always: its frame is made once. */
let last = { text: '', frame: textFrame('') };

function frameOf(text: string): Buffer {
  if (text !== last.text) last = { text, frame: textFrame(text) };
  return last.frame;
}

type Written = (error?: Error) => void;

/**
 * A WebSocket whose frames of one turn of the event loop are handed to the system with one call: what a commit has for a page,
 * its event and its answer, costs as much as one frame. What is sent counts as written at once, or engine.io would keep back
 * the next frame until the one before is on its way; how much waits is in `bufferedAmount` as before, where `Guard` bounds it.
 */
export class TurnWebSocket extends WebSocket {
  stream: Duplex | null = null;

  override send(data: Parameters<WebSocket['send']>[0], ...rest: readonly unknown[]): void {
    const { stream } = this;
    if (stream) hold(stream);
    // `ws` writes header and text by themselves, which costs half as much again.
    if (stream && typeof data === 'string' && this.readyState === WebSocket.OPEN) stream.write(frameOf(data));
    else super.send(data);
    const written = rest.at(-1);
    if (typeof written === 'function') (written as Written)();
  }
}

/** What engine.io takes as its `wsEngine`. */
export class TurnWebSocketServer extends WebSocketServer<typeof TurnWebSocket> {
  constructor(options: ServerOptions<typeof TurnWebSocket>) {
    super({ ...options, WebSocket: TurnWebSocket });
  }

  override handleUpgrade(
    request: IncomingMessage,
    stream: Duplex,
    head: Buffer,
    done: (webSocket: TurnWebSocket, request: IncomingMessage) => void,
  ): void {
    super.handleUpgrade(request, stream, head, (webSocket, upgraded) => {
      webSocket.stream = stream;
      done(webSocket, upgraded);
    });
  }
}
