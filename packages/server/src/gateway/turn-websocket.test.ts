import type { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type TurnWebSocket, TurnWebSocketServer } from './turn-websocket.ts';

/** A connection that counts how often the system is asked to write. */
class CountedStream extends Duplex {
  readonly writes: string[] = [];

  override _read(): void {}

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.writes.push(chunk.toString());
    done();
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.writes.push(Buffer.concat(chunks.map(({ chunk }) => Buffer.from(chunk))).toString());
    done();
  }
}

async function open(): Promise<{ readonly page: TurnWebSocket; readonly stream: CountedStream }> {
  const stream = new CountedStream();
  const headers = {
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
  };
  const request = { method: 'GET', url: '/', headers } as unknown as IncomingMessage;
  const server = new TurnWebSocketServer({ noServer: true });
  const page = await new Promise<TurnWebSocket>(resolve =>
    server.handleUpgrade(request, stream, Buffer.alloc(0), resolve),
  );
  stream.writes.length = 0;
  return { page, stream };
}

test('what is said in one turn of the event loop is written at once, in its order', async () => {
  const { page, stream } = await open();
  for (const text of ['one', 'two', 'three']) page.send(text);
  await turn();
  expect(stream.writes.map(text => text.replace(/[^a-z]+/g, ' ').trim())).toEqual(['one two three']);
  page.send('four');
  await turn();
  expect(stream.writes).toHaveLength(2);
});

test('whoever waits to say more is let go on in the same turn', async () => {
  const { page, stream } = await open();
  const order: string[] = [];
  page.send('one', () => order.push('one'));
  expect(order).toEqual(['one']);
  expect(page.bufferedAmount).toBeGreaterThan(0);
  await turn();
  expect(page.bufferedAmount).toBe(0);
  expect(stream.writes).toHaveLength(1);
});

test('a page that is cut off in the middle of a turn disturbs nobody', async () => {
  const [gone, other] = [await open(), await open()];
  gone.page.on('error', () => {});
  for (const { page } of [gone, other]) page.send('one');
  gone.page.terminate();
  gone.page.send('two');
  await turn();
  expect(gone.stream.writes).toEqual([]);
  expect(other.stream.writes).toHaveLength(1);
});
