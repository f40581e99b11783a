import { failure, type InteractionId, type ParticipantId, type WireEvent } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settled } from './testing/fake-ports.ts';
import { agentParticipantId, commandId, customerId, entryPointId, interactionId, taskId } from './testing/ids.ts';
import { place, startCustomer, startTalking, types } from './testing/start-customer.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('arriving', () => {
  test('asks what the entry point offers, once the connection is there', () => {
    const { connection, centre, state, context } = startCustomer();
    expect(connection.asked()).toEqual([]);
    connection.notify({ type: 'connection.opened' });
    const asked = connection.asked();
    expect(asked).toEqual([{ type: 'entry-point.get', entryPointId }]);
    connection.answer(asked[0], centre.arrival);
    expect(state()).toBe('filling-form');
    expect(context().entryPoint).toEqual(centre.entryPoint);
  });

  test('at an entry point that is none: the server says why, for good', () => {
    const { connection, state, context } = startCustomer();
    connection.notify({ type: 'connection.opened' });
    connection.refuse(connection.asked()[0], failure('unknown-entry-point'));
    expect(state()).toBe('unavailable');
    expect(context().failure?.code).toBe('unknown-entry-point');
  });

  test.each(['refused for now', 'unanswered'] as const)('asks again when it is %s, also after a break', how => {
    const { connection, centre, state } = startCustomer();
    connection.notify({ type: 'connection.opened' });
    const [command] = connection.asked();
    if (how === 'refused for now') connection.refuse(command, failure('server-busy'));
    else if (command) connection.notify({ type: 'lost', command });
    expect(state()).toBe('browsing');
    connection.notify({ type: 'connection.lost' });
    vi.advanceTimersByTime(10_000);
    expect(connection.asked()).toEqual([]);
    connection.notify({ type: 'connection.opened' });
    expect(types(connection.asked())).toEqual(['entry-point.get']);
    vi.advanceTimersByTime(3000);
    const again = connection.asked();
    expect(types(again)).toEqual(['entry-point.get']);
    connection.answer(again[0], centre.arrival);
    expect(state()).toBe('filling-form');
  });

  test('with a page that is too old: the server says so', () => {
    const { connection, state, context } = startCustomer();
    connection.notify({ type: 'connection.refused', error: failure('version-mismatch') });
    expect(state()).toBe('unavailable');
    expect(context().failure?.code).toBe('version-mismatch');
  });

  test('with a server that lets nobody in yet: the page knows why, until it is connected', () => {
    const { connection, state, context } = startCustomer();
    connection.notify({ type: 'connection.waiting', error: failure('starting') });
    expect(state()).toBe('browsing');
    expect(context().obstacle?.code).toBe('starting');
    // The network fails now: what was said before holds no longer.
    connection.notify({ type: 'connection.waiting', error: null });
    expect(context().obstacle).toBeNull();
    connection.notify({ type: 'connection.waiting', error: failure('too-many-connections') });
    connection.notify({ type: 'connection.opened' });
    connection.notify({ type: 'connection.lost' });
    expect(context().obstacle).toBeNull();
  });

  test('leaves nothing in the storage before the form is sent', () => {
    const { connection, centre, stored } = startCustomer();
    connection.notify({ type: 'connection.opened' });
    connection.answer(connection.asked()[0], centre.arrival);
    expect(stored).toEqual([]);
  });
});

