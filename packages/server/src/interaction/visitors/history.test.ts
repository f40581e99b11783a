import { randomUUID } from 'node:crypto';
import type { CustomerClaim } from '@eyeline/protocol';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';

const secret = 'a secret of the shop, 32 bytes at least';
process.env['EYELINE_TEST_IDENTITY'] = secret;
const tokenFor = (sub: string, audience = 'shop', lifetime = '2 minutes') =>
  new SignJWT({ sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setExpirationTime(lifetime)
    .sign(new TextEncoder().encode(secret));
const keys = [{ algorithm: 'HS256', secret: { env: 'EYELINE_TEST_IDENTITY' } }] as const;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({
    identity: { audience: 'shop', keys: [...keys] },
    entryPoints: [
      { entryPointId: 'support', title: 'Support' },
      { entryPointId: 'bank', title: 'Bank', identity: { audience: 'bank', keys: [...keys] } },
      { entryPointId: 'brief', title: 'Brief', identity: { audience: 'shop', keys: [...keys], historyDays: 0 } },
    ],
  });
});
afterAll(() => server.stop());

type Page = Awaited<ReturnType<TestServer['page']>>;
const commandId = () => randomUUID();

async function opened(customer: Partial<CustomerClaim> = {}, entryPointId = 'support') {
  const page = await server.page();
  const input = { entryPointId, form: { name: 'Zoe' }, customer, commandId: commandId() };
  return { page, ...(await page.do('interaction.open', input as never)) };
}

const write = (page: Page, interactionId: string, text: string) =>
  page.do('message.send', { interactionId, text, commandId: commandId() } as never);
const end = (page: Page, interactionId: string) =>
  page.do('interaction.end', { interactionId, commandId: commandId() } as never);
const list = (page: Page, token: string, more: object = {}) =>
  page.do('history.list', { entryPointId: 'support', token, ...more } as never);
const read = (page: Page, token: string, interactionId: string, more: object = {}) =>
  page.do('history.read', { entryPointId: 'support', token, interactionId, ...more } as never);

test('who is proven finds what they wrote before, the newest first, on a page that knows nothing of it', async () => {
  const token = await tokenFor('h-1');
  for (const text of ['first', 'second']) {
    const { page, interactionId } = await opened({ token });
    await write(page, interactionId, text);
    await end(page, interactionId);
  }
  const elsewhere = await server.page();
  const { conversations, next } = await list(elsewhere, await tokenFor('h-1'));
  expect(conversations.map(one => [one.title, one.lastText, one.disposition])).toEqual([
    ['Support', 'second', 'abandoned'],
    ['Support', 'first', 'abandoned'],
  ]);
  expect(next).toBeNull();
  const [newest] = conversations;
  expect(await read(elsewhere, token, newest?.interactionId ?? '')).toMatchObject({
    lines: [{ role: 'customer', text: 'second', isFile: false }],
    ...{ next: null, isPartial: false },
  });
  // Nothing of it is told of live, and nobody takes part by it.
  expect(
    await elsewhere.refusal('message.send', {
      ...{ interactionId: newest?.interactionId, text: 'x', commandId: commandId() },
    } as never),
  ).toBe('not-signed-in');
});

