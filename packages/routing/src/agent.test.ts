import type { TaskId } from '@eyeline/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import { nextDeadline } from './deadline.ts';
import { defaultPolicy } from './state.ts';
import {
  accept,
  agent,
  anna,
  begin,
  ben,
  cleo,
  decline,
  declinePauseMs,
  effects,
  feed,
  graceMs,
  now,
  offerId,
  offerPatienceMs,
  offerTo,
  outcomes,
  pass,
  ready,
  request,
  state,
  task,
  wait,
} from './testing/scenario.ts';

beforeEach(begin);

describe('agents', () => {
  test('4.1 who signs in is not ready; again, nothing changes', () => {
    feed({ type: 'agent.signed-in', agentId: anna });
    expect(agent(anna)).toMatchObject({ state: 'not-ready', reason: 'signed-in' });
    ready(anna);
    feed({ type: 'agent.signed-in', agentId: anna });
    expect(effects).toEqual([]);
    expect(agent(anna).state).toBe('ready');
  });

  test('4.2 ready for what was asked', () => {
    ready(anna, ['chat']);
    expect(agent(anna).domains).toEqual({ chat: 'ready', video: 'not-ready' });
  });

  test('4.3 reserved with an offer, busy with a task and in wrap-up', () => {
    ready(anna);
    request(1);
    expect(agent(anna).domains).toEqual({ chat: 'reserved', video: 'reserved' });
    accept(anna);
    expect(agent(anna).domains).toEqual({ chat: 'busy', video: 'busy' });
    feed({ type: 'task.ended', taskId: task(1) });
    expect(agent(anna).domains).toEqual({ chat: 'busy', video: 'busy' });
  });

  test('4.4 not ready while busy is pending until wrapped up', () => {
    ready(anna, ['chat']);
    request(1);
    accept(anna);
    feed({ type: 'agent.asked-not-ready', agentId: anna, reason: 'lunch' });
    expect(agent(anna)).toMatchObject({ state: 'ready', domains: { chat: 'pending-not-ready', video: 'not-ready' } });
    feed({ type: 'task.ended', taskId: task(1) }, { type: 'task.wrapped-up', taskId: task(1) });
    expect(agent(anna)).toMatchObject({ state: 'not-ready', reason: 'lunch' });
  });

  test('4.4 asking to be ready takes it back', () => {
    ready(anna);
    request(1);
    accept(anna);
    feed({ type: 'agent.asked-not-ready', agentId: anna, reason: 'lunch' });
    feed({ type: 'agent.asked-ready', agentId: anna, domains: ['chat'] });
    feed({ type: 'task.ended', taskId: task(1) }, { type: 'task.wrapped-up', taskId: task(1) });
    expect(agent(anna)).toMatchObject({ state: 'ready', domains: { chat: 'ready', video: 'not-ready' } });
  });

  test('4.5 finishing a task puts the agent behind those who were available meanwhile', () => {
    ready(anna);
    request(1);
    accept(anna);
    pass(10);
    ready(ben);
    pass(10);
    feed({ type: 'task.ended', taskId: task(1) }, { type: 'task.wrapped-up', taskId: task(1) });
    request(2);
    expect(offerTo(ben)?.taskId).toBe(task(2));
  });

  test('4.5 asking to be ready again does not lose the place', () => {
    ready(anna);
    pass(10);
    ready(ben);
    pass(10);
    feed({ type: 'agent.asked-ready', agentId: anna, domains: ['chat'] });
    request(1);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('4.6 signing out gives an active task back at its place', () => {
    ready(anna);
    request(1);
    accept(anna);
    pass(10);
    request(2);
    feed({ type: 'agent.signed-out', agentId: anna });
    expect(state.queue).toEqual([task(1), task(2)]);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'agent.changed', status: expect.objectContaining({ state: 'logged-out' }) }),
    );
  });

  test('4.6 signing out in wrap-up closes the task', () => {
    ready(anna);
    request(1);
    accept(anna);
    feed({ type: 'task.ended', taskId: task(1) }, { type: 'agent.signed-out', agentId: anna });
    expect(effects).toContainEqual({ type: 'task.changed', taskId: task(1), state: 'closed', agentId: anna });
    expect(state.tasks).toEqual({});
  });
});

