import { failure, type ListedTask, type TaskId, type Wish } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentSeat, callId, customerId, interactionId, offerId, taskId } from './testing/ids.ts';
import { desk, offer, other, startAgent, startAtDesk, task, types } from './testing/start-agent.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('signing in', () => {
  test('brings the desk and keeps the token, never the password', () => {
    const { actor, line, stored, state, context } = startAgent();
    line.tell({ type: 'line.opened' });
    expect(line.asked()).toEqual([]);
    actor.send({ type: 'sign-in', username: 'anna', password: 'secret' });
    const [wish] = line.asked();
    expect(wish).toEqual({ type: 'agent.sign-in', username: 'anna', password: 'secret' });
    line.answer(wish, desk());
    expect(state()).toBe('at-desk');
    expect(stored).toEqual(['token-1']);
    expect(JSON.stringify(context())).not.toContain('secret');
  });

  test.each([
    [
      'wrong-credentials',
      (side: ReturnType<typeof startAgent>, wish: Wish) => side.line.refuse(wish, failure('wrong-credentials')),
    ],
    ['server-busy', (side: ReturnType<typeof startAgent>, wish: Wish) => side.line.tell({ type: 'lost', wish })],
  ] as const)('fails with %s and can be tried again', (code, fail) => {
    const side = startAgent();
    side.actor.send({ type: 'sign-in', username: 'anna', password: 'no' });
    const [wish] = side.line.asked();
    if (wish) fail(side, wish);
    expect(side.state()).toBe('signed-out');
    expect(side.context().failure?.code).toBe(code);
    side.actor.send({ type: 'sign-in', username: 'anna', password: 'yes' });
    expect(side.context().failure).toBeNull();
    expect(side.state()).toBe('signing-in');
  });

  test('out: leaves nothing behind', () => {
    const { actor, line, stored, state, context } = startAtDesk({ tasks: [task] });
    line.asked();
    actor.send({ type: 'sign-out' });
    const [wish] = line.asked();
    expect(wish?.type).toBe('agent.sign-out');
    expect(state()).toBe('at-desk');
    line.answer(wish, {});
    expect(state()).toBe('signed-out');
    expect(stored).toEqual(['token-1', null]);
    expect(context()).toMatchObject({ token: null, agent: null, tasks: [], selected: null });
  });

  test('at another place takes over', () => {
    const { line, stored, state, context } = startAtDesk({ tasks: [task] });
    line.tell({ type: 'agent.superseded' });
    expect(state()).toBe('signed-out');
    expect(context().failure?.message).toMatch(/another place/);
    expect(stored.at(-1)).toBeNull();
  });

  test('because the session has ended', () => {
    const { line, stored, state, context } = startAtDesk({ tasks: [task] });
    line.tell({ type: 'agent.session-ended' });
    expect(state()).toBe('signed-out');
    expect(context().failure?.message).toMatch(/session has ended/);
    expect(stored.at(-1)).toBeNull();
  });

  test('not while the agent works: another token comes in time, and is the one that is kept', () => {
    const { line, stored, state } = startAtDesk({ tasks: [task] });
    line.tell({ type: 'agent.token-renewed', token: 'renewed' });
    expect(state()).toBe('at-desk');
    expect(stored.at(-1)).toBe('renewed');
  });

  test('because the account was switched off', () => {
    const { line, stored, state, context } = startAtDesk({ tasks: [task] });
    line.tell({ type: 'agent.disabled' });
    expect(state()).toBe('signed-out');
    expect(context().failure?.message).toMatch(/switched off/);
    expect(stored.at(-1)).toBeNull();
  });
});

