import type { ConversationContext } from '@eyeline/machines';
import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const answer = { replyTo: 'question', choiceId: 'a' };
const context = (more: object = {}, outbox: readonly object[] = [], participantId = 'zoe') =>
  ({
    participantId,
    outbox,
    interaction: {
      closed: null,
      messages: [],
      participants: [
        { participantId: 'zoe', role: 'customer' },
        { participantId: 'anna', role: 'agent' },
      ],
      ...more,
    },
  }) as unknown as ConversationContext;
const stands = (given: ConversationContext) => standingOf(given, 'question' as never);
const going = (failure: object | null) => [{ failure, command: { type: 'message.send', answer } }];

test('a customer may answer, an agent waits for it', () => {
  expect(stands(context())).toEqual({ isOpen: true, isAsking: false, answer: null });
  expect(stands(context({}, [], 'anna'))).toEqual({ isOpen: false, isAsking: true, answer: null });
});

test('an answer closes it, on its way and when it is there; one that was refused does not', () => {
  expect(stands(context({ messages: [{ answer }] }))).toEqual({ isOpen: false, isAsking: false, answer });
  expect(stands(context({}, going(null)))).toEqual({ isOpen: false, isAsking: false, answer });
  expect(stands(context({}, going({ code: 'already-answered' }))).isOpen).toBe(true);
  expect(stands(context({ messages: [{ answer: { ...answer, replyTo: 'another' } }] })).isOpen).toBe(true);
});

test('with the conversation it is over', () => {
  expect(stands(context({ closed: {} }))).toEqual({ isOpen: false, isAsking: false, answer: null });
});
