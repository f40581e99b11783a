import { type Command, failure, type ListedTask, type TaskId } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settled } from './testing/fake-ports.ts';
import { agentParticipantId, callId, customerId, interactionId, offerId, taskId } from './testing/ids.ts';
import { desk, offer, other, startAgent, startAtDesk, task, types } from './testing/start-agent.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('signing in', () => {
  test('brings the desk and keeps the token, never the password', () => {
    const { actor, connection, stored, state, context } = startAgent();
    connection.notify({ type: 'connection.opened' });
    expect(connection.asked()).toEqual([]);
    actor.send({ type: 'sign-in', username: 'anna', password: 'secret' });
    const [command] = connection.asked();
    expect(command).toEqual({ type: 'agent.sign-in', username: 'anna', password: 'secret' });
    connection.answer(command, desk());
    expect(state()).toBe('at-desk');
    expect(stored).toEqual(['token-1']);
    expect(JSON.stringify(context())).not.toContain('secret');
  });

  test.each([
    [
      'wrong-credentials',
      (side: ReturnType<typeof startAgent>, command: Command) =>
        side.connection.refuse(command, failure('wrong-credentials')),
    ],
    [
      'server-busy',
      (side: ReturnType<typeof startAgent>, command: Command) => side.connection.notify({ type: 'lost', command }),
    ],
  ] as const)('fails with %s and can be tried again', (code, fail) => {
    const side = startAgent();
    side.actor.send({ type: 'sign-in', username: 'anna', password: 'no' });
    const [command] = side.connection.asked();
    if (command) fail(side, command);
    expect(side.state()).toBe('signed-out');
    expect(side.context().failure?.code).toBe(code);
    side.actor.send({ type: 'sign-in', username: 'anna', password: 'yes' });
    expect(side.context().failure).toBeNull();
    expect(side.state()).toBe('signing-in');
  });

  test('out: leaves nothing behind', () => {
    const { actor, connection, stored, state, context } = startAtDesk({ tasks: [task] });
    connection.asked();
    actor.send({ type: 'sign-out' });
    const [command] = connection.asked();
    expect(command?.type).toBe('agent.sign-out');
    expect(state()).toBe('at-desk');
    connection.answer(command, {});
    expect(state()).toBe('signed-out');
    expect(stored).toEqual(['token-1', null]);
    expect(context()).toMatchObject({ token: null, agent: null, tasks: [], selected: null });
  });

  test('at another place takes over', () => {
    const { connection, stored, state, context } = startAtDesk({ tasks: [task] });
    connection.notify({ type: 'agent.superseded' });
    expect(state()).toBe('signed-out');
    expect(context().failure?.message).toMatch(/another place/);
    expect(stored.at(-1)).toBeNull();
  });

  test('because the session has ended', () => {
    const { connection, stored, state, context } = startAtDesk({ tasks: [task] });
    connection.notify({ type: 'agent.session-ended' });
    expect(state()).toBe('signed-out');
    expect(context().failure?.message).toMatch(/session has ended/);
    expect(stored.at(-1)).toBeNull();
  });

  test('not while the agent works: another token comes in time, and is the one that is kept', () => {
    const { connection, stored, state } = startAtDesk({ tasks: [task] });
    connection.notify({ type: 'agent.token-renewed', token: 'renewed' });
    expect(state()).toBe('at-desk');
    expect(stored.at(-1)).toBe('renewed');
  });

  test('because the account was switched off', () => {
    const { connection, stored, state, context } = startAtDesk({ tasks: [task] });
    connection.notify({ type: 'agent.disabled' });
    expect(state()).toBe('signed-out');
    expect(context().failure?.message).toMatch(/switched off/);
    expect(stored.at(-1)).toBeNull();
  });
});

