import { type Fallback, failure, noEscalation } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from './conversation-context.ts';
import { agentParticipantId, customerId, interactionId } from './testing/ids.ts';
import { startConversation, startLive } from './testing/start-conversation.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('waiting', () => {
  const wait = { expectedMs: 3, lowMs: 2, highMs: 5 };
  const fallback: Fallback = { because: 'no-skill', steps: ['callback', 'message'], opensAt: null };

  /** Before anybody has come: position, wait and fallback are those of the last catch-up. */
  function startWaiting() {
    const side = startConversation();
    const [command] = side.asked();
    if (command?.type !== 'interaction.catch-up') throw new Error('nothing was asked');
    const { entryPoint } = side.centre;
    const facts = side.centre.facts.slice(0, 2);
    side.send({
      type: 'done.interaction.catch-up',
      command,
      value: { facts, entryPoint, position: 2, wait, fallback: null, escalation: noEscalation },
    });
    side.asked();
    return side;
  }

  test('shows position, wait and fallback as they move, and none of them once somebody has come', () => {
    const side = startWaiting();
    expect(side.context()).toMatchObject({ position: 2, wait, fallback: null });
    side.send({ type: 'queue.moved', interactionId, position: 1, wait: null });
    side.send({ type: 'fallback.changed', interactionId, fallback });
    expect(side.context()).toMatchObject({ position: 1, wait: null, fallback });
    const [, , joined] = side.centre.facts;
    side.send(joined as ConversationEvent);
    expect(side.context()).toMatchObject({ position: null, wait: null, fallback: null });
  });

  test('a step is taken once, however often the connection breaks', () => {
    const side = startWaiting();
    side.send({ type: 'fallback.changed', interactionId, fallback });
    const callback = { date: '2026-11-23', from: '09:00', to: '10:00', zone: 'Europe/Berlin' };
    side.send({ type: 'take', step: 'callback', callback });
    const [command] = side.asked();
    expect(command).toMatchObject({ type: 'fallback.take', interactionId, step: 'callback', callback });
    if (command) side.send({ type: 'lost', command });
    vi.advanceTimersByTime(3000);
    expect(side.asked()).toEqual([command]);
    side.answer(command);
    expect(side.context().outbox).toEqual([]);
  });

  test('a step that is refused says why, until another is taken', () => {
    const side = startWaiting();
    side.send({ type: 'take', step: 'message' });
    const [command] = side.asked();
    if (command?.type !== 'fallback.take') throw new Error('no step');
    side.send({ type: 'failed.fallback.take', command, error: failure('not-allowed') });
    expect(side.context()).toMatchObject({ failure: { code: 'not-allowed' }, outbox: [] });
    side.send({ type: 'take', step: 'message' });
    expect(side.context().failure).toBeNull();
  });

  test('a callback that was arranged and tried stands in the log', () => {
    const side = startLive();
    const zone = 'Europe/Berlin';
    side.centre.append({ type: 'callback.scheduled', participantId: customerId, from: 1, until: 2, zone });
    side.centre.append({ type: 'callback.attempted', participantId: agentParticipantId, outcome: 'no-answer' });
    side.notify();
    expect(side.context().interaction).toMatchObject({ domain: 'callback', callback: { from: 1, until: 2, zone } });
    expect(side.context().interaction.milestones.at(-1)).toMatchObject({ outcome: 'no-answer' });
  });
});
