import type { OfferId } from '@eyeline/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import { nextDeadline } from './deadline.ts';
import type { RoutingInput } from './input.ts';
import {
  accept,
  agent,
  anna,
  begin,
  ben,
  decline,
  declinePauseMs,
  effects,
  feed,
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

describe('the queue', () => {
  test('1.1 a task joins the end, with its age', () => {
    request(1);
    pass(5);
    request(2);
    expect(state.queue).toEqual([task(1), task(2)]);
    expect(state.tasks[task(1)]?.requestedAt).toBe(1000);
    expect(state.tasks[task(2)]?.requestedAt).toBe(1005);
  });

  test('1.2 an offered task keeps its place until it is accepted', () => {
    ready(anna);
    request(1);
    request(2);
    expect(state.tasks[task(1)]?.state).toBe('offered');
    expect(state.queue).toEqual([task(1), task(2)]);
    accept(anna);
    expect(state.queue).toEqual([task(2)]);
  });

  test('1.3 each move is told with the new position', () => {
    request(1);
    expect(effects).toContainEqual({ type: 'queue.moved', taskId: task(1), position: 1 });
    request(2);
    expect(effects).toEqual([
      { type: 'task.changed', taskId: task(2), state: 'queued', agentId: null },
      { type: 'queue.moved', taskId: task(2), position: 2 },
    ]);
    feed({ type: 'task.withdrawn', taskId: task(1) });
    expect(effects).toContainEqual({ type: 'queue.moved', taskId: task(2), position: 1 });
  });
});

describe('matching', () => {
  test('2.1 the oldest task comes first', () => {
    request(1);
    pass(1);
    request(2);
    ready(anna);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('2.2 the agent who has been available longest gets it', () => {
    ready(ben);
    pass(1);
    ready(anna);
    request(1);
    expect(offerTo(ben)?.taskId).toBe(task(1));
  });

  test('2.2 among equals the smaller id', () => {
    ready(ben);
    ready(anna);
    request(1);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('2.2 only for the domains in which the agent is ready', () => {
    ready(anna, ['video']);
    request(1, 'chat');
    expect(offerTo(anna)).toBeUndefined();
    request(2, 'video');
    expect(offerTo(anna)?.taskId).toBe(task(2));
  });

  test('2.3 one offer or one task at a time', () => {
    ready(anna);
    request(1);
    request(2);
    expect(Object.keys(state.offers)).toHaveLength(1);
    accept(anna);
    expect(Object.keys(state.offers)).toHaveLength(0);
  });
});

describe('offers', () => {
  beforeEach(() => {
    ready(anna);
    pass(1);
    request(1);
  });

  test('3.1 an offer stands for the patience; an acceptance in its last instant is too late', () => {
    expect(offerTo(anna)).toMatchObject({ madeAt: 1001, expiresAt: 1001 + offerPatienceMs });
    const late = offerId(anna);
    pass(offerPatienceMs);
    feed({ type: 'offer.accepted', agentId: anna, offerId: late });
    expect(outcomes()).toEqual(['expired']);
    expect(state.tasks[task(1)]?.state).toBe('queued');
  });

  test('3.2 accepted: the task is active with that agent', () => {
    accept(anna);
    expect(outcomes()).toEqual(['accepted']);
    expect(effects).toContainEqual({ type: 'task.changed', taskId: task(1), state: 'active', agentId: anna });
  });

  test('3.3 expired: the agent is not ready, the task back at the head with its age', () => {
    request(2);
    wait(offerPatienceMs);
    expect(outcomes()).toEqual(['expired']);
    expect(agent(anna)).toMatchObject({ state: 'not-ready', reason: 'no-answer', since: now });
    expect(state.queue).toEqual([task(1), task(2)]);
    expect(state.tasks[task(1)]).toMatchObject({ state: 'queued', requestedAt: 1001 });
    ready(ben);
    expect(offerTo(ben)?.taskId).toBe(task(1));
  });

  test('3.4 declined: another agent gets it at once, who declined stays ready', () => {
    pass(1);
    ready(ben);
    decline(anna);
    expect(outcomes()).toEqual(['declined']);
    expect(agent(anna)).toMatchObject({ state: 'ready', domains: { chat: 'ready' } });
    expect(offerTo(ben)?.taskId).toBe(task(1));
    expect(effects).toContainEqual({ type: 'task.changed', taskId: task(1), state: 'offered', agentId: ben });
  });

  test('3.4 declined: with nobody else there, the same agent after the pause', () => {
    decline(anna);
    expect(offerTo(anna)).toBeUndefined();
    expect(nextDeadline(state)).toBe(now + declinePauseMs);
    wait(declinePauseMs);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('3.4 declined: meanwhile the agent gets the next task', () => {
    decline(anna);
    request(2);
    expect(offerTo(anna)?.taskId).toBe(task(2));
  });

  test('3.4 declined by all: asked again is whose decline is longest ago', () => {
    ready(ben);
    decline(anna);
    pass(100);
    decline(ben);
    wait(declinePauseMs * 2);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('3.4 declined: who declined keeps the place among the available', () => {
    pass(1);
    ready(ben);
    decline(anna);
    request(2);
    expect(offerTo(anna)?.taskId).toBe(task(2));
  });

  test.each<[string, RoutingInput]>([
    ['the customer left', { type: 'task.withdrawn', taskId: task(1) }],
    ['the agent was lost', { type: 'agent.disconnected', agentId: anna }],
    ['the agent signed out', { type: 'agent.signed-out', agentId: anna }],
    ['the agent asked to be not ready', { type: 'agent.asked-not-ready', agentId: anna, reason: 'lunch' }],
    ['the agent is no longer ready for it', { type: 'agent.asked-ready', agentId: anna, domains: ['video'] }],
  ])('3.5 withdrawn: %s', (_, input) => {
    feed(input);
    expect(outcomes()).toEqual(['withdrawn']);
    expect(state.offers).toEqual({});
    expect(state.tasks[task(1)]?.state).toBe(input.type === 'task.withdrawn' ? undefined : 'queued');
  });

  test('3.6 an answer to a foreign or unknown offer changes nothing', () => {
    ready(ben);
    const before = state;
    for (const id of [offerId(anna), 'offer-99', 'constructor', '__proto__'] as OfferId[])
      feed(
        { type: 'offer.accepted', agentId: ben, offerId: id },
        { type: 'offer.declined', agentId: ben, offerId: id },
      );
    expect(state).toEqual(before);
  });
});
