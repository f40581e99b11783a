import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@eyeline/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { ConfigError, parseConfig } from '../../settings/parse-config.ts';
import { mailLanguages } from '../../settings/sentences/mail-languages.ts';
import { PostOffice } from '../../testing/post-office.ts';
import { SkippedTime } from '../../testing/skipped-time.ts';
import { temporaryRoot } from '../../testing/temporary-root.ts';
import { TestServer } from '../../testing/test-server.ts';
import { Letters } from './letters.ts';
import { MailSink } from './mail-sink.ts';
import { postponed } from './waiting-letter.ts';

let office: PostOffice;
let server: TestServer | undefined;
beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await office.close();
});

type Mail = NonNullable<ConfigInput['mail']>;
const mailAt = ({ port }: Pick<PostOffice, 'port'>, more: Partial<Mail> = {}): Mail => ({
  ...{ host: '127.0.0.1', port, security: 'none', from: 'chat@shop.example', ...more },
});

/** A conversation that is over, of which something is worth keeping. */
async function talked(config: Partial<ConfigInput> = {}, time = new SkippedTime()) {
  server = await TestServer.start({ mail: mailAt(office), ...config }, { clock: time.clock });
  const scene = await server.conversation();
  const { agent, customer, interactionId } = scene;
  await agent.page.do('message.send', { interactionId, text: 'Guten Tag\nWas <b>fehlt</b>?' });
  await customer.page.do('message.send', { interactionId, text: 'My card is 4111 1111 1111 1111 \u202e' });
  const ask = { interactionId, to: 'zoe@example.com', language: 'de', zone: 'Europe/Berlin' };
  return { ...scene, ask, page: customer.page, time };
}

test('what was said comes as a letter, in the reader’s language, as text and as a page, with nothing in it that is hidden', async () => {
  const { page, agent, ask, interactionId, taskId } = await talked();
  expect(await page.refusal('transcript.send', ask)).toBe('not-offered');
  await page.do('interaction.end', { interactionId });
  await page.do('transcript.send', ask);
  expect(await page.waitFor('transcript.mailed', one => one.state === 'sent')).toMatchObject({
    to: 'z•••@example.com',
  });
  const [letter] = office.letters;
  expect(letter).toMatchObject({ from: 'chat@shop.example', to: ['zoe@example.com'] });
  const { text = '' } = letter ?? {};
  expect(text).toMatch(/^From: Customer support <chat@shop\.example>$/m);
  expect(text).toMatch(/^To: zoe@example\.com$/m);
  expect(text).toMatch(/^Auto-Submitted: auto-generated$/im);
  expect(text).toContain('Anna Berg: Guten Tag\n  Was <b>fehlt</b>?');
  expect(text).toContain('Was &lt;b&gt;fehlt&lt;/b&gt;?');
  expect(text).toContain('My card is •••• 1111');
  expect(text).not.toMatch(/4111 1111|\u202e/);
  expect(text).toContain('Zeiten: Europe/Berlin');
  expect(text).toContain('Anna Berg ist jetzt im Chat');
  expect(text).toContain('Der Chat ist beendet');
  expect(text).toContain('<html lang="de" dir="ltr">');
  // Nobody else reads the whole address, and the store keeps it no longer than it has to.
  expect(JSON.stringify(agent.page.received)).not.toContain('zoe@example.com');
  expect((await server?.running.centre.store.loadOutside()) ?? []).toEqual([]);
  // The agent may send it too, before the work is wrapped up.
  await agent.page.do('transcript.send', { ...ask, language: 'he' });
  await agent.page.waitFor(
    'transcript.mailed',
    one => one.state === 'sent' && String(one.participantId) === agent.agentId,
  );
  expect(office.letters[1]?.text).toContain('<html lang="he" dir="rtl">');
  await page.do('transcript.send', ask);
  expect(await page.refusal('transcript.send', ask)).toBe('too-many-requests');
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
});

test.each([
  'zoe@example.com\r\nBcc: all@example.com',
  'zoe@example.com, max@example.com',
  'Zoe <zoe@example.com>',
  'zoe@localhost',
  'zoe@exa mple.com',
  '@example.com',
  '"a b"@example.com',
  `${'x'.repeat(65)}@example.com`,
])('%j is no address', async to => {
  const { page, ask, interactionId } = await talked();
  await page.do('interaction.end', { interactionId });
  expect(await page.refusal('transcript.send', { ...ask, to })).toBe('invalid-payload');
  expect(office.letters).toEqual([]);
});

test('a server that is busy is asked again; one that does not know the address is not, and that is told', async () => {
  const { page, ask, interactionId, time } = await talked();
  await page.do('interaction.end', { interactionId });
  office.busy = 2;
  await page.do('transcript.send', ask);
  const own = server as TestServer;
  for (let tries = 2; tries > 0; tries -= 1) {
    await vi.waitFor(() => expect(office.busy).toBe(tries - 1), 10_000);
    await vi.waitFor(() => expect([...own.running.centre.work.letters.all()][0]?.at).toBeGreaterThan(time.clock.now()));
    time.skip(own, 16 * 60_000);
    own.running.centre.work.wakeLetters();
  }
  await page.waitFor('transcript.mailed', one => one.state === 'sent');
  expect(office.letters).toHaveLength(1);

  office.unknown.add('nobody@example.com');
  await page.do('transcript.send', { ...ask, to: 'nobody@example.com' });
  expect(await page.waitFor('transcript.mailed', one => one.state === 'failed')).toMatchObject({
    to: 'n•••@example.com',
  });
  expect(own.running.centre.work.letters.size).toBe(0);
});

