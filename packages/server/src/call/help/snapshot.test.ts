import { type CallId, type CommandId, FILES_PATH, mostSnapshotBytes } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpegOf } from '../../testing/jpeg.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const callId = 'call-of-snapshots' as CallId;
const picture = jpegOf(640, 480);

async function send(ticket: string, body: Uint8Array<ArrayBuffer> | string, type = 'image/jpeg') {
  const address = new URL(FILES_PATH, server.url);
  address.searchParams.set('ticket', ticket);
  const answer = await fetch(address, { method: 'POST', body, headers: { 'content-type': type } });
  const given = await answer.json();
  return answer.ok ? given : { status: answer.status, code: given.error.code };
}

function read(ticket: string) {
  const address = new URL(FILES_PATH, server.url);
  address.searchParams.set('ticket', ticket);
  return fetch(address);
}

test('H4 a snapshot: asked for by the agent, allowed by the customer, sent, and read by both and nobody else', async () => {
  const { agent, customer, interactionId } = await server.conversation();
  const call = { interactionId, callId };
  const shown = { participantId: customer.participantId, source: 'camera' } as const;
  await customer.page.do('call.propose', call);
  await agent.page.do('call.accept', call);

  // Nobody has allowed anything.
  expect(await customer.page.refusal('snapshot.ask', { ...call, picture: shown })).toBe('not-allowed');
  const forged = 'ffffffff-ffff-4fff-8fff-ffffffffffff' as CommandId;
  expect(await customer.page.refusal('file.prepare', { interactionId, fileId: forged })).toBe('not-allowed');

  await agent.page.do('snapshot.ask', { ...call, picture: shown });
  const { snapshotId } = await customer.page.waitFor('snapshot.asked');
  const file = { interactionId, fileId: snapshotId };
  expect(await customer.page.refusal('file.prepare', file)).toBe('not-allowed');
  const answer = { ...call, snapshotId };
  expect(await agent.page.refusal('snapshot.answer', { ...answer, answer: 'once' })).toBe('not-allowed');
  await customer.page.do('snapshot.answer', { ...answer, answer: 'no' });
  expect(await agent.page.waitFor('snapshot.answered')).toMatchObject({ answer: 'no' });
  expect(await customer.page.refusal('file.prepare', file)).toBe('not-allowed');

  await agent.page.do('snapshot.ask', { ...call, picture: shown });
  const second = await customer.page.waitFor('snapshot.asked', one => one.snapshotId !== snapshotId);
  await customer.page.do('snapshot.answer', { ...call, snapshotId: second.snapshotId, answer: 'always' });
  const wanted = { interactionId, fileId: second.snapshotId };
  expect(await agent.page.refusal('file.prepare', wanted)).toBe('not-allowed');
  const { ticket } = await customer.page.do('file.prepare', wanted);

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  expect(await send(ticket, svg)).toEqual({ status: 400, code: 'invalid-payload' });
  expect(await send(ticket, '<!doctype html>', 'text/html')).toEqual({ status: 400, code: 'invalid-payload' });
  expect(await send(ticket, jpegOf(60_000, 60_000))).toEqual({ status: 400, code: 'invalid-payload' });
  expect(await send(ticket, Buffer.alloc(mostSnapshotBytes + 1))).toEqual({ status: 413, code: 'file-too-large' });
  expect(await send('forged', picture)).toEqual({ status: 401, code: 'token-invalid' });
  expect(await send('forged', Buffer.alloc(mostSnapshotBytes + 1))).toEqual({ status: 401, code: 'token-invalid' });

  expect(await send(ticket, picture)).toEqual({ fileId: second.snapshotId });
  expect(await send(ticket, picture)).toEqual({ fileId: second.snapshotId });
  const shared = await agent.page.waitFor('file.shared');
  expect(shared).toMatchObject({
    participantId: customer.participantId,
    file: { fileId: second.snapshotId, width: 640, height: 480, bytes: picture.length },
  });
  expect(customer.page.payloads('file.shared')).toHaveLength(1);

  for (const { page } of [agent, customer]) {
    const { ticket: reading } = await page.do('file.read', wanted);
    const answered = await read(reading);
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
      'content-disposition': expect.stringMatching(/^attachment/),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(Buffer.from(await answered.arrayBuffer())).toEqual(picture);
    expect(await send(reading, picture)).toEqual({ status: 401, code: 'token-invalid' });
  }
  expect((await read(ticket)).status).toBe(401);
  expect(await customer.page.refusal('file.read', { interactionId, fileId: snapshotId })).toBe('target-gone');
  const ben = await server.agent('ben', false);
  expect(await ben.page.refusal('file.read', wanted)).toBe('not-allowed');
  const stranger = await server.customer('Eve');
  expect(await stranger.page.refusal('file.read', wanted)).toBe('not-allowed');
  expect(await stranger.page.refusal('file.prepare', wanted)).toBe('not-allowed');

  // Allowed for this call: the next one needs no answer. The call's end takes back what was not sent.
  await agent.page.do('snapshot.ask', { ...call, picture: shown });
  const third = await customer.page.waitFor(
    'snapshot.asked',
    one => one.snapshotId !== snapshotId && one.snapshotId !== second.snapshotId,
  );
  const late = await customer.page.do('file.prepare', { interactionId, fileId: third.snapshotId });
  await customer.page.do('call.end', { ...call, reason: 'hung-up' });
  expect(await send(late.ticket, picture)).toEqual({ status: 403, code: 'not-allowed' });
});
