import { type Escalation, failure, noEscalation } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from './conversation-context.ts';
import { settled } from './testing/fake-ports.ts';
import { agentParticipantId, callId, customerId, interactionId } from './testing/ids.ts';
import { startConversation, startLive } from './testing/start-conversation.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a call', () => {
  test('goes through the conversation: commands in the outbox, outcomes and facts to the call', async () => {
    const side = startLive();
    await settled();
    side.call().send({ type: 'start', picture: 'camera' });
    expect(side.ports.devices.captures).toHaveLength(1);
    side.ports.devices.last.give();
    const [propose] = side.asked();
    expect(side.context().outbox).toMatchObject([{ command: propose }]);
    side.answer(propose);
    side.notify();
    expect(side.context().outbox).toEqual([]);
    const { call } = side.context().interaction;
    if (!call) throw new Error('no call');
    side.centre.append({
      type: 'call.accepted',
      callId: call.callId,
      participantId: agentParticipantId,
    });
    side.notify();
    expect(side.call().getSnapshot().value).toEqual({ active: 'connecting' });
    const signalled: ConversationEvent = {
      type: 'call.signalled',
      interactionId,
      ...{ callId: call.callId, epoch: 1, participantId: agentParticipantId },
      signal: { type: 'answer', sdp: 'v=0' },
    };
    side.send(signalled);
    expect(side.ports.media[0]?.received).toEqual([signalled]);
  });

  test('hung up while the connection is down: out at once, and the server is told when it is back', async () => {
    const side = startLive();
    await settled();
    side.call().send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.give();
    side.answer(side.asked()[0]);
    side.notify();
    side.send({ type: 'connection.lost' });
    side.call().send({ type: 'hang-up' });
    expect(side.ports.devices.runningSources).toEqual([]);
    side.send({ type: 'connection.opened' });
    side.answer(side.asked()[0]);
    const [end] = side.asked();
    expect(end).toMatchObject({ type: 'call.end', reason: 'withdrawn' });
    side.answer(end);
    side.notify();
    expect(side.context().interaction.call).toBeNull();
  });

  test('refused: its command leaves the outbox and the call knows', async () => {
    const side = startLive();
    await settled();
    side.call().send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.give();
    const [command] = side.asked();
    if (command?.type !== 'call.propose') throw new Error('no proposal');
    side.send({
      type: 'failed.call.propose',
      command,
      error: failure('call-not-allowed'),
    });
    expect(side.context().outbox).toEqual([]);
    expect(side.call().getSnapshot().value).toBe('idle');
    expect(side.call().getSnapshot().context.failure?.code).toBe('call-not-allowed');
  });

  test('follows what is allowed as that changes', async () => {
    const side = startLive();
    await settled();
    const escalation: Escalation = { ...noEscalation, obstacle: 'agent-busy' };
    side.send({ type: 'escalation.changed', interactionId, escalation });
    expect(side.call().getSnapshot().context.escalation).toEqual(escalation);
  });

  test('that goes on in another page: the call is told', async () => {
    const side = startLive();
    await settled();
    side.centre.append({
      type: 'call.proposed',
      callId: callId('theirs'),
      participantId: agentParticipantId,
      media: 'p2p',
    });
    side.centre.append({
      type: 'call.accepted',
      callId: callId('theirs'),
      participantId: customerId,
    });
    side.notify();
    expect(side.call().getSnapshot().value).toEqual({ elsewhere: 'asking' });
    side.call().send({ type: 'continue-here' });
    const rejoin = side.asked().find(({ type }) => type === 'call.rejoin');
    side.answer(rejoin);
    side.notify();
    expect(side.call().getSnapshot().matches('active')).toBe(true);
    side.send({ type: 'call.moved', interactionId, callId: callId('theirs') });
    expect(side.call().getSnapshot().value).toEqual({ elsewhere: 'asking' });
  });
});

describe('the code of calls', () => {
  test('is loaded once somebody is there, and begins with how things stand by then', async () => {
    const side = startConversation();
    await settled();
    expect(side.context().call).toBeNull();
    side.answer(side.asked()[0]);
    expect(side.is({ calling: 'loading' })).toBe(true);
    side.centre.append({
      type: 'call.proposed',
      callId: callId('theirs'),
      participantId: agentParticipantId,
      media: 'p2p',
    });
    side.notify();
    await settled();
    expect(side.is({ calling: 'ready' })).toBe(true);
    expect(side.call().getSnapshot().value).toEqual({ invited: 'deciding' });
  });

  test('that does not come is asked for again: after a pause, and when the line is back', async () => {
    let asked = 0;
    const side = startConversation(true, () => {
      asked += 1;
      return asked < 3 ? Promise.reject(new Error('offline')) : Promise.resolve(side.ports.call);
    });
    side.answer(side.asked()[0]);
    await settled();
    expect(side.is({ calling: 'failed' })).toBe(true);
    vi.advanceTimersByTime(5000);
    await settled();
    expect([asked, side.is({ calling: 'failed' })]).toEqual([2, true]);
    side.send({ type: 'connection.lost' });
    side.send({ type: 'connection.opened' });
    await settled();
    expect([asked, side.is({ calling: 'ready' })]).toEqual([3, true]);
  });
});
