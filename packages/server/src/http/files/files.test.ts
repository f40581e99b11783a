import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandId, FILES_PATH } from '@eyeline/protocol';
import { afterEach, expect, test } from 'vitest';
import { FakeBucket } from '../../testing/fake-bucket.ts';
import { FakeScanner } from '../../testing/fake-scanner.ts';
import { documentOf, pdf, pngOf, wordType } from '../../testing/sample-files.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let scanner: FakeScanner | undefined;
afterEach(async () => {
  await server.stop();
  await scanner?.stop();
  scanner = undefined;
});

const idOf = (letter: string) => `${letter.repeat(8)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa` as CommandId;
const addressOf = (ticket: string) => `${new URL(FILES_PATH, server.url).href}?ticket=${encodeURIComponent(ticket)}`;

async function send(ticket: string, body: Uint8Array<ArrayBuffer>) {
  const answer = await fetch(addressOf(ticket), { method: 'POST', body });
  const given = await answer.json();
  return answer.ok ? given : { status: answer.status, code: given.error.code };
}

const stored = async (folder = join(server.dataDirectory, 'files')) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter(one => one.isFile());

test('F1 a file goes both ways, is a message, and is read by both and by nobody else', async () => {
  server = await TestServer.start();
  const { agent, customer, interactionId } = await server.conversation();
  const picture = { interactionId, fileId: idOf('a') };
  const { ticket } = await customer.page.do('file.prepare', { ...picture, name: 'C:\\fakepath\\Par\u202ecel.png' });
  expect(await send(ticket, pngOf(640, 480))).toEqual({ fileId: picture.fileId });
  expect(await send(ticket, pngOf(640, 480))).toEqual({ fileId: picture.fileId });
  const shared = { name: 'Parcel.png', mediaType: 'image/png', width: 640, height: 480 };
  expect(await agent.page.waitFor('file.shared')).toMatchObject({
    participantId: customer.participantId,
    file: { fileId: picture.fileId, ...shared, bytes: pngOf(640, 480).length },
  });

  const letter = { interactionId, fileId: idOf('b') };
  const own = await agent.page.do('file.prepare', { ...letter, name: 'Ünser "Angebot".docx' });
  expect(await send(own.ticket, documentOf(wordType))).toEqual({ fileId: letter.fileId });
  const offered = await customer.page.waitFor('file.shared', one => one.file.fileId === letter.fileId);
  expect(offered.file).toMatchObject({ name: 'Ünser Angebot.docx', mediaType: wordType });
  expect(offered).not.toHaveProperty('scanned');

  const reading = await customer.page.do('file.read', letter);
  const answered = await fetch(addressOf(reading.ticket));
  expect(Object.fromEntries(answered.headers)).toMatchObject({
    ...{ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
    'content-disposition': `attachment; filename="_nser Angebot.docx"; filename*=UTF-8''%C3%9Cnser%20Angebot.docx`,
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect(Buffer.from(await answered.arrayBuffer())).toEqual(documentOf(wordType));
  const drawn = await fetch(addressOf((await agent.page.do('file.read', picture)).ticket));
  expect(drawn.headers.get('content-type')).toBe('image/png');

  const ben = await server.agent('ben', false);
  expect(await ben.page.refusal('file.read', letter)).toBe('not-allowed');
  expect(await ben.page.refusal('file.prepare', { ...letter, name: 'a.pdf' })).toBe('not-allowed');
  // Nobody sends under an id that is another one's.
  expect(await agent.page.refusal('file.prepare', { ...picture, name: 'a.pdf' })).toBe('not-allowed');
  expect(await customer.page.refusal('file.read', { interactionId, fileId: idOf('c') })).toBe('target-gone');
  await agent.page.do('interaction.end', { interactionId });
  const late = { interactionId, fileId: idOf('d'), name: 'a.pdf' };
  expect(await customer.page.refusal('file.prepare', late)).toBe('interaction-closed');
  // What was sent stays for who may read the conversation.
  expect((await fetch(addressOf((await agent.page.do('file.read', picture)).ticket))).ok).toBe(true);
});

test('F2 what may be sent is decided by what is in it and by the entry point; nothing is left of the rest', async () => {
  const [entryPoint, ...others] = (await import('../../testing/test-server.ts')).testConfig.entryPoints;
  if (!entryPoint) throw new Error('no entry point');
  const files = { kinds: ['pdf' as const, 'text' as const], maxBytes: 1_000 };
  server = await TestServer.start({
    entryPoints: [
      { ...entryPoint, entryPointId: 'support', files },
      ...others.filter(one => one.entryPointId !== 'support').map(one => ({ ...one, files: false as const })),
    ],
    files: { perConversation: { count: 2 } },
  });
  const { customer, interactionId } = await server.conversation();
  const prepare = async (letter: string, name = 'a.pdf') =>
    (await customer.page.do('file.prepare', { interactionId, fileId: idOf(letter), name })).ticket;
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  expect(await send(await prepare('a'), page)).toEqual({ status: 415, code: 'file-not-taken' });
  expect(await send(await prepare('b'), pngOf(1, 1))).toEqual({ status: 415, code: 'file-not-taken' });
  expect(await send(await prepare('c'), Buffer.alloc(0))).toEqual({ status: 415, code: 'file-not-taken' });
  expect(await send(await prepare('d'), Buffer.alloc(1_001, 'a'))).toEqual({ status: 413, code: 'file-too-large' });
  expect(await stored()).toEqual([]);
  expect(customer.page.payloads('file.shared')).toEqual([]);
  expect(await send(await prepare('e'), pdf)).toMatchObject({ fileId: idOf('e') });
  const third = await prepare('g');
  expect(await send(await prepare('f', 'notes'), Buffer.from('Grüße'))).toMatchObject({ fileId: idOf('f') });
  expect(await send(third, pdf)).toEqual({ status: 429, code: 'too-many-requests' });
  const more = { interactionId, fileId: idOf('h'), name: 'a.pdf' };
  expect(await customer.page.refusal('file.prepare', more)).toBe('too-many-requests');
  expect((await stored()).map(({ name }) => name).sort()).toEqual([idOf('e'), idOf('f')]);

  const other = await server.customer('Eve', 'support-sfu');
  const none = { interactionId: other.interactionId, fileId: idOf('a'), name: 'a.pdf' };
  expect(await other.page.refusal('file.prepare', none)).toBe('not-offered');
});

test('F3 what breaks off leaves nothing, and what a server was taking when it died is in the log or gone', async () => {
  server = await TestServer.start();
  const { customer, agent, interactionId } = await server.conversation();
  const file = { interactionId, fileId: idOf('a'), name: 'a.pdf' };
  const { ticket } = await customer.page.do('file.prepare', file);
  const cut = new AbortController();
  const body = new ReadableStream({
    start: controller => controller.enqueue(pdf.subarray(0, 5)),
  });
  const headers = { 'content-length': String(pdf.length) };
  const broken = fetch(addressOf(ticket), {
    method: 'POST',
    body,
    headers,
    signal: cut.signal,
    duplex: 'half',
  } as RequestInit);
  cut.abort();
  await expect(broken).rejects.toThrow();
  await expect.poll(() => send(ticket, pdf)).toEqual({ fileId: file.fileId });
  await agent.page.waitFor('file.shared');
  const folder = join(server.dataDirectory, 'files', interactionId);
  await writeFile(join(folder, `${idOf('b')}.new`), pdf);
  const { dataDirectory } = server;
  await server.pause();
  server = await TestServer.start({}, { dataDirectory });
  expect((await stored()).map(({ name }) => name)).toEqual([file.fileId]);
});

test('F4 with a scanner only what it found clean is taken and given', async () => {
  scanner = await FakeScanner.start();
  server = await TestServer.start();
  const { customer, agent, interactionId } = await server.conversation();
  const before = { interactionId, fileId: idOf('a') };
  const { ticket } = await customer.page.do('file.prepare', { ...before, name: 'a.txt' });
  await send(ticket, Buffer.from('EICAR'));
  await agent.page.waitFor('file.shared');
  // As a server would begin with a scanner: what it has not seen, it looks at before anybody gets it.
  const { settings } = server.running.centre;
  const { config, iceServers } = settings;
  settings.replace(
    { ...config, files: { ...config.files, scanner: { host: '127.0.0.1', port: scanner.port, timeoutMs: 60_000 } } },
    iceServers,
  );
  expect((await fetch(addressOf((await agent.page.do('file.read', before)).ticket))).status).toBe(422);

  const prepare = async (letter: string) =>
    (await customer.page.do('file.prepare', { interactionId, fileId: idOf(letter), name: 'b.txt' })).ticket;
  expect(await send(await prepare('b'), Buffer.from('EICAR'))).toEqual({ status: 422, code: 'file-unsafe' });
  const long = Buffer.alloc(200_000, 'a');
  expect(await send(await prepare('c'), long)).toEqual({ fileId: idOf('c') });
  expect(scanner.seen.at(-1)).toEqual(long);
  const looked = scanner.seen.length;
  const { ticket: reading } = await agent.page.do('file.read', { interactionId, fileId: idOf('c') });
  expect((await fetch(addressOf(reading))).ok).toBe(true);
  expect(scanner.seen).toHaveLength(looked);
  await scanner.stop();
  scanner = undefined;
  expect(await send(await prepare('d'), pdf)).toEqual({ status: 503, code: 'server-busy' });
  expect((await stored()).map(({ name }) => name).sort()).toEqual([idOf('a'), idOf('c')]);
});

test('F5 files are kept in a bucket where one is configured, and who sends while it is away is told to come again', async () => {
  const bucket = await FakeBucket.start();
  const secrets = join(await mkdtemp(join(tmpdir(), 'eyeline-keys-')), 'secret');
  await writeFile(secrets, `${FakeBucket.keys.secretAccessKey}\n`);
  process.env['EYELINE_TEST_KEY_ID'] = FakeBucket.keys.accessKeyId;
  const { endpoint } = bucket;
  const accessKeyId = { env: 'EYELINE_TEST_KEY_ID' };
  server = await TestServer.start({
    files: { bucket: { endpoint, name: 'eyeline', accessKeyId, secretAccessKey: { file: secrets }, prefix: 'a/' } },
  });
  const { agent, customer, interactionId } = await server.conversation();
  const picture = { interactionId, fileId: idOf('a') };
  const { ticket } = await customer.page.do('file.prepare', { ...picture, name: 'Parcel.png' });
  expect(await send(ticket, pngOf(640, 480))).toEqual({ fileId: picture.fileId });
  expect([...bucket.objects.keys()]).toEqual([`a/${interactionId}/${picture.fileId}`]);
  expect(await stored()).toEqual([]);
  await agent.page.waitFor('file.shared');
  const read = await agent.page.do('file.read', picture);
  expect(Buffer.from(await (await fetch(addressOf(read.ticket))).arrayBuffer())).toEqual(pngOf(640, 480));

  await bucket.stop();
  const late = await customer.page.do('file.prepare', { ...picture, fileId: idOf('b'), name: 'Parcel.png' });
  expect(await send(late.ticket, pngOf(640, 480))).toEqual({ status: 503, code: 'store-unavailable' });
  // Words go on.
  await customer.page.do('message.send', { interactionId, commandId: idOf('c'), text: 'It did not go.' });
});
