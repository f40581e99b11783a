import type { CustomerActor } from '@eyeline/machines';
import { type Command, type Failure, failure } from '@eyeline/protocol';
import { expect, test, vi } from 'vitest';
import type { Answer, Connection } from '../connection/connection.ts';
import { SessionIdentity } from './session-identity.ts';

const ok = { ok: true, value: { interactionId: 'i-1' } } as Answer<never>;
const refused = (code: Failure['code']): Answer<never> => ({ ok: false, error: failure(code) });

/** A page; `interactionId`: its conversation. The server answers one after the other, at last that all is well. */
function pageWith(answers: Answer<never>[] = [], interactionId: string | null = null) {
  const said: Command<'customer.identify' | 'interaction.open'>['customer'][] = [];
  const faults: string[] = [];
  const context = { interactionId, online: true };
  let look = () => {};
  const actor = {
    getSnapshot: () => ({
      context,
      matches: (state: unknown) => state === 'serving' && context.interactionId !== null,
    }),
    subscribe: ({ next }: { next: () => void }) => {
      look = next;
      return { unsubscribe: () => {} };
    },
  } as unknown as CustomerActor;
  const ask: Connection['ask'] = (command, answer) => {
    said.push((command as unknown as Command<'customer.identify'>).customer);
    answer((answers.shift() ?? ok) as never);
  };
  const connection = { ask } as Connection;
  const session = { actor, onIdentity: ({ code }: Failure) => faults.push(code) };
  const identity = new SessionIdentity(connection, session);
  const open = () =>
    new Promise<Answer<unknown>>(
      resolve => void identity.open({ type: 'interaction.open' } as Command<'interaction.open'>, resolve),
    );
  return { said, faults, context, identity, open, change: () => look() };
}

test('who is there goes with the opening, and not once more into the conversation that it opens', async () => {
  const page = pageWith();
  await page.identity.tell('who', { id: '7', name: 'Ada', attributes: { orders: 3, vip: true, gone: null } });
  expect(page.said).toEqual([]);
  expect(await page.open()).toBe(ok);
  page.context.interactionId = 'i-1';
  page.change();
  await vi.waitFor(() => expect(page.said).toHaveLength(1));
  expect(page.said[0]).toEqual({ id: '7', name: 'Ada', attributes: { orders: '3', vip: 'true' } });
});

test('a token that has expired is asked for anew, once; the page is told', async () => {
  const page = pageWith([refused('identity-expired')]);
  let n = 0;
  await page.identity.tell('who', { token: async () => `token ${++n}` });
  expect(await page.open()).toBe(ok);
  expect(page.said.map(one => one?.token)).toEqual(['token 1', 'token 2']);
  expect(page.faults).toEqual(['identity-expired']);
  // The one that counts is kept until it does not.
  await page.open();
  expect(page.said.at(-1)?.token).toBe('token 2');
});

test('a token that does not count stops nobody; nor does a page that gives none', async () => {
  const wrong = pageWith([refused('identity-invalid')]);
  await wrong.identity.tell('who', { token: 'x', name: 'Ada' });
  expect(await wrong.open()).toBe(ok);
  expect(wrong.said.map(one => one?.token)).toEqual(['x', undefined]);
  const expired = pageWith([refused('identity-expired'), refused('identity-expired')]);
  await expired.identity.tell('who', { token: () => 'x' });
  expect(await expired.open()).toBe(ok);
  expect(expired.said.map(one => one?.token)).toEqual(['x', 'x', undefined]);
  const none = pageWith();
  await none.identity.tell('who', { token: () => Promise.reject(new Error('signed out')) });
  expect(await none.open()).toBe(ok);
  expect(none.said).toEqual([{ attributes: {} }]);
  expect(none.faults).toEqual(['identity-unchecked']);
});

test('what is refused for another reason, or lost, is the answer', async () => {
  for (const answer of [refused('identity-required'), refused('closed'), 'lost' as const]) {
    const page = pageWith([answer]);
    await page.identity.tell('who', { token: 'x' });
    expect(await page.open()).toBe(answer);
    expect(page.said).toHaveLength(1);
  }
});

test('in a conversation it is said at once, and the page hears why a token does not count', async () => {
  const page = pageWith([], 'i-1');
  await page.identity.tell('who', { id: '7' });
  page.change();
  expect(page.said).toEqual([{ id: '7', attributes: {} }]);
  const wrong = pageWith([refused('identity-audience')], 'i-1');
  await expect(wrong.identity.tell('who', { token: 'x' })).rejects.toMatchObject({ code: 'identity-audience' });
  // Somebody who signs out is nobody from then on.
  await page.identity.tell('who', null);
  expect(page.said.at(-1)).toEqual({ attributes: {} });
});

test('what could not be said is said again', async () => {
  vi.useFakeTimers();
  const page = pageWith(['lost', refused('not-signed-in')], 'i-1');
  await page.identity.tell('who', { id: '7' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(page.said).toHaveLength(3);
  vi.useRealTimers();
  page.identity.close();
});

test.each([
  [{ name: 'x'.repeat(81) }],
  [{ attributes: { 'no name': 1 } }],
  [{ attributes: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`a${n}`, n])) }],
])('what is too much is not taken: %j', async said => {
  const page = pageWith();
  await expect(page.identity.tell('who', said)).rejects.toMatchObject({ code: 'invalid-payload' });
});
