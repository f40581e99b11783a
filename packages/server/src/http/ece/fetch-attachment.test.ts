import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchAttachment } from './fetch-attachment.ts';

let store: Server;
let at: string;
beforeAll(async () => {
  store = createServer((request, response) => {
    if (request.url === '/file') response.end('twelve bytes');
    else if (request.url === '/endless') {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', write);
      write();
    } else response.writeHead(302, { location: '/file' }).end();
  });
  await new Promise<void>(resolve => store.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
});
afterAll(() => {
  store.closeAllConnections();
  store.close();
});

const fetched = (url: string, allowPrivate = true) => fetchAttachment({ url, allowPrivate, mostBytes: 1000 });

test('what is there is fetched whole', async () => {
  expect(Buffer.from(await fetched(`${at}/file`)).toString()).toBe('twelve bytes');
});

test.each([
  ['a redirect', () => fetched(`${at}/moved`), 'HTTP 302'],
  ['what has no end', () => fetched(`${at}/endless`), 'more than 1000 bytes'],
  ['a file of this machine', () => fetched('file:///etc/passwd'), 'file:'],
  ['no address', () => fetched('nonsense'), 'Invalid URL'],
  ['a private address', () => fetched(`${at}/file`, false), 'a private address'],
  ['a name of a private address', () => fetched(at.replace('127.0.0.1', 'localhost'), false), 'a private address'],
  ['a private address written otherwise', () => fetched('http://2130706433/', false), 'a private address'],
  ['one of IPv6', () => fetched('http://[::ffff:127.0.0.1]/', false), 'a private address'],
])('%s is refused', async (_, fetching, reason) => {
  await expect(fetching()).rejects.toMatchObject({ code: '400-106', message: expect.stringContaining(reason) });
});
