import type { NewFact } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from './conversation-context.ts';
import { agentSeat, commandId, customerId, interactionId } from './testing/ids.ts';
import { startLive, types } from './testing/start-conversation.ts';

const hello = (text: string): NewFact => ({
  type: 'message.sent',
  participantId: agentSeat,
  messageId: commandId(text),
  text,
});
const typing = (participantId: typeof customerId, on: boolean): ConversationEvent => ({
  type: 'typing.changed',
  interactionId,
  participantId,
  typing: on,
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('typing', () => {
  test('is told with the first key, renewed while it goes on, and taken back after the last', () => {
    const side = startLive();
    const said = () => side.asked().map(wish => wish.type === 'typing.set' && wish.typing);
    side.send({ type: 'compose' });
    expect(said()).toEqual([true]);
    for (let key = 0; key < 4; key += 1) {
      vi.advanceTimersByTime(1000);
      side.send({ type: 'compose' });
    }
    expect(said()).toEqual([true]);
    vi.advanceTimersByTime(2999);
    expect(said()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(said()).toEqual([false]);
    vi.advanceTimersByTime(60_000);
    expect(said()).toEqual([]);
  });

  test('ends with the message', () => {
    const side = startLive();
    side.send({ type: 'compose' });
    side.send({ type: 'send', text: 'Hello' });
    expect(types(side.asked())).toEqual(['typing.set', 'message.send', 'typing.set']);
    expect(side.is({ self: 'still' })).toBe(true);
  });

  test('of the other side is shown until it stops, writes, falls silent, or the line breaks', () => {
    const side = startLive();
    const start = () => {
      side.send(typing(agentSeat, true));
      expect(side.is({ peer: 'typing' })).toBe(true);
    };
    side.send(typing(customerId, true));
    expect(side.is({ peer: 'still' })).toBe(true);
    start();
    side.send(typing(agentSeat, false));
    expect(side.is({ peer: 'still' })).toBe(true);
    start();
    side.centre.append(hello('one'));
    side.tell();
    expect(side.is({ peer: 'still' })).toBe(true);
    expect(side.context().interaction.messages).toHaveLength(1);
    start();
    vi.advanceTimersByTime(5000);
    start();
    vi.advanceTimersByTime(5999);
    expect(side.is({ peer: 'typing' })).toBe(true);
    vi.advanceTimersByTime(1);
    expect(side.is({ peer: 'still' })).toBe(true);
    start();
    side.send({ type: 'line.lost' });
    expect(side.is({ peer: 'still' })).toBe(true);
  });

  test('of the other side goes on when our own message comes in between', () => {
    const side = startLive();
    side.send(typing(agentSeat, true));
    side.send({ type: 'send', text: 'mine' });
    side.answer(side.asked()[0]);
    side.tell();
    expect(side.is({ peer: 'typing' })).toBe(true);
    expect(side.context().interaction.messages).toHaveLength(1);
  });
});
