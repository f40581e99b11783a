import type { AgentId, Domain, OfferId, TaskId } from '@eyeline/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import { nextDeadline } from './deadline.ts';
import { decide } from './decide.ts';
import type { RoutingEffect } from './effect.ts';
import type { RoutingInput } from './input.ts';
import { defaultPolicy, emptyRouting, type RoutingState } from './state.ts';
import { statusOf } from './status.ts';

const anna = 'anna' as AgentId;
const ben = 'ben' as AgentId;
const cleo = 'cleo' as AgentId;
const task = (n: number) => `task-${n}` as TaskId;
const { offerPatienceMs, graceMs, declinePauseMs } = defaultPolicy;

let state: RoutingState;
let now: number;
let effects: readonly RoutingEffect[];

beforeEach(() => {
  state = emptyRouting();
  now = 1000;
  effects = [];
});

function feed(...inputs: RoutingInput[]) {
  const all: RoutingEffect[] = [];
  for (const input of inputs) {
    const decision = decide(state, input, now);
    state = decision.state;
    all.push(...decision.effects);
  }
  effects = all;
}

/** Time passes; the shell's timer fires whenever it is due. */
function wait(ms: number) {
  const until = now + ms;
  const all: RoutingEffect[] = [];
  for (let due = nextDeadline(state); due !== null && due <= until; due = nextDeadline(state)) {
    now = due;
    feed({ type: 'clock.ticked' });
    all.push(...effects);
  }
  now = until;
  effects = all;
}

const ready = (agentId: AgentId, domains: Domain[] = ['chat', 'video']) => {
  feed({ type: 'agent.signed-in', agentId }, { type: 'agent.asked-ready', agentId, domains });
};
const request = (n: number, domain: Domain = 'chat') => feed({ type: 'task.requested', taskId: task(n), domain });
const offerTo = (agentId: AgentId) => Object.values(state.offers).find(offer => offer.agentId === agentId);
const offerId = (agentId: AgentId) => offerTo(agentId)?.offerId ?? ('none' as OfferId);
const accept = (agentId: AgentId) => feed({ type: 'offer.accepted', agentId, offerId: offerId(agentId) });
const decline = (agentId: AgentId) => feed({ type: 'offer.declined', agentId, offerId: offerId(agentId) });
const agent = (agentId: AgentId) => {
  const found = state.agents[agentId];
  if (!found) throw new Error(`${agentId} is not signed in`);
  return statusOf(found, state);
};
const outcomes = () => effects.flatMap(effect => (effect.type === 'offer.closed' ? [effect.outcome] : []));

describe('the queue', () => {
  test('1.1 a task joins the end, with its age', () => {
    request(1);
    now += 5;
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
    now += 1;
    request(2);
    ready(anna);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('2.2 the agent who has been available longest gets it', () => {
    ready(ben);
    now += 1;
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
    now += 1;
    request(1);
  });

  test('3.1 an offer stands for the patience; an acceptance in its last instant is too late', () => {
    expect(offerTo(anna)).toMatchObject({ madeAt: 1001, expiresAt: 1001 + offerPatienceMs });
    const late = offerId(anna);
    now += offerPatienceMs;
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
    now += 1;
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
    now += 100;
    decline(ben);
    wait(declinePauseMs * 2);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('3.4 declined: who declined keeps the place among the available', () => {
    now += 1;
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
    now += 10;
    ready(ben);
    now += 10;
    feed({ type: 'task.ended', taskId: task(1) }, { type: 'task.wrapped-up', taskId: task(1) });
    request(2);
    expect(offerTo(ben)?.taskId).toBe(task(2));
  });

  test('4.5 asking to be ready again does not lose the place', () => {
    ready(anna);
    now += 10;
    ready(ben);
    now += 10;
    feed({ type: 'agent.asked-ready', agentId: anna, domains: ['chat'] });
    request(1);
    expect(offerTo(anna)?.taskId).toBe(task(1));
  });

  test('4.6 signing out gives an active task back at its place', () => {
    ready(anna);
    request(1);
    accept(anna);
    now += 10;
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
    now += 1;
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
    now += 1;
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
    now += offerPatienceMs;
    ready(ben);
    expect(agent(anna).reason).toBe('no-answer');
    expect(offerTo(ben)?.taskId).toBe(task(1));
  });

  test('7.2 the next deadline is the earliest, or none', () => {
    expect(nextDeadline(state)).toBeNull();
    ready(anna);
    request(1);
    now += 1;
    ready(cleo);
    feed({ type: 'agent.disconnected', agentId: cleo });
    expect(nextDeadline(state)).toBe(Math.min(1000 + offerPatienceMs, 1001 + graceMs));
    accept(anna);
    expect(nextDeadline(state)).toBe(1001 + graceMs);
  });

  test('7.3 a restart blames nobody for the time that the server was away', () => {
    ready(anna);
    request(1);
    now += 24 * 3_600_000;
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
