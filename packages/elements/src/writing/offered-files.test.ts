import type { ConversationContext } from '@eyeline/machines';
import { expect, test } from 'vitest';
import { answeredFiles, offeredByOthers, offersFirst } from './offered-files.ts';
import type { WaitingFile } from './waiting-file.ts';

const own = 'customer';
const offered = (fileId: string, participantId: string) => ({
  ...{ type: 'file.offered', participantId, file: { fileId, name: `${fileId}.pdf`, bytes: 10 } },
});
const answered = (fileId: string, accepted: boolean) => ({
  type: 'file.answered',
  fileId,
  participantId: 'x',
  accepted,
});
const contextOf = (asides: object[], more: object = {}) =>
  ({
    participantId: own,
    outbox: [],
    interaction: {
      ...{ asides, messages: [], closed: null, participants: [{ participantId: own, role: 'customer' }] },
      ...more,
    },
  }) as unknown as ConversationContext;
const file = (fileId: string): WaitingFile =>
  ({
    fileId,
    name: fileId,
    content: new Blob(['x']),
    picture: null,
    state: 'offered',
    share: 0,
    failure: null,
  }) as never;

test('what is accepted goes, what is declined does not, and what a page that is gone has offered is asked for again', () => {
  const asides = ['a', 'b', 'c', 'd', 'e'].map(one => offered(one, own));
  const context = contextOf([...asides, answered('a', true), answered('b', false), answered('e', false)]);
  const files = answeredFiles([file('a'), file('b'), file('c'), file('gone')], context);
  expect(files.map(one => [one.fileId, one.state, one.failure])).toEqual([
    ['a', 'queued', null],
    ['b', 'failed', 'declined'],
    ['c', 'offered', null],
    ['gone', 'failed', 'declined'],
    ['d', 'missing', null],
  ]);
  expect(answeredFiles(files, context)).toBe(files);
});

test('the other side sees what waits, and what has come no more', () => {
  const asides = [offered('a', 'agent'), offered('b', 'agent'), offered('c', own), answered('b', false)];
  expect(offeredByOthers(contextOf(asides)).map(one => one.fileId)).toEqual(['a']);
  expect(offeredByOthers(contextOf(asides, { messages: [{ file: { fileId: 'a' } }] }))).toEqual([]);
  expect(offeredByOthers(contextOf(asides, { closed: {} }))).toEqual([]);
  const rules = { kinds: [], maxBytes: 1, askFirst: ['agent' as const] };
  expect(offersFirst(rules, contextOf([]))).toBe(false);
  expect(offersFirst({ ...rules, askFirst: ['customer'] }, contextOf([]))).toBe(true);
});
