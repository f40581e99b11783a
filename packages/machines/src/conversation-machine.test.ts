import { type Escalation, type Fact, failure, type NewFact, noEscalation } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from './conversation-context.ts';
import { settled } from './testing/fake-ports.ts';
import { agentParticipantId, callId, commandId, customerId, interactionId } from './testing/ids.ts';
import { outcomeOf } from './testing/outcome-of.ts';
import { startConversation, startLive, types } from './testing/start-conversation.ts';

const hello = (text: string): NewFact => ({
  type: 'message.sent',
  participantId: agentParticipantId,
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

describe('the log', () => {
  test('is asked for from the start, and again from its last fact whenever the connection is back', () => {
    const side = startConversation();
    const [first] = side.asked();
    expect(first).toMatchObject({ type: 'interaction.catch-up', afterSeq: 0 });
    side.answer(first);
    expect(side.context().interaction.lastSeq).toBe(3);
    side.send({ type: 'connection.lost' });
    side.centre.append(hello('missed'));
    side.send({ type: 'connection.opened' });
    const [again] = side.asked();
    expect(again).toMatchObject({ type: 'interaction.catch-up', afterSeq: 3 });
    side.answer(again);
    expect(side.context().interaction).toEqual(side.centre.interaction);
  });

  test('does not begin before the connection is there', () => {
    const side = startConversation(false);
    expect(side.asked()).toEqual([]);
    side.send({ type: 'connection.opened' });
    expect(types(side.asked())).toEqual(['interaction.catch-up']);
  });

  test('is asked for again when nobody answers', () => {
    const side = startConversation();
    const [first] = side.asked();
    if (first) side.send({ type: 'lost', command: first });
    vi.advanceTimersByTime(3000);
    expect(types(side.asked())).toEqual(['interaction.catch-up']);
  });

  test('changes nothing when a fact is told twice', () => {
    const side = startLive();
    side.centre.append(hello('one'));
    const notices = side.centre.takeNotices().filter(({ to }) => to === customerId);
    for (const { event } of [...notices, ...notices]) side.send(event as ConversationEvent);
    expect(side.context().interaction.messages).toHaveLength(1);
  });

  test('with a gap is completed before anything else is taken', () => {
    const side = startLive();
    side.centre.append(hello('one'));
    side.centre.append(hello('two'));
    const [, second] = side.centre.takeNotices().filter(({ to }) => to === customerId);
    side.send(second?.event as ConversationEvent);
    expect(side.context().interaction.messages).toEqual([]);
    expect(side.is({ connection: 'catching-up' })).toBe(true);
    const asked = side.asked();
    expect(asked).toMatchObject([{ type: 'interaction.catch-up', afterSeq: 3 }]);
    side.answer(asked[0]);
    expect(side.context().interaction.messages.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(side.is({ connection: 'live' })).toBe(true);
  });

  test('of a page that was reloaded in mid-call: the call is told how things stand, not what happened', async () => {
    const side = startConversation();
    const theirs = callId('theirs');
    side.centre.append({ type: 'call.proposed', callId: theirs, participantId: agentParticipantId, media: 'p2p' });
    side.answer(side.asked()[0]);
    await settled();
    expect(side.call().getSnapshot().value).toEqual({ invited: 'deciding' });
  });

  test('after a break: the call is told how things stand now', async () => {
    const side = startLive();
    await settled();
    side.send({ type: 'connection.lost' });
    const [theirs, other] = [callId('theirs'), callId('other')];
    side.centre.append({ type: 'call.proposed', callId: theirs, participantId: agentParticipantId, media: 'p2p' });
    side.centre.append({ type: 'call.ended', callId: theirs, participantId: agentParticipantId, reason: 'withdrawn' });
    side.centre.append({ type: 'call.proposed', callId: other, participantId: agentParticipantId, media: 'sfu' });
    side.send({ type: 'connection.opened' });
    side.answer(side.asked()[0]);
    expect(side.call().getSnapshot()).toMatchObject({
      value: { invited: 'deciding' },
      context: { callId: other, call: { media: 'sfu' } },
    });
  });
});

describe('a message', () => {
  test('is on its way until its fact is there, whichever of fact and answer comes first', () => {
    for (const factFirst of [true, false]) {
      const side = startLive();
      side.send({ type: 'send', text: 'Hello' });
      const [command] = side.asked();
      expect(side.context().outbox).toMatchObject([{ command, failure: null }]);
      const answer = command && outcomeOf(command, side.centre.ask(customerId, command));
      if (factFirst) side.notify();
      side.send(answer as ConversationEvent);
      // In no moment is it in neither place, nor in both.
      const { outbox, interaction } = side.context();
      expect(outbox.length + interaction.messages.length).toBe(1);
      if (!factFirst) side.notify();
      expect(side.context().outbox).toEqual([]);
      expect(side.context().interaction.messages.map(({ text }) => text)).toEqual(['Hello']);
    }
  });

  test('written while the connection is down is kept in its order, and sent after the log is complete', () => {
    const side = startLive();
    side.send({ type: 'connection.lost' });
    side.send({ type: 'send', text: 'one' });
    side.send({ type: 'send', text: 'two' });
    expect(side.asked()).toEqual([]);
    side.send({ type: 'connection.opened' });
    const [catchUp, ...none] = side.asked();
    expect(none).toEqual([]);
    side.answer(catchUp);
    expect(side.asked()).toMatchObject([{ text: 'one' }, { text: 'two' }]);
  });

  test('whose answer was lost with the connection is not shown twice and not sent again', () => {
    const side = startLive();
    side.send({ type: 'send', text: 'Hello' });
    const [command] = side.asked();
    if (command) side.centre.ask(customerId, command);
    side.centre.takeNotices();
    side.send({ type: 'connection.lost' });
    side.send({ type: 'connection.opened' });
    side.answer(side.asked()[0]);
    expect(side.context().outbox).toEqual([]);
    expect(types(side.asked())).not.toContain('message.send');
  });

  test('without an answer is sent again with the same id, once for all that are lost together', () => {
    const side = startLive();
    side.send({ type: 'send', text: 'one' });
    side.send({ type: 'send', text: 'two' });
    const asked = side.asked();
    for (const command of asked) side.send({ type: 'lost', command });
    vi.advanceTimersByTime(2999);
    expect(side.asked()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(side.asked()).toEqual(asked);
    vi.advanceTimersByTime(60_000);
    expect(side.asked()).toEqual([]);
  });

  test.each(['store-unavailable', 'server-busy', 'too-many-requests'] as const)(
    'refused for now (%s) comes again',
    code => {
      const side = startLive();
      side.send({ type: 'send', text: 'one' });
      const [command] = side.asked();
      if (command?.type !== 'message.send') throw new Error('no message');
      side.send({ type: 'failed.message.send', command, error: failure(code) });
      expect(side.context().outbox[0]?.failure).toBeNull();
      vi.advanceTimersByTime(3000);
      expect(side.asked()).toEqual([command]);
    },
  );

  test('refused for good stays with its reason, to be tried again or discarded', () => {
    const side = startLive();
    side.send({ type: 'send', text: 'one' });
    const [command] = side.asked();
    if (command?.type !== 'message.send') throw new Error('no message');
    side.send({ type: 'failed.message.send', command, error: failure('message-too-long') });
    expect(side.context().outbox).toMatchObject([{ failure: { code: 'message-too-long' } }]);
    vi.advanceTimersByTime(60_000);
    expect(side.asked()).toEqual([]);
    side.send({ type: 'retry', messageId: command.commandId });
    expect(side.asked()).toEqual([command]);
    side.send({ type: 'discard', messageId: command.commandId });
    expect(side.context().outbox).toEqual([]);
  });

  test('of nothing but spaces, or after the end, is not sent', () => {
    const side = startLive();
    side.send({ type: 'send', text: ' \n ' });
    side.centre.append({ type: 'interaction.closed', participantId: agentParticipantId, disposition: 'handled' });
    side.notify();
    side.send({ type: 'send', text: 'too late' });
    side.send({ type: 'end' });
    expect(side.asked()).toEqual([]);
  });

  test('of the other side is confirmed once; our own is not', () => {
    const side = startLive();
    side.centre.append(hello('one'));
    side.notify();
    const [command, ...more] = side.asked();
    expect(command).toMatchObject({ type: 'message.mark-delivered', throughSeq: 4 });
    expect(more).toEqual([]);
    side.answer(command);
    side.notify();
    side.send({ type: 'send', text: 'mine' });
    side.answer(side.asked()[0]);
    side.notify();
    expect(side.asked()).toEqual([]);
    expect(side.context().interaction.participants[0]?.deliveredSeq).toBe(4);
  });
});

describe('typing', () => {
  test('is told with the first key, renewed while it goes on, and taken back after the last', () => {
    const side = startLive();
    const typing = () => side.asked().map(command => command.type === 'typing.set' && command.typing);
    side.send({ type: 'compose' });
    expect(typing()).toEqual([true]);
    for (let key = 0; key < 4; key += 1) {
      vi.advanceTimersByTime(1000);
      side.send({ type: 'compose' });
    }
    expect(typing()).toEqual([true]);
    vi.advanceTimersByTime(2999);
    expect(typing()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(typing()).toEqual([false]);
    vi.advanceTimersByTime(60_000);
    expect(typing()).toEqual([]);
  });

  test('ends with the message', () => {
    const side = startLive();
    side.send({ type: 'compose' });
    side.send({ type: 'send', text: 'Hello' });
    expect(types(side.asked())).toEqual(['typing.set', 'message.send', 'typing.set']);
    expect(side.is({ self: 'still' })).toBe(true);
  });

  test('of the other side is shown until it stops, writes, falls silent, or the connection breaks', () => {
    const side = startLive();
    const start = () => {
      side.send(typing(agentParticipantId, true));
      expect(side.is({ peer: 'typing' })).toBe(true);
    };
    side.send(typing(customerId, true));
    expect(side.is({ peer: 'still' })).toBe(true);
    start();
    side.send(typing(agentParticipantId, false));
    expect(side.is({ peer: 'still' })).toBe(true);
    start();
    side.centre.append(hello('one'));
    side.notify();
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
    side.send({ type: 'connection.lost' });
    expect(side.is({ peer: 'still' })).toBe(true);
  });

  test('of the other side goes on when our own message comes in between', () => {
    const side = startLive();
    side.send(typing(agentParticipantId, true));
    side.send({ type: 'send', text: 'mine' });
    side.answer(side.asked()[0]);
    side.notify();
    expect(side.is({ peer: 'typing' })).toBe(true);
    expect(side.context().interaction.messages).toHaveLength(1);
  });
});

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
    side.centre.append({ type: 'call.accepted', callId: call.callId, participantId: agentParticipantId });
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
    side.send({ type: 'failed.call.propose', command, error: failure('call-not-allowed') });
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
    side.centre.append({ type: 'call.accepted', callId: callId('theirs'), participantId: customerId });
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

describe('the end', () => {
  test('is asked for once and is there when its fact is', () => {
    const side = startLive();
    side.send({ type: 'end' });
    const [command] = side.asked();
    expect(command?.type).toBe('interaction.end');
    side.answer(command);
    expect(side.context().interaction.closed).toBeNull();
    expect(side.context().outbox).toEqual([]);
    side.notify();
    expect(side.context().interaction.closed).toMatchObject({ disposition: 'handled' });
  });

  test('refused is said', () => {
    const side = startLive();
    side.send({ type: 'end' });
    const [command] = side.asked();
    if (command?.type !== 'interaction.end') throw new Error('no end');
    side.send({ type: 'failed.interaction.end', command, error: failure('internal') });
    expect(side.context().failure?.code).toBe('internal');
    expect(side.context().outbox).toEqual([]);
  });
});

test('the place in the queue goes when an agent comes', () => {
  const side = startConversation();
  side.send({ type: 'queue.moved', interactionId, position: 2, wait: null });
  expect(side.context().position).toBe(2);
  side.answer(side.asked()[0]);
  const joined: Fact<'participant.joined'> = {
    type: 'participant.joined',
    interactionId,
    seq: 4,
    at: 4,
    participantId: agentParticipantId,
    role: 'agent',
    name: 'Ben',
  };
  side.send({ type: 'queue.moved', interactionId, position: 1, wait: null });
  side.send(joined);
  expect(side.context().position).toBeNull();
});