describe('opening', () => {
  function startFilling() {
    const side = startCustomer();
    side.connection.notify({ type: 'connection.opened' });
    side.connection.answer(side.connection.asked()[0], side.centre.arrival);
    return side;
  }

  test('sends the form, keeps the token, and is in the conversation', () => {
    const { actor, connection, centre, stored, state, context } = startFilling();
    actor.send({ type: 'submit', form: { name: 'Ada' } });
    const [command] = connection.asked();
    expect(command).toMatchObject({ type: 'interaction.open', entryPointId, form: { name: 'Ada' } });
    connection.answer(command, place(centre));
    expect(state()).toEqual({ serving: 'waiting' });
    expect(stored).toEqual(['token-1']);
    expect(context()).toMatchObject({ interactionId, participantId: customerId, opening: null });
    expect(types(connection.asked())).toEqual(['interaction.catch-up']);
  });

  test('sends the very same again when the connection broke or nobody answered', () => {
    const { actor, connection } = startFilling();
    actor.send({ type: 'submit', form: {} });
    const [command] = connection.asked();
    connection.notify({ type: 'connection.lost' });
    if (command) connection.notify({ type: 'lost', command });
    vi.advanceTimersByTime(10_000);
    expect(connection.asked()).toEqual([]);
    connection.notify({ type: 'connection.opened' });
    expect(connection.asked()).toEqual([command]);
    vi.advanceTimersByTime(3000);
    expect(connection.asked()).toEqual([command]);
    connection.refuse(command, failure('store-unavailable'));
    vi.advanceTimersByTime(3000);
    expect(connection.asked()).toEqual([command]);
  });

  test('refused: back to the form, which is still filled in; sent again it is another command', () => {
    const { actor, connection, state, context } = startFilling();
    actor.send({ type: 'submit', form: { name: '' } });
    const [command] = connection.asked();
    connection.refuse(command, failure('invalid-form'));
    expect(state()).toBe('filling-form');
    expect(context()).toMatchObject({ form: { name: '' }, failure: { code: 'invalid-form' } });
    actor.send({ type: 'submit', form: { name: 'Ada' } });
    const [again] = connection.asked();
    expect(again).not.toMatchObject({ commandId: command && 'commandId' in command ? command.commandId : '' });
  });
});

describe('coming back', () => {
  test('after a reload: takes the place again and asks for the whole log', () => {
    const { connection, centre, state } = startCustomer('token-1');
    expect(connection.asked()).toEqual([]);
    connection.notify({ type: 'connection.opened' });
    const [command] = connection.asked();
    expect(command).toEqual({ type: 'customer.resume', token: 'token-1' });
    connection.answer(command, place(centre));
    expect(state()).toEqual({ serving: 'waiting' });
    expect(connection.asked()).toMatchObject([{ type: 'interaction.catch-up', afterSeq: 0 }]);
  });

  test('with a token that is no longer good: starts afresh, says why, and forgets it', () => {
    const { connection, stored, state, context, centre } = startCustomer('old');
    connection.notify({ type: 'connection.opened' });
    connection.refuse(connection.asked()[0], failure('token-expired'));
    expect(state()).toBe('browsing');
    expect(stored).toEqual([null]);
    const [asked] = connection.asked();
    expect(asked?.type).toBe('entry-point.get');
    connection.answer(asked, centre.arrival);
    expect(state()).toBe('filling-form');
    expect(context().failure?.code).toBe('token-expired');
  });

  test('while the server is busy: keeps its token and asks again', () => {
    const { connection, stored, state } = startCustomer('token-1');
    connection.notify({ type: 'connection.opened' });
    connection.refuse(connection.asked()[0], failure('server-busy'));
    expect(state()).toBe('returning');
    expect(stored).toEqual([]);
    vi.advanceTimersByTime(3000);
    expect(types(connection.asked())).toEqual(['customer.resume']);
  });

  test('after a break: first the place, then what the conversation missed', () => {
    const { connection, centre, conversation, state } = startTalking();
    expect(state()).toEqual({ serving: 'talking' });
    const before = conversation();
    connection.notify({ type: 'connection.lost' });
    conversation()?.send({ type: 'send', text: 'still there?' });
    connection.notify({ type: 'connection.opened' });
    const [resume, ...more] = connection.asked();
    expect(resume?.type).toBe('customer.resume');
    expect(more).toEqual([]);
    connection.answer(resume, place(centre));
    const [catchUp] = connection.asked();
    expect(catchUp).toMatchObject({ type: 'interaction.catch-up', afterSeq: 3 });
    connection.answer(catchUp, {
      facts: [],
      entryPoint: centre.entryPoint,
      position: null,
      wait: null,
      fallback: null,
    });
    expect(connection.asked()).toMatchObject([{ type: 'message.send', text: 'still there?' }]);
    expect(conversation()).toBe(before);
  });

  test.each(['refused for now', 'unanswered'] as const)('after a break, %s: asks again, and not in a loop', how => {
    const { connection, centre, state } = startTalking();
    connection.notify({ type: 'connection.lost' });
    connection.notify({ type: 'connection.opened' });
    const [resume] = connection.asked();
    if (how === 'refused for now') connection.refuse(resume, failure('server-busy'));
    else if (resume) connection.notify({ type: 'lost', command: resume });
    expect(connection.asked()).toEqual([]);
    vi.advanceTimersByTime(3000);
    const [again] = connection.asked();
    expect(again).toEqual(resume);
    connection.answer(again, place(centre));
    expect(types(connection.asked())).toEqual(['interaction.catch-up']);
    expect(state()).toEqual({ serving: 'talking' });
  });

  test('after a break, and the place is gone: the conversation is over and says why', () => {
    const { connection, stored, state, context } = startTalking();
    connection.notify({ type: 'connection.lost' });
    connection.notify({ type: 'connection.opened' });
    connection.refuse(connection.asked()[0], failure('token-expired'));
    expect(state()).toEqual({ serving: 'ended' });
    expect(context().failure?.code).toBe('token-expired');
    expect(stored).toEqual(['token-1', null]);
  });
});