test('the level of who asks now decides: a claim, another customer, another realm, a token that does not count', async () => {
  const token = await tokenFor('h-2');
  const { page, interactionId } = await opened({ token });
  await write(page, interactionId, 'a secret');
  await end(page, interactionId);

  const claiming = await opened({ id: 'h-2', name: 'h-2' });
  const asked = { entryPointId: 'support', interactionId };
  const refusal = (by: Page, input: object) => by.refusal('history.read', { ...asked, ...input } as never);
  expect(await refusal(claiming.page, { token: 'x' })).toBe('identity-invalid');
  expect(await refusal(claiming.page, { token: await tokenFor('h-2', 'shop', '2 minutes ago') })).toBe(
    'identity-expired',
  );
  expect(await refusal(claiming.page, { token: await tokenFor('h-3') })).toBe('not-allowed');
  expect(await refusal(claiming.page, { token: await tokenFor('h-2', 'bank') })).toBe('identity-audience');
  const sameIdAtTheBank = { token: await tokenFor('h-2', 'bank'), entryPointId: 'bank' };
  expect(await refusal(claiming.page, sameIdAtTheBank)).toBe('not-allowed');
  expect(await list(claiming.page, sameIdAtTheBank.token, sameIdAtTheBank)).toEqual({ conversations: [], next: null });
  expect(await list(claiming.page, await tokenFor('h-3'))).toEqual({ conversations: [], next: null });
  // Where the site shows no history there is none, whoever asks.
  expect(await list(page, token, { entryPointId: 'brief' })).toEqual({ conversations: [], next: null });
  expect(await refusal(page, { token, entryPointId: 'brief' })).toBe('not-allowed');
  // Who only claimed to be somebody is in nobody's history.
  await write(claiming.page, claiming.interactionId, 'I am h-2, believe me');
  expect((await list(page, token)).conversations.map(one => one.lastText)).toEqual(['a secret']);
  await end(claiming.page, claiming.interactionId);
});

test('an agent sees the history of who is proven in the conversation, and of nobody who only says so', async () => {
  const token = await tokenFor('h-4');
  const before = await opened({ token });
  await write(before.page, before.interactionId, 'earlier');
  await end(before.page, before.interactionId);

  const agent = await server.agent('anna');
  const { page, interactionId } = await opened({ id: 'h-4', name: 'Ada' });
  const offer = await agent.page.waitFor('offer.made', one => one.interactionId === interactionId);
  const asked = { interactionId } as never;
  const reading = { interactionId, earlier: before.interactionId } as never;
  expect(await agent.page.refusal('customer-history.list', asked)).toBe('not-allowed');
  await agent.page.do('offer.accept', { offerId: offer.offerId, commandId: commandId() } as never);
  expect(await agent.page.refusal('customer-history.list', asked)).toBe('not-allowed');
  expect(await agent.page.refusal('customer-history.read', reading)).toBe('not-allowed');

  await write(page, interactionId, 'before the proof');
  await page.do('customer.identify', { interactionId, customer: { token }, commandId: commandId() } as never);
  await write(page, interactionId, 'after it');
  const { conversations } = await agent.page.do('customer-history.list', asked);
  expect(conversations.map(one => [one.interactionId, one.lastText])).toEqual([[before.interactionId, 'earlier']]);
  expect((await agent.page.do('customer-history.read', reading)).lines.map(one => one.text)).toEqual(['earlier']);
  // Customers do not ask as agents do, nor agents as customers of whom they have no token.
  expect(await page.refusal('customer-history.list', asked)).toBe('not-allowed');
  // What was written before the proof is not counted as theirs.
  expect(await read(page, token, interactionId)).toMatchObject({ isPartial: true, lines: [{ text: 'after it' }] });
  await end(page, interactionId);
});

test('it comes in pages, of conversations and of lines', async () => {
  const token = await tokenFor('h-5');
  const { page, interactionId } = await opened({ token });
  for (let n = 0; n < 101; n += 1) await write(page, interactionId, `line ${n}`);
  const first = await read(page, token, interactionId);
  expect([first.lines.length, first.next]).toEqual([100, first.lines.at(-1)?.seq]);
  const rest = await read(page, token, interactionId, { afterSeq: first.next });
  expect([rest.lines.map(one => one.text), rest.next]).toEqual([['line 100'], null]);
  await end(page, interactionId);
  for (let n = 0; n < 10; n += 1) {
    const one = await opened({ token });
    await end(one.page, one.interactionId);
  }
  const newest = await list(page, token);
  expect([newest.conversations.length, newest.next !== null]).toEqual([10, true]);
  const oldest = await list(page, token, { before: newest.next });
  expect([oldest.conversations.map(one => one.interactionId), oldest.next]).toEqual([[interactionId], null]);
});