describe('connections', () => {
  test('5.1 a lost agent is offered nothing; another gets the open offer', () => {
    ready(anna);
    pass(1);
    ready(ben);
    request(1);
    feed({ type: 'agent.disconnected', agentId: anna });
    expect(outcomes()).toEqual(['withdrawn']);
    expect(offerTo(ben)?.taskId).toBe(task(1));
    request(2);
    expect(offerTo(anna)).toBeUndefined();
  });

  test('5.2 back in time: ready as before, at the same place', () => {
    ready(anna);
    pass(1);
    ready(ben);
    feed({ type: 'agent.disconnected', agentId: anna });
    wait(graceMs - 1);
    feed({ type: 'agent.connected', agentId: anna });
    wait(graceMs * 2);
    request(1);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('5.3 not back: not ready, connection-lost', () => {
    ready(anna);
    feed({ type: 'agent.disconnected', agentId: anna });
    wait(graceMs);
    expect(agent(anna)).toMatchObject({ state: 'not-ready', reason: 'connection-lost' });
    feed({ type: 'agent.connected', agentId: anna });
    expect(agent(anna)).toMatchObject({ state: 'not-ready', reason: 'connection-lost' });
  });

  test('5.3 not back in mid-task: keeps the task, and coming back undoes the rest', () => {
    ready(anna);
    request(1);
    accept(anna);
    feed({ type: 'agent.disconnected', agentId: anna });
    wait(graceMs);
    expect(agent(anna).domains.chat).toBe('pending-not-ready');
    expect(state.tasks[task(1)]).toMatchObject({ state: 'active', agentId: anna });
    feed({ type: 'agent.connected', agentId: anna });
    expect(agent(anna).domains.chat).toBe('busy');
  });

  test('5.3 a reason of the agent’s own stays', () => {
    ready(anna);
    feed({ type: 'agent.asked-not-ready', agentId: anna, reason: 'lunch' });
    feed({ type: 'agent.disconnected', agentId: anna });
    wait(graceMs);
    expect(agent(anna).reason).toBe('lunch');
  });
});

describe('tasks', () => {
  test('6.1 ended, wrapped up, closed; the agent gets the next one', () => {
    ready(anna);
    request(1);
    accept(anna);
    request(2);
    feed({ type: 'task.ended', taskId: task(1) });
    expect(effects).toEqual([{ type: 'task.changed', taskId: task(1), state: 'wrapping-up', agentId: anna }]);
    feed({ type: 'task.wrapped-up', taskId: task(1) });
    expect(effects).toContainEqual({ type: 'task.changed', taskId: task(1), state: 'closed', agentId: anna });
    expect(offerTo(anna)?.taskId).toBe(task(2));
  });

  test('6.2 withdrawn while waiting is closed, while active has ended', () => {
    request(1);
    feed({ type: 'task.withdrawn', taskId: task(1) });
    expect(state.tasks).toEqual({});
    ready(anna);
    request(2);
    accept(anna);
    feed({ type: 'task.withdrawn', taskId: task(2) });
    expect(state.tasks[task(2)]?.state).toBe('wrapping-up');
    feed({ type: 'task.withdrawn', taskId: task(2) });
    expect(state.tasks[task(2)]?.state).toBe('wrapping-up');
  });

  test('6.3 unknown and repeated tasks change nothing', () => {
    request(1);
    const before = state;
    for (const taskId of [task(9), 'constructor', '__proto__'] as TaskId[])
      feed(
        { type: 'task.withdrawn', taskId },
        { type: 'task.ended', taskId },
        { type: 'task.wrapped-up', taskId },
        { type: 'task.requested', taskId: task(1), domain: 'video' },
      );
    expect(state).toEqual(before);
  });
});

describe('time', () => {
  test('7.1 what is due happens before what the input brings', () => {
    ready(anna);
    request(1);
    pass(offerPatienceMs);
    ready(ben);
    expect(agent(anna).reason).toBe('no-answer');
    expect(offerTo(ben)?.taskId).toBe(task(1));
  });

  test('7.2 the next deadline is the earliest, or none', () => {
    expect(nextDeadline(state)).toBeNull();
    ready(anna);
    request(1);
    pass(1);
    ready(cleo);
    feed({ type: 'agent.disconnected', agentId: cleo });
    expect(nextDeadline(state)).toBe(Math.min(1000 + offerPatienceMs, 1001 + graceMs));
    accept(anna);
    expect(nextDeadline(state)).toBe(1001 + graceMs);
  });

  test('7.3 a restart blames nobody for the time that the server was away', () => {
    ready(anna);
    request(1);
    pass(24 * 3_600_000);
    feed({ type: 'server.started', policy: { ...defaultPolicy, offerPatienceMs: 5000 } });
    expect(outcomes()).toEqual(['withdrawn']);
    expect(agent(anna).state).toBe('ready');
    feed({ type: 'agent.connected', agentId: anna });
    expect(offerTo(anna)).toMatchObject({ taskId: task(1), expiresAt: now + 5000 });
  });

  test('7.3 the state is plain JSON', () => {
    ready(anna);
    request(1);
    decline(anna);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  test('7.4 every offer has a new id', () => {
    ready(anna);
    request(1);
    const first = offerId(anna);
    decline(anna);
    wait(declinePauseMs);
    expect(offerId(anna)).not.toBe(first);
  });
});
