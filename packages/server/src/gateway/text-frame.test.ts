import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TurnWebSocketServer } from './turn-websocket.ts';

test('texts of every length arrive as they were said, in their order', async () => {
  // Lengths around those at which the header of a frame becomes longer.
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 100_000];
  const texts = lengths.flatMap(length => ['x'.repeat(length), '🙂'.repeat(Math.ceil(length / 4))]);
  const http = createServer();
  new TurnWebSocketServer({ server: http }).on('connection', page => {
    for (const text of texts) page.send(text);
    page.send(Buffer.from('bytes'));
    page.close(1000, 'over');
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const heard: string[] = [];
  client.on('message', data => heard.push(String(data)));
  const [code] = await once(client, 'close');
  http.close();
  expect(heard).toEqual([...texts, 'bytes']);
  expect(code).toBe(1000);
});
