import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type CommandId, FILES_PATH } from '@eyeline/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { pdf } from '../../testing/sample-files.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

const fileId = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' as CommandId;

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function prepared() {
  server = await TestServer.start({ files: { atOnce: 1 } });
  const { customer, interactionId } = await server.conversation();
  const { ticket } = await customer.page.do('file.prepare', { interactionId, fileId, name: 'a.pdf' });
  return `${new URL(FILES_PATH, server.url).href}?ticket=${encodeURIComponent(ticket)}`;
}

const send = async (address: string) => (await fetch(address, { method: 'POST', body: pdf })).status;

/** Begins to send, and answers with what lets go and waits until the server has seen it. */
async function begin(address: string, body: Uint8Array) {
  const started = deferred<ServerResponse>();
  const listen = (message: unknown) => {
    const { request: asked, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (asked.method === 'POST' && asked.url?.startsWith(FILES_PATH)) started.resolve(response);
  };
  subscribe('http.server.request.start', listen);
  const sending = request(address, { method: 'POST', headers: { 'content-length': pdf.length } });
  sending.on('error', () => {});
  sending.flushHeaders();
  sending.write(body);
  const response = await started.promise;
  unsubscribe('http.server.request.start', listen);
  return async () => {
    const closed = once(response, 'close');
    sending.destroy();
    await closed;
  };
}

test('F5 who goes while the ticket is read keeps no place', async () => {
  const address = await prepared();
  const { tokens } = server.running.centre.people;
  const gate = deferred<void>();
  const read = tokens.file.bind(tokens);
  const spy = vi.spyOn(tokens, 'file').mockImplementationOnce(async (ticket, way) => {
    await gate.promise;
    return read(ticket, way);
  });
  const go = await begin(address, pdf.subarray(0, 5));
  await expect.poll(() => spy.mock.calls.length).toBe(1);
  await go();
  gate.resolve();
  await expect.poll(() => send(address)).toBe(200);
});

test('F6 who goes when all has come keeps the place until the file is dealt with', async () => {
  const address = await prepared();
  const { files } = server.running.centre;
  const gate = deferred<void>();
  const add = files.add.bind(files);
  const spy = vi.spyOn(files, 'add').mockImplementationOnce(async file => {
    await gate.promise;
    await add(file);
  });
  const go = await begin(address, pdf);
  await expect.poll(() => spy.mock.calls.length).toBe(1);
  await go();
  expect(await send(address)).toBe(503);
  gate.resolve();
  await expect.poll(() => send(address)).toBe(200);
});