describe('serving', () => {
  test('carries what people and the server say, both ways', () => {
    const { connection, centre, conversation, state } = startTalking();
    conversation()?.send({ type: 'send', text: 'Hello' });
    const [command] = connection.asked();
    expect(command).toMatchObject({ type: 'message.send', text: 'Hello' });
    if (command) connection.answer(command, { seq: 4, at: 4 });
    centre.append({
      type: 'message.sent',
      participantId: customerId,
      messageId: commandId('c-command-2'),
      text: 'Hello',
    });
    centre.append({ type: 'interaction.closed', participantId: agentParticipantId, disposition: 'handled' });
    for (const { to, event } of centre.takeNotices()) if (to === customerId) connection.notify(event);
    expect(conversation()?.getSnapshot().context.interaction.messages).toHaveLength(1);
    expect(state()).toEqual({ serving: 'ended' });
  });

  test('handed over: waits again, keeps what was said, and talks to the next', () => {
    const { connection, centre, conversation, state } = startTalking();
    const notify = () => {
      for (const { to, event } of centre.takeNotices()) if (to === customerId) connection.notify(event);
    };
    const message = {
      type: 'message.sent',
      participantId: agentParticipantId,
      messageId: commandId('a'),
      text: 'Hello',
    } as const;
    centre.append(message);
    centre.append({ type: 'task.transferred', participantId: agentParticipantId, taskId, to: 'Ben' });
    centre.append({ type: 'participant.left', participantId: agentParticipantId });
    notify();
    expect(state()).toEqual({ serving: 'waiting' });
    const ben = 'agent-2' as ParticipantId;
    centre.append({ type: 'participant.joined', participantId: ben, role: 'agent', name: 'Ben' });
    notify();
    expect(state()).toEqual({ serving: 'talking' });
    expect(
      conversation()
        ?.getSnapshot()
        .context.interaction.messages.map(({ text }) => text),
    ).toEqual(['Hello']);
  });

  test('passes over what belongs to an earlier interaction', () => {
    const { connection, conversation } = startTalking();
    const stray: WireEvent = {
      type: 'message.sent',
      interactionId: 'earlier' as InteractionId,
      seq: 4,
      at: 4,
      participantId: agentParticipantId,
      messageId: commandId('stray'),
      text: 'stray',
    };
    connection.notify(stray);
    expect(conversation()?.getSnapshot().context.interaction.messages).toEqual([]);
  });

  test('left for another start: nothing of it stays, the camera least of all', async () => {
    const { actor, connection, ports, stored, conversation, state, context } = startTalking();
    await settled();
    conversation()?.getSnapshot().context.call?.send({ type: 'start', picture: 'camera' });
    ports.devices.last.give();
    expect(ports.devices.runningSources).toEqual(['camera', 'microphone']);
    connection.asked();
    actor.send({ type: 'start-over' });
    expect(state()).toBe('browsing');
    expect(ports.devices.runningSources).toEqual([]);
    expect(stored.at(-1)).toBeNull();
    expect(context()).toMatchObject({ token: null, interactionId: null, form: { name: 'Ada' } });
    expect(types(connection.asked())).toEqual(['entry-point.get']);
  });

  test('stopped: the connection is closed', () => {
    const { actor, connection } = startTalking();
    actor.stop();
    expect(connection.isClosed).toBe(true);
  });
});