describe('coming back', () => {
  test('after a reload', () => {
    const { line, state, context } = startAgent('token-1');
    line.asked();
    line.tell({ type: 'line.opened' });
    const [wish] = line.asked();
    expect(wish).toEqual({ type: 'agent.resume', token: 'token-1' });
    line.answer(wish, desk({ token: 'token-2', tasks: [task] }));
    expect(state()).toBe('at-desk');
    expect(context()).toMatchObject({ token: 'token-2', selected: taskId });
    expect(types(line.asked())).toEqual(['interaction.catch-up']);
  });

  test('with a session that is gone: signs in again', () => {
    const { line, stored, state } = startAgent('old');
    line.tell({ type: 'line.opened' });
    line.refuse(line.asked()[0], failure('token-expired'));
    expect(state()).toBe('signed-out');
    expect(stored).toEqual([null]);
  });

  test('while the server is busy or silent: asks again, also after a break in between', () => {
    const { line, state } = startAgent('token-1');
    line.tell({ type: 'line.opened' });
    line.refuse(line.asked()[0], failure('server-busy'));
    vi.advanceTimersByTime(3000);
    expect(types(line.asked())).toEqual(['agent.resume']);
    line.tell({ type: 'line.lost' });
    vi.advanceTimersByTime(10_000);
    expect(line.asked()).toEqual([]);
    line.tell({ type: 'line.opened' });
    line.asked();
    vi.advanceTimersByTime(3000);
    expect(types(line.asked())).toEqual(['agent.resume']);
    expect(state()).toBe('returning');
  });

  test('after a break: conversations go on where they were, and a call in them survives', async () => {
    const side = startAtDesk({ tasks: [task] });
    const { line, centre, holes } = side;
    side.catchUp();
    const theirs = callId('theirs');
    centre.append({ type: 'call.proposed', callId: theirs, participantId: customerId, media: 'p2p' });
    for (const { to, event } of centre.takeTold()) if (to === agentSeat) line.tell(event);
    const conversation = side.conversation();
    conversation?.getSnapshot().children.call?.send({ type: 'accept', picture: 'camera' });
    await holes.captures[0]?.give();
    const [accept] = line.asked();
    if (accept) line.answer(accept, { iceServers: [] });
    holes.media[0]?.report({ type: 'remote.connected' });

    line.tell({ type: 'line.lost' });
    expect(side.state()).toBe('returning');
    conversation?.send({ type: 'send', text: 'written in between' });
    line.tell({ type: 'line.opened' });
    const [resume, ...none] = line.asked();
    expect(none).toEqual([]);
    line.answer(resume, desk({ tasks: [task, other] }));
    expect(side.conversation()).toBe(conversation);
    expect(side.context().tasks).toHaveLength(2);
    expect(holes.media[0]?.isClosed).toBe(false);
    expect(holes.running.size).toBe(1);
    expect(conversation?.getSnapshot().children.call?.getSnapshot().value).toEqual({ active: 'live' });
    const asked = line.asked();
    expect(asked).toMatchObject([
      { type: 'interaction.catch-up', interactionId, afterSeq: 4 },
      { type: 'interaction.catch-up', interactionId: other.interactionId, afterSeq: 0 },
    ]);
    line.answer(asked[0], { facts: [], entryPoint: centre.entryPoint, position: null, wait: null, ladder: null });
    expect(line.asked()).toMatchObject([{ type: 'message.send', text: 'written in between' }]);
  });

  test('after a break: what was taken away meanwhile is gone, with its camera', async () => {
    const side = startAtDesk({ tasks: [task] });
    side.catchUp();
    side.conversation()?.getSnapshot().children.call?.send({ type: 'start-video', picture: 'camera' });
    await side.holes.captures[0]?.give();
    expect(side.holes.running.size).toBe(1);
    side.line.tell({ type: 'line.lost' });
    side.line.tell({ type: 'line.opened' });
    side.line.asked();
    side.line.tell({
      type: 'done.agent.resume',
      wish: { type: 'agent.resume', token: 'token-1' },
      value: desk({ tasks: [other] }),
    });
    expect(side.context()).toMatchObject({ selected: other.taskId, tasks: [{ taskId: other.taskId }] });
    expect(side.holes.running.size).toBe(0);
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
  ] as const)('%j becomes a command, and changes nothing else by itself', (intent, wish) => {
    const { actor, line, context } = startAtDesk({ offers: [offer] });
    const before = context();
    actor.send(intent.type === 'go-ready' ? { ...intent, domains: [...intent.domains] } : intent);
    expect(line.asked()).toMatchObject([wish]);
    expect({ ...context(), picked: null, commands: [] }).toEqual(before);
    expect(context().commands).toMatchObject([{ wish, failure: null }]);
  });

  test('shows what the server tells: state, offers, tasks', () => {
    const { line, context } = startAtDesk();
    line.tell({ type: 'agent.state-changed', ...desk().agent, state: 'ready', reason: null });
    expect(context().agent).toEqual({ ...desk().agent, state: 'ready', reason: null });
    line.tell({ type: 'offer.made', ...offer });
    line.tell({ type: 'offer.made', ...offer });
    expect(context().offers).toHaveLength(1);
    line.tell({ type: 'offer.closed', offerId, outcome: 'accepted' });
    expect(context().offers).toEqual([]);
    line.tell({ type: 'task.state-changed', ...task });
    expect(context()).toMatchObject({ selected: taskId, tasks: [{ state: 'active' }] });
    expect(types(line.asked())).toEqual(['interaction.catch-up']);
    line.tell({ type: 'task.state-changed', ...task, state: 'wrapping-up' });
    expect(context().tasks).toMatchObject([{ state: 'wrapping-up' }]);
    line.tell({ type: 'task.state-changed', ...other });
    line.tell({ type: 'task.state-changed', ...task, state: 'closed' });
    expect(context()).toMatchObject({ selected: other.taskId, tasks: [{ taskId: other.taskId }] });
    line.tell({ type: 'task.state-changed', ...task, state: 'closed' });
    expect(context().tasks).toHaveLength(1);
  });

  test('tells each conversation what is its own, and carries what it wishes', () => {
    const side = startAtDesk({ tasks: [task, other] });
    side.catchUp();
    side.line.tell({ type: 'typing.changed', interactionId, participantId: customerId, typing: true });
    expect(side.conversation(0)?.getSnapshot().matches({ peer: 'typing' })).toBe(true);
    expect(side.conversation(1)?.getSnapshot().matches({ peer: 'typing' })).toBe(false);
    side.conversation(0)?.send({ type: 'send', text: 'Hello' });
    const [wish] = side.line.asked();
    expect(wish).toMatchObject({ type: 'message.send', interactionId });
    side.line.refuse(wish, failure('message-too-long'));
    expect(side.conversation(0)?.getSnapshot().context.outbox[0]?.failure?.code).toBe('message-too-long');
    expect(side.context().failure).toBeNull();
  });

  test('says why something was refused or not answered, until it is dismissed', () => {
    const { actor, line, context } = startAtDesk();
    actor.send({ type: 'accept-offer', offerId });
    line.refuse(line.asked()[0], failure('offer-gone'));
    expect(context().failure?.code).toBe('offer-gone');
    actor.send({ type: 'dismiss-failure' });
    expect(context().failure).toBeNull();
    actor.send({ type: 'go-ready', domains: ['chat'] });
    const [wish] = line.asked();
    if (wish) line.tell({ type: 'lost', wish });
    expect(context().failure?.message).toMatch(/did not answer/);
  });

  test('shows the task that is selected', () => {
    const { actor, context } = startAtDesk({ tasks: [task, other] });
    expect(context().selected).toBe(taskId);
    actor.send({ type: 'select', taskId: other.taskId });
    expect(context().selected).toBe(other.taskId);
  });

  test('what was wrapped up is gone, also a callback that is tried again, until it comes anew', () => {
    const { actor, line, context } = startAtDesk({ tasks: [{ ...task, domain: 'callback', state: 'wrapping-up' }] });
    line.asked();
    actor.send({ type: 'wrap-up', taskId, code: 'solved' });
    line.answer(line.asked()[0], {});
    expect(context()).toMatchObject({ tasks: [], selected: null });
    line.tell({ type: 'task.state-changed', ...task, domain: 'callback' });
    expect(context()).toMatchObject({ selected: taskId, tasks: [{ state: 'active' }] });
    expect(types(line.asked())).toEqual(['interaction.catch-up']);
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
    const { line, context } = startAtDesk({ listed: [waiting] });
    expect(context().listed).toEqual([waiting]);
    line.tell({ type: 'list.changed', listed: [] });
    expect(context().listed).toEqual([]);
  });

  test('shows what it picked when that comes, and goes on with what it does when something else comes', () => {
    const { actor, line, context } = startAtDesk({ tasks: [task] });
    const third = { ...other, taskId: 'task-3' as TaskId };
    line.tell({ type: 'task.state-changed', ...third });
    expect(context().selected).toBe(taskId);
    actor.send({ type: 'pick', taskId: other.taskId });
    line.tell({ type: 'task.state-changed', ...other });
    expect(context().selected).toBe(other.taskId);
  });

  test('knows where a task may go when it asks, and forgets the answer to another question', () => {
    const { actor, line, context } = startAtDesk({ tasks: [task, other] });
    line.asked();
    actor.send({ type: 'list-targets', taskId, purpose: 'transfer' });
    const [first] = line.asked();
    expect(first).toEqual({ type: 'target.list', taskId, purpose: 'transfer' });
    expect(context().handover).toEqual({ taskId, purpose: 'transfer', targets: null });
    actor.send({ type: 'list-targets', taskId: other.taskId, purpose: 'consult' });
    const targets = [{ kind: 'queue', queueId: 'billing', name: 'Billing', waiting: 2 }] as const;
    line.answer(first, { targets });
    expect(context().handover).toEqual({ taskId: other.taskId, purpose: 'consult', targets: null });
    line.answer(line.asked()[0], { targets });
    expect(context().handover).toEqual({ taskId: other.taskId, purpose: 'consult', targets });
  });

  test.each([
    { type: 'list-targets', taskId, purpose: 'transfer' },
    { type: 'ask-colleague', taskId, to: { kind: 'queue', queueId: 'billing' }, question: 'May she?' },
    { type: 'complete-consult', taskId },
    { type: 'transfer', taskId, to: { kind: 'queue', queueId: 'billing' } },
    { type: 'pick', taskId },
    { type: 'record-attempt', taskId, outcome: 'reached' },
  ] as const)('%j refused: says why', intent => {
    const { actor, line, context } = startAtDesk();
    actor.send(intent);
    line.refuse(line.asked()[0], failure('task-gone'));
    expect(context().failure?.code).toBe('task-gone');
  });

  test('a task that takes up another medium keeps its conversation', () => {
    const { line, context } = startAtDesk({ tasks: [task] });
    const before = context().tasks[0]?.conversation;
    line.tell({ type: 'task.state-changed', ...task, domain: 'video' });
    expect(context().tasks[0]).toMatchObject({ domain: 'video', state: 'active' });
    expect(context().tasks[0]?.conversation).toBe(before);
  });

  test('with a server that lets nobody in yet: the desk knows why', () => {
    const { line, state, context } = startAgent();
    line.tell({ type: 'line.waiting', error: failure('too-many-connections') });
    expect(state()).toBe('signed-out');
    expect(context().obstacle?.code).toBe('too-many-connections');
    line.tell({ type: 'line.opened' });
    line.tell({ type: 'line.lost' });
    expect(context().obstacle).toBeNull();
  });

  test('with a page that is too old: the server says so', () => {
    const { line, state } = startAgent();
    line.tell({ type: 'line.refused', error: failure('version-mismatch') });
    expect(state()).toBe('unavailable');
  });
});

test('what was pressed as the connection broke is said to have come to nothing, and the desk is what the server knows', () => {
  const { actor, line, context } = startAtDesk();
  line.asked();
  actor.send({ type: 'go-ready', domains: ['chat'] });
  const [wish] = line.asked();
  if (!wish) throw new Error('nothing was asked');
  line.tell({ type: 'line.lost' });
  line.tell({ type: 'lost', wish });
  line.tell({ type: 'line.opened' });
  line.answer(line.asked()[0], desk());
  expect(context().failure?.message).toContain('did not answer');
});
