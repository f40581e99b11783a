import type { ConversationActor, FileOutcome, FileSending } from '@eyeline/machines';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileQueueOf } from './file-queue.ts';
import { fitted } from './small-picture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As much of a conversation as files need: what is sent waits until the test says what became of it. */
function conversation() {
  const listeners: ((snapshot: unknown) => void)[] = [];
  const context = {
    online: true,
    outbox: [],
    interaction: { closed: null as object | null, asides: [], messages: [], participants: [] },
    entryPoint: { files: { kinds: ['text'], maxBytes: 10 } },
    ids: { commandId: () => `file-${++count}` },
  };
  let count = 0;
  const children: Record<string, object> = {};
  const sent: { fileId: string; sending: FileSending; answer: (outcome: FileOutcome | null) => void }[] = [];
  const actor = {
    getSnapshot: () => ({ context, children }),
    subscribe: (next: (snapshot: unknown) => void) => listeners.push(next),
    send: ({ fileId, sending }: { fileId: string; sending: FileSending }) => {
      let complete = () => {};
      let output: FileOutcome | null = null;
      children[fileId] = {
        subscribe: (observer: { complete: () => void }) => (complete = observer.complete),
        getSnapshot: () => ({ output }),
      };
      const answer = (outcome: FileOutcome | null) => {
        output = outcome;
        complete();
      };
      sent.push({ fileId, sending, answer });
    },
  };
  const goes = (online: boolean) => {
    context.online = online;
    for (const next of listeners) next({ context });
  };
  return { actor: actor as unknown as ConversationActor, context, sent, goes };
}

const file = (name: string, text = 'text') => new File([text], name, { type: 'text/plain' });
const isStopped = (one: { readonly sending: FileSending } | undefined) =>
  one?.sending.signal instanceof AbortSignal && one.sending.signal.aborted;
const statesOf = (queue: ReturnType<typeof fileQueueOf>) => queue.files.map(({ name, state }) => `${name} ${state}`);

test('nothing goes before a person says so; then one after the other, and what was sent is gone from the list', async () => {
  const { actor, sent } = conversation();
  const queue = fileQueueOf(actor);
  const news: (string | undefined)[] = [];
  queue.subscribe(one => one && news.push(one.name));
  await queue.add([file('a'), file('b'), file('empty', ''), file('long', 'longer than ten')]);
  expect(statesOf(queue)).toEqual(['a chosen', 'b chosen', 'empty failed', 'long failed']);
  expect(queue.files.map(one => one.failure)).toEqual([null, null, 'empty', 'too-large']);
  expect(sent).toHaveLength(0);
  queue.send();
  expect(statesOf(queue).slice(0, 2)).toEqual(['a sending', 'b queued']);
  sent[0]?.sending.onProgress(0.5);
  expect(queue.files[0]?.share).toBe(0.5);
  sent[0]?.answer({ type: 'sent' });
  expect(statesOf(queue).slice(0, 1)).toEqual(['b sending']);
  sent[1]?.answer({ type: 'sent' });
  expect(news).toEqual(['a', 'b']);
  expect(sent.map(one => one.sending.name)).toEqual(['a', 'b']);
});

test('what broke off goes again by itself under its id; what was refused waits for a person', async () => {
  const { actor, sent, goes } = conversation();
  const queue = fileQueueOf(actor);
  await queue.add([file('a')]);
  queue.send();
  sent[0]?.answer({ type: 'lost' });
  expect(statesOf(queue)).toEqual(['a lost']);
  vi.runAllTimers();
  sent[1]?.answer(null);
  goes(false);
  vi.runAllTimers();
  expect(sent).toHaveLength(2);
  expect(statesOf(queue)).toEqual(['a lost']);
  goes(true);
  await Promise.resolve();
  expect(sent.map(({ fileId }) => fileId)).toEqual([sent[0]?.fileId, sent[0]?.fileId, sent[0]?.fileId]);
  const failure = { code: 'server-busy', message: 'busy' } as const;
  sent[2]?.answer({ type: 'refused', failure });
  vi.runAllTimers();
  expect(queue.files).toMatchObject([{ state: 'failed', failure }]);
  queue.retry(queue.files[0]?.fileId as never);
  sent[3]?.answer({ type: 'sent' });
  expect(queue.files).toEqual([]);
});

test('what is stopped on its way is stopped, and the next goes; a conversation that ends takes nothing any more', async () => {
  const { actor, sent, context, goes } = conversation();
  const queue = fileQueueOf(actor);
  await queue.add([file('a'), file('b')]);
  queue.send();
  queue.remove(queue.files[0]?.fileId as never);
  expect(isStopped(sent[0])).toBe(true);
  sent[0]?.answer({ type: 'lost' });
  expect(statesOf(queue)).toEqual(['b sending']);
  context.interaction.closed = {};
  goes(true);
  expect(isStopped(sent[1])).toBe(true);
  expect(queue.files).toEqual([]);
});

test('where files are not taken, none is', async () => {
  const { actor, context } = conversation();
  context.entryPoint.files = false as never;
  const queue = fileQueueOf(actor);
  await queue.add([file('a')]);
  expect(queue.rules).toBeNull();
  expect(queue.files).toEqual([]);
});

test('a picture is no longer than it has to be, and never nothing', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 2048, height: 1536 });
  expect(fitted(100, 50)).toEqual({ width: 100, height: 50 });
  expect(fitted(30_000, 1)).toEqual({ width: 2048, height: 1 });
});
