import type { NewFact } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toldSeq, unreadOf } from './conversation-context.ts';
import { agentParticipantId, commandId, customerId } from './testing/ids.ts';
import { startLive, types } from './testing/start-conversation.ts';

const hello = (text: string, participantId = agentParticipantId): NewFact => ({
  type: 'message.sent',
  participantId,
  messageId: commandId(text),
  text,
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A conversation in which an agent has written these, each confirmed. */
function startWith(...texts: string[]) {
  const side = startLive();
  for (const text of texts) side.centre.append(hello(text));
  side.notify();
  for (let [command] = side.asked(); command; [command] = side.asked()) {
    side.answer(command);
    side.notify();
  }
  return side;
}

test('what is seen within a second is told at once, as far as it goes', () => {
  const side = startWith('one', 'two', 'three');
  side.send({ type: 'see', throughSeq: 4 });
  side.send({ type: 'see', throughSeq: 6 });
  side.send({ type: 'see', throughSeq: 5 });
  expect(side.asked()).toEqual([]);
  expect(unreadOf(side.context())).toEqual([]);
  vi.advanceTimersByTime(1000);
  const [command, ...more] = side.asked();
  expect(command).toMatchObject({ type: 'message.mark-read', throughSeq: 6 });
  expect(more).toEqual([]);
  side.answer(command);
  side.notify();
  expect(side.context().interaction.participants[0]?.readSeq).toBe(6);
  side.send({ type: 'see', throughSeq: 6 });
  vi.advanceTimersByTime(1000);
  expect(side.asked()).toEqual([]);
});

test('what was seen while the connection was down is told when it is back', () => {
  const side = startWith('one');
  side.send({ type: 'connection.lost' });
  side.send({ type: 'see', throughSeq: 4 });
  vi.advanceTimersByTime(1000);
  expect(side.asked()).toEqual([]);
  side.send({ type: 'connection.opened' });
  side.answer(side.asked()[0]);
  expect(types(side.asked())).toContain('message.mark-read');
});

test('unread is what others wrote after what this side has seen, here or in another page of theirs', () => {
  const side = startWith('one', 'two');
  expect(unreadOf(side.context()).map(({ text }) => text)).toEqual(['one', 'two']);
  side.centre.append({ type: 'message.read', participantId: customerId, throughSeq: 4 });
  side.centre.append(hello('mine', customerId));
  side.notify();
  expect(toldSeq(side.context())).toBe(4);
  expect(unreadOf(side.context()).map(({ text }) => text)).toEqual(['two']);
  side.send({ type: 'see', throughSeq: 5 });
  expect(unreadOf(side.context())).toEqual([]);
});