describe('coming back', () => {
  test('after a reload', () => {
    const { connection, state, context } = startAgent('token-1');
    connection.asked();
    connection.notify({ type: 'connection.opened' });
    const [command] = connection.asked();
    expect(command).toEqual({ type: 'agent.resume', token: 'token-1' });
    connection.answer(command, desk({ token: 'token-2', tasks: [task] }));
    expect(state()).toBe('at-desk');
    expect(context()).toMatchObject({ token: 'token-2', selected: taskId });
    expect(types(connection.asked())).toEqual(['interaction.catch-up']);
  });

  test('with a session that is gone: signs in again', () => {
    const { connection, stored, state } = startAgent('old');
    connection.notify({ type: 'connection.opened' });
    connection.refuse(connection.asked()[0], failure('token-expired'));
    expect(state()).toBe('signed-out');
    expect(stored).toEqual([null]);
  });

  test('while the server is busy or silent: asks again, also after a break in between', () => {
    const { connection, state } = startAgent('token-1');
    connection.notify({ type: 'connection.opened' });
    connection.refuse(connection.asked()[0], failure('server-busy'));
    vi.advanceTimersByTime(3000);
    expect(types(connection.asked())).toEqual(['agent.resume']);
    connection.notify({ type: 'connection.lost' });
    vi.advanceTimersByTime(10_000);
    expect(connection.asked()).toEqual([]);
    connection.notify({ type: 'connection.opened' });
    connection.asked();
    vi.advanceTimersByTime(3000);
    expect(types(connection.asked())).toEqual(['agent.resume']);
    expect(state()).toBe('returning');
  });

  test('after a break: conversations go on where they were, and a call in them survives', async () => {
    const side = startAtDesk({ tasks: [task] });
    const { connection, centre, ports } = side;
    side.catchUp();
    const theirs = callId('theirs');
    centre.append({ type: 'call.proposed', callId: theirs, participantId: customerId, media: 'p2p' });
    const hear = () => {
      for (const { to, event } of centre.takeNotices()) if (to === agentParticipantId) connection.notify(event);
    };
    hear();
    const conversation = side.conversation();
    await settled();
    conversation?.getSnapshot().context.call?.send({ type: 'accept', picture: 'camera' });
    ports.devices.last.give();
    const [accept] = connection.asked();
    if (accept) connection.answer(accept, { iceServers: [] });
    centre.append({ type: 'call.accepted', callId: theirs, participantId: agentParticipantId });
    hear();
    ports.path('live');

    connection.notify({ type: 'connection.lost' });
    expect(side.state()).toBe('returning');
    conversation?.send({ type: 'send', text: 'written in between' });
    connection.notify({ type: 'connection.opened' });
    const [resume, ...none] = connection.asked();
    expect(none).toEqual([]);
    connection.answer(resume, desk({ tasks: [task, other] }));
    expect(side.conversation()).toBe(conversation);
    expect(side.context().tasks).toHaveLength(2);
    expect(ports.media[0]?.isClosed).toBe(false);
    expect(ports.devices.runningSources).toEqual(['camera', 'microphone']);
    expect(conversation?.getSnapshot().context.call?.getSnapshot().value).toEqual({ active: 'live' });
    const asked = connection.asked();
    expect(asked).toMatchObject([
      { type: 'interaction.catch-up', interactionId, afterSeq: 5 },
      { type: 'interaction.catch-up', interactionId: other.interactionId, afterSeq: 0 },
    ]);
    connection.answer(asked[0], centre.standing(agentParticipantId, 5));
    // The server also hears at which desk the call is.
    expect(connection.asked()).toMatchObject([
      { type: 'message.send', text: 'written in between' },
      { type: 'call.switch', callId: theirs },
    ]);
  });

  test('after a break: what was taken away meanwhile is gone, with its camera', async () => {
    const side = startAtDesk({ tasks: [task] });
    side.catchUp();
    await settled();
    side.conversation()?.getSnapshot().context.call?.send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    side.connection.notify({ type: 'connection.lost' });
    side.connection.notify({ type: 'connection.opened' });
    side.connection.asked();
    side.connection.notify({
      type: 'done.agent.resume',
      command: { type: 'agent.resume', token: 'token-1' },
      value: desk({ tasks: [other] }),
    });
    expect(side.context()).toMatchObject({ selected: other.taskId, tasks: [{ taskId: other.taskId }] });
    expect(side.ports.devices.runningSources).toEqual([]);
  });
});

