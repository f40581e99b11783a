import { randomUUID } from 'node:crypto';
import { type CommandId, FILES_PATH } from '@eyeline/protocol';
import { afterEach, expect, test } from 'vitest';
import type { Page } from '../../testing/page.ts';
import { pngOf } from '../../testing/sample-files.ts';
import { TestServer, testConfig } from '../../testing/test-server.ts';

const [support, ...others] = testConfig.entryPoints;
let server: TestServer;
afterEach(() => server.stop());

async function talk(askFirst: readonly ('customer' | 'agent')[]) {
  server = await TestServer.start({
    entryPoints: [{ ...support, files: { askFirst: [...askFirst] } }, ...others] as never,
  });
  const scene = await server.conversation();
  const { interactionId } = scene;
  const offer = (from: Page, name = 'lamp.png', bytes = 5_000) => {
    const commandId = randomUUID() as CommandId;
    return { commandId, interactionId, name, bytes, mediaType: 'image/png', from };
  };
  const upload = async (from: Page, fileId: CommandId, body: Uint8Array) => {
    const { ticket } = await from.do('file.prepare', { interactionId, fileId, name: 'lamp.png' });
    const address = `${new URL(FILES_PATH, server.url).href}?ticket=${encodeURIComponent(ticket)}`;
    return (await fetch(address, { method: 'POST', body: body as never })).status;
  };
  return { ...scene, page: scene.customer.page, desk: scene.agent.page, offer, upload };
}

test('a customer’s file is offered by name, size and type, and comes only when the agent wants it', async () => {
  const { page, desk, interactionId, offer, upload } = await talk(['customer']);
  const { from: _, ...asked } = offer(page, '../4111111111111111 lamp\u202e.png');
  const fileId = asked.commandId;
  const prepare = { interactionId, fileId, name: 'lamp.png' };
  expect(await page.refusal('file.prepare', prepare)).toBe('not-allowed');
  await page.do('file.offer', asked);
  await page.do('file.offer', asked);
  expect(await desk.waitFor('file.offered')).toMatchObject({
    file: { fileId, name: '•••• 1111 lamp.png', bytes: 5_000, mediaType: 'image/png' },
  });
  expect(await page.refusal('file.prepare', prepare)).toBe('not-allowed');
  // Nobody says yes to their own, and nobody to what was not offered.
  expect(await page.refusal('file.answer', { interactionId, fileId, accepted: true })).toBe('not-allowed');
  const none = { interactionId, fileId: randomUUID() as CommandId, accepted: true };
  expect(await desk.refusal('file.answer', none)).toBe('target-gone');
  await desk.do('file.answer', { interactionId, fileId, accepted: true });
  expect(await page.waitFor('file.answered')).toMatchObject({ fileId, accepted: true });
  // What comes is no longer than what was said of it.
  expect(await upload(page, fileId, new Uint8Array(5_001))).toBe(413);
  expect(await upload(page, fileId, pngOf(20, 20))).toBe(200);
  expect(await desk.waitFor('file.shared')).toMatchObject({ file: { fileId, name: 'lamp.png' } });
  // The agent's go as they are.
  expect(await upload(desk, randomUUID() as CommandId, pngOf(20, 20))).toBe(200);
  const { from: __, ...theirs } = offer(desk);
  expect(await desk.refusal('file.offer', theirs)).toBe('not-offered');
});

test('what was declined or taken back never comes; a restart forgets no offer', async () => {
  const { page, desk, interactionId, customer, offer } = await talk(['customer', 'agent']);
  const [first, second, third] = [offer(page), offer(desk), offer(page)];
  for (const { from, ...one } of [first, second, third]) await from.do('file.offer', one);
  await desk.do('file.answer', { interactionId, fileId: first.commandId, accepted: false });
  await desk.do('file.answer', { interactionId, fileId: second.commandId, accepted: false });
  await desk.do('file.answer', { interactionId, fileId: third.commandId, accepted: true });
  for (const { from, commandId: fileId } of [first, second])
    expect(await from.refusal('file.prepare', { interactionId, fileId, name: 'x' })).toBe('not-allowed');
  expect(await page.refusal('file.answer', { interactionId, fileId: second.commandId, accepted: true })).toBe(
    'target-gone',
  );
  const tooLong = { ...offer(page), bytes: 10_000_001 };
  const { from: _, ...rest } = tooLong;
  expect(await page.refusal('file.offer', rest)).toBe('file-too-large');

  await server.pause();
  const { dataDirectory, fileConfig } = server;
  server = await TestServer.start(fileConfig, { dataDirectory });
  const back = await server.page();
  await back.do('customer.resume', { token: customer.token });
  const prepared = await back.do('file.prepare', { interactionId, fileId: third.commandId, name: 'lamp.png' });
  expect(prepared.ticket).not.toBe('');
  const many: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    const { from: __, ...one } = offer(back);
    const reply = await back.ask('file.offer', one);
    many.push(reply.ok ? 'ok' : reply.error.code);
  }
  expect(many.filter(one => one === 'ok')).toHaveLength(9);
  expect(many.at(-1)).toBe('too-many-requests');
});