test('a letter that was acknowledged outlives the server, which did not reach anybody', async () => {
  const port = await freePort();
  const first = new SkippedTime();
  const { page, ask, customer, interactionId } = await talked({ mail: mailAt({ port }) }, first);
  await page.do('interaction.end', { interactionId });
  await page.do('transcript.send', ask);
  const before = server as TestServer;
  await vi.waitFor(() => expect([...before.running.centre.work.letters.all()][0]?.attempts).toBe(1), 10_000);
  await before.pause();
  const { dataDirectory } = before;
  const later = new SkippedTime();
  server = await TestServer.start({ mail: mailAt(office) }, { dataDirectory, clock: later.clock });
  expect(server.running.centre.work.letters.size).toBe(1);
  later.skip(server, 16 * 60_000);
  server.running.centre.work.wakeLetters();
  await vi.waitFor(() => expect(office.letters).toHaveLength(1), 10_000);
  const back = await server.page();
  await back.do('customer.resume', { token: customer.token });
  await vi.waitFor(async () => {
    const { facts } = await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.flatMap(fact => (fact.type === 'transcript.mailed' ? [fact.state] : []))).toEqual(['waiting', 'sent']);
  });
});

test('the server is told who we are, and only over a line that nobody reads', async () => {
  await office.close();
  office = await PostOffice.open({ user: 'shop', password: 'a secret' });
  process.env['EYELINE_TEST_MAIL'] = 'a secret';
  const account = { user: 'shop', password: { env: 'EYELINE_TEST_MAIL' } } as const;
  const { page, ask, interactionId } = await talked({ mail: mailAt(office, account) });
  await page.do('interaction.end', { interactionId });
  await page.do('transcript.send', ask);
  await page.waitFor('transcript.mailed', one => one.state === 'sent');
  // Its certificate is its own: with STARTTLS nothing is said to it.
  const own = server as TestServer;
  await own.running.centre.reconfigure(
    parseConfig({ ...own.fileConfig, mail: mailAt(office, { ...account, security: 'starttls' }) }),
  );
  await page.do('transcript.send', ask);
  await vi.waitFor(() => expect([...own.running.centre.work.letters.all()][0]?.attempts).toBe(1), 10_000);
  expect(office.letters).toHaveLength(1);
});

test('where nobody was there, or the site sends no letters, none is offered', async () => {
  server = await TestServer.start({ mail: undefined });
  const none = await server.conversation();
  await none.agent.page.do('message.send', { interactionId: none.interactionId, text: 'Hello' });
  await none.customer.page.do('interaction.end', { interactionId: none.interactionId });
  const ask = { interactionId: none.interactionId, to: 'zoe@example.com', language: 'en' };
  expect(await none.customer.page.refusal('transcript.send', ask)).toBe('not-offered');
  await server.stop();
  server = await TestServer.start({ mail: mailAt(office) });
  const alone = await server.customer();
  await alone.page.do('message.send', { interactionId: alone.interactionId, text: 'Hello?' });
  await alone.page.do('interaction.end', { interactionId: alone.interactionId });
  expect(await alone.page.refusal('transcript.send', { ...ask, interactionId: alone.interactionId })).toBe(
    'not-offered',
  );
});

test('without a server letters lie in a folder, the newest of them', async () => {
  const folder = join(await mkdtemp(join(temporaryRoot(), 'mails-')), 'mails');
  const lines: string[] = [];
  const sink = new MailSink(folder, { info: (line: string) => void lines.push(line) } as never);
  const letter = { to: 'zoe@example.com', from: { name: 'Shop', address: 'chat@shop.example' }, replyTo: undefined };
  await sink.send({ ...letter, letterId: '../../x', subject: 'Conversation', text: 'Hello', html: '<p>Hello</p>' });
  const [name = ''] = await readdir(folder);
  expect(name).toMatch(/^\d+-x\.eml$/);
  expect(await readFile(join(folder, name), 'utf8')).toContain('Subject: Conversation');
  expect(lines).toEqual([expect.stringContaining(name)]);
});

test('what fails is tried slower and slower, and given up in the end', () => {
  let letter = { askedAt: 0, at: 0, attempts: 1 } as Parameters<typeof postponed>[0] | null;
  const pauses: number[] = [];
  for (let now = 0; letter && pauses.length < 1000; now = letter?.at ?? 0) {
    const next = postponed({ ...letter, attempts: pauses.length + 1 }, now, 24 * 3_600_000, 0.999);
    if (next) pauses.push(next.at - now);
    letter = next;
  }
  expect(letter).toBeNull();
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(pauses.length).toBeGreaterThan(50);
  expect(new Letters().size).toBe(0);
});

test('every language of the page is there, and a user without a password is none', () => {
  expect(Object.keys(mailLanguages).toSorted()).toEqual([
    'ar',
    'de',
    'es',
    'fr',
    'he',
    'it',
    'ja',
    'nl',
    'pl',
    'pt',
    'tr',
  ]);
  for (const [tag, words] of Object.entries(mailLanguages)) expect(words.tag).toBe(tag);
  const entryPoints = [{ entryPointId: 'shop', title: 'Shop' }];
  for (const mail of [{ user: 'x' }, { from: 'a@b' }, { from: 'a@b.example\nX: y' }, { name: 'a\r\nb' }])
    expect(() => parseConfig({ entryPoints, mail: { from: 'a@b.example', ...mail } })).toThrow(ConfigError);
});