describe('at the desk', () => {
  test.each([
    [
      { type: 'go-ready', domains: ['chat'] },
      { type: 'agent.set-state', state: 'ready', domains: ['chat'] },
    ],
    [
      { type: 'go-not-ready', reason: 'break' },
      { type: 'agent.set-state', state: 'not-ready', reason: 'break' },
    ],
    [
      { type: 'accept-offer', offerId },
      { type: 'offer.accept', offerId },
    ],
    [
      { type: 'decline-offer', offerId },
      { type: 'offer.decline', offerId },
    ],
    [
      { type: 'wrap-up', taskId, code: 'solved' },
      { type: 'task.wrap-up', taskId, code: 'solved' },
    ],
    [
      { type: 'pick', taskId },
      { type: 'task.pick', taskId },
    ],
    [
      { type: 'transfer', taskId, to: { kind: 'queue', queueId: 'billing' } },
      { type: 'task.transfer', taskId, to: { kind: 'queue', queueId: 'billing' } },
    ],
    [
      { type: 'record-attempt', taskId, outcome: 'no-answer' },
      { type: 'callback.record', taskId, outcome: 'no-answer' },
    ],
  ] as const)('%j becomes a command, and changes nothing else by itself', (intent, command) => {
    const { actor, connection, context } = startAtDesk({ offers: [offer] });
    const before = context();
    actor.send(intent.type === 'go-ready' ? { ...intent, domains: [...intent.domains] } : intent);
    expect(connection.asked()).toMatchObject([command]);
    expect({ ...context(), picked: null, commands: [] }).toEqual(before);
    expect(context().commands).toMatchObject([{ command, failure: null }]);
  });

  test('shows what the server tells: state, offers, tasks', () => {
    const { connection, context } = startAtDesk();
    connection.notify({ type: 'agent.state-changed', ...desk().agent, state: 'ready', reason: null });
    expect(context().agent).toEqual({ ...desk().agent, state: 'ready', reason: null });
    connection.notify({ type: 'offer.made', ...offer });
    connection.notify({ type: 'offer.made', ...offer });
    expect(context().offers).toHaveLength(1);
    connection.notify({ type: 'offer.closed', offerId, outcome: 'accepted' });
    expect(context().offers).toEqual([]);
    connection.notify({ type: 'task.state-changed', ...task });
    expect(context()).toMatchObject({ selected: taskId, tasks: [{ state: 'active' }] });
    expect(types(connection.asked())).toEqual(['interaction.catch-up']);
    connection.notify({ type: 'task.state-changed', ...task, state: 'wrapping-up' });
    expect(context().tasks).toMatchObject([{ state: 'wrapping-up' }]);
    connection.notify({ type: 'task.state-changed', ...other });
    connection.notify({ type: 'task.state-changed', ...task, state: 'closed' });
    expect(context()).toMatchObject({ selected: other.taskId, tasks: [{ taskId: other.taskId }] });
    connection.notify({ type: 'task.state-changed', ...task, state: 'closed' });
    expect(context().tasks).toHaveLength(1);
  });

  test('tells each conversation what is its own, and carries what it commands', () => {
    const side = startAtDesk({ tasks: [task, other] });
    side.catchUp();
    side.connection.notify({ type: 'typing.changed', interactionId, participantId: customerId, typing: true });
    expect(side.conversation(0)?.getSnapshot().matches({ peer: 'typing' })).toBe(true);
    expect(side.conversation(1)?.getSnapshot().matches({ peer: 'typing' })).toBe(false);
    side.conversation(0)?.send({ type: 'send', text: 'Hello' });
    const [command] = side.connection.asked();
    expect(command).toMatchObject({ type: 'message.send', interactionId });
    side.connection.refuse(command, failure('message-too-long'));
    expect(side.conversation(0)?.getSnapshot().context.outbox[0]?.failure?.code).toBe('message-too-long');
    expect(side.context().failure).toBeNull();
  });

  test('says why something was refused or not answered, until it is dismissed', () => {
    const { actor, connection, context } = startAtDesk();
    actor.send({ type: 'accept-offer', offerId });
    connection.refuse(connection.asked()[0], failure('offer-gone'));
    expect(context().failure?.code).toBe('offer-gone');
    actor.send({ type: 'dismiss-failure' });
    expect(context().failure).toBeNull();
    actor.send({ type: 'go-ready', domains: ['chat'] });
    const [command] = connection.asked();
    if (command) connection.notify({ type: 'lost', command });
    expect(context().failure?.message).toMatch(/did not answer/);
  });

  test('shows the task that is selected', () => {
    const { actor, context } = startAtDesk({ tasks: [task, other] });
    expect(context().selected).toBe(taskId);
    actor.send({ type: 'select', taskId: other.taskId });
    expect(context().selected).toBe(other.taskId);
  });

  test('what was wrapped up is gone, also a callback that is tried again, until it comes anew', () => {
    const { actor, connection, context } = startAtDesk({
      tasks: [{ ...task, domain: 'callback', state: 'wrapping-up' }],
    });
    connection.asked();
    actor.send({ type: 'wrap-up', taskId, code: 'solved' });
    connection.answer(connection.asked()[0], {});
    expect(context()).toMatchObject({ tasks: [], selected: null });
    connection.notify({ type: 'task.state-changed', ...task, domain: 'callback' });
    expect(context()).toMatchObject({ selected: taskId, tasks: [{ state: 'active' }] });
    expect(types(connection.asked())).toEqual(['interaction.catch-up']);
  });

  test('keeps the list of what waits, as the server tells it', () => {
    const waiting: ListedTask = {
      taskId,
      queueId: 'support',
      queue: 'Support',
      domain: 'chat',
      priority: 5,
      customerName: 'Ada',
      requestedAt: 1,
    };
    const { connection, context } = startAtDesk({ listed: [waiting] });
    expect(context().listed).toEqual([waiting]);
    connection.notify({ type: 'list.changed', listed: [] });
    expect(context().listed).toEqual([]);
  });

  test('shows what it picked when that comes, and goes on with what it does when something else comes', () => {
    const { actor, connection, context } = startAtDesk({ tasks: [task] });
    const third = { ...other, taskId: 'task-3' as TaskId };
    connection.notify({ type: 'task.state-changed', ...third });
    expect(context().selected).toBe(taskId);
    actor.send({ type: 'pick', taskId: other.taskId });
    connection.notify({ type: 'task.state-changed', ...other });
    expect(context().selected).toBe(other.taskId);
  });

  test('knows where a task may go when it asks, and forgets the answer to another question', () => {
    const { actor, connection, context } = startAtDesk({ tasks: [task, other] });
    connection.asked();
    actor.send({ type: 'list-targets', taskId, purpose: 'transfer' });
    const [first] = connection.asked();
    expect(first).toEqual({ type: 'target.list', taskId, purpose: 'transfer' });
    expect(context().transfer).toEqual({ taskId, purpose: 'transfer', targets: null });
    actor.send({ type: 'list-targets', taskId: other.taskId, purpose: 'consult' });
    const targets = [{ kind: 'queue', queueId: 'billing', name: 'Billing', waiting: 2 }] as const;
    connection.answer(first, { targets });
    expect(context().transfer).toEqual({ taskId: other.taskId, purpose: 'consult', targets: null });
    connection.answer(connection.asked()[0], { targets });
    expect(context().transfer).toEqual({ taskId: other.taskId, purpose: 'consult', targets });
  });

  test.each([
    { type: 'list-targets', taskId, purpose: 'transfer' },
    { type: 'ask-colleague', taskId, to: { kind: 'queue', queueId: 'billing' }, question: 'May she?' },
    { type: 'complete-consult', taskId },
    { type: 'transfer', taskId, to: { kind: 'queue', queueId: 'billing' } },
    { type: 'pick', taskId },
    { type: 'record-attempt', taskId, outcome: 'reached' },
  ] as const)('%j refused: says why', intent => {
    const { actor, connection, context } = startAtDesk();
    actor.send(intent);
    connection.refuse(connection.asked()[0], failure('task-gone'));
    expect(context().failure?.code).toBe('task-gone');
  });

  test('a task that takes up another medium keeps its conversation', () => {
    const { connection, context } = startAtDesk({ tasks: [task] });
    const before = context().tasks[0]?.conversation;
    connection.notify({ type: 'task.state-changed', ...task, domain: 'video' });
    expect(context().tasks[0]).toMatchObject({ domain: 'video', state: 'active' });
    expect(context().tasks[0]?.conversation).toBe(before);
  });

  test('with a server that lets nobody in yet: the desk knows why', () => {
    const { connection, state, context } = startAgent();
    connection.notify({ type: 'connection.waiting', error: failure('too-many-connections') });
    expect(state()).toBe('signed-out');
    expect(context().obstacle?.code).toBe('too-many-connections');
    connection.notify({ type: 'connection.opened' });
    connection.notify({ type: 'connection.lost' });
    expect(context().obstacle).toBeNull();
  });

  test('with a page that is too old: the server says so', () => {
    const { connection, state } = startAgent();
    connection.notify({ type: 'connection.refused', error: failure('version-mismatch') });
    expect(state()).toBe('unavailable');
  });
});

test('what was pressed as the connection broke is said to have come to nothing, and the desk is what the server knows', () => {
  const { actor, connection, context } = startAtDesk();
  connection.asked();
  actor.send({ type: 'go-ready', domains: ['chat'] });
  const [command] = connection.asked();
  if (!command) throw new Error('nothing was asked');
  connection.notify({ type: 'connection.lost' });
  connection.notify({ type: 'lost', command });
  connection.notify({ type: 'connection.opened' });
  connection.answer(connection.asked()[0], desk());
  expect(context().failure?.message).toContain('did not answer');
});
