import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDeadline } from './deadline.ts';
import { type Decision, decide } from './decide.ts';
import type { RoutingInput } from './input.ts';
import { mayBeAskedAt } from './matching.ts';
import { defaultPolicy, emptyRouting, own, type RoutingState } from './state.ts';
import { isAvailable, statusOf } from './status.ts';

const agentId = fc.constantFrom('a', 'b', 'c', 'd').map(id => id as AgentId);
const taskId = fc.nat({ max: 12 }).map(n => `t${n}` as TaskId);
const offerId = fc.integer({ min: 1, max: 30 }).map(n => `offer-${n}` as OfferId);
const domain = fc.constantFrom('chat' as const, 'video' as const);

/** An answer to an offer that is open is chosen when it is fed, from the state. */
type Step = {
  readonly afterMs: number;
  readonly input: RoutingInput | { type: 'answer'; nth: number; accept: boolean };
};

const input: fc.Arbitrary<Step['input']> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('task.requested' as const), taskId, domain }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('agent.asked-ready' as const),
      agentId,
      domains: fc.uniqueArray(domain, { minLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('agent.signed-in' as const), agentId }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('answer' as const), nth: fc.nat(), accept: fc.boolean() }) },
  fc.record({ type: fc.constantFrom('offer.accepted' as const, 'offer.declined' as const), agentId, offerId }),
  fc.record({ type: fc.constantFrom('agent.signed-out', 'agent.connected', 'agent.disconnected'), agentId }),
  fc.record({ type: fc.constant('agent.asked-not-ready' as const), agentId, reason: fc.constant('lunch') }),
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('task.ended', 'task.wrapped-up'), taskId }) },
  fc.record({ type: fc.constant('task.withdrawn' as const), taskId }),
  fc.constant({ type: 'clock.ticked' as const }),
  fc.constant({ type: 'server.started' as const, policy: defaultPolicy }),
) as fc.Arbitrary<Step['input']>;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ afterMs: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 30_000 })), input }),
  { maxLength: 80, size: 'max' },
);

interface Move extends Decision {
  readonly before: RoutingState;
  readonly input: RoutingInput;
  readonly now: number;
}

/** All decisions of a history, the shell's timer included. */
function* play(history: readonly Step[]): Generator<Move> {
  let state = emptyRouting();
  let now = 0;
  const move = (fed: RoutingInput): Move => {
    const before = state;
    const decision = decide(state, fed, now);
    state = decision.state;
    return { ...decision, before, input: fed, now };
  };
  for (const step of history) {
    const until = now + step.afterMs;
    for (let due = nextDeadline(state); due !== null && due <= until; due = nextDeadline(state)) {
      now = due;
      yield move({ type: 'clock.ticked' });
    }
    now = until;
    if (step.input.type !== 'answer') {
      yield move(step.input);
      continue;
    }
    const open = Object.values(state.offers);
    const offer = open[step.input.nth % Math.max(1, open.length)];
    const type = step.input.accept ? 'offer.accepted' : 'offer.declined';
    if (offer) yield move({ type, offerId: offer.offerId, agentId: offer.agentId });
  }
}

const forAllMoves = (check: (move: Move) => void) =>
  fc.assert(
    fc.property(steps, history => {
      for (const move of play(history)) check(move);
    }),
    { numRuns: 400 },
  );

test('1.2, 1.4 each task is where it says it is, and the queue holds exactly the waiting ones', () => {
  forAllMoves(({ state }) => {
    const waiting = Object.values(state.tasks).filter(task => task.state === 'queued' || task.state === 'offered');
    expect(new Set(state.queue)).toEqual(new Set(waiting.map(task => task.taskId)));
    expect(state.queue).toHaveLength(waiting.length);
    for (const task of Object.values(state.tasks)) {
      const agent = task.agentId ? own(state.agents, task.agentId) : undefined;
      if (task.state === 'queued') expect([task.agentId, task.offerId]).toEqual([null, null]);
      else if (task.state === 'offered') expect(agent?.offerId).toBe(task.offerId);
      else expect(agent?.taskId).toBe(task.taskId);
    }
  });
});

test('1.4 a task goes only by being withdrawn, wrapped up, or with an agent who signs out in wrap-up', () => {
  forAllMoves(({ before, state, input: fed }) => {
    for (const task of Object.values(before.tasks)) {
      if (own(state.tasks, task.taskId)) continue;
      const isWaiting = task.state === 'queued' || task.state === 'offered';
      const ending = isWaiting ? 'task.withdrawn' : 'task.wrapped-up';
      const isAsked = fed.type === ending && fed.taskId === task.taskId && task.state !== 'active';
      const isSignedOut = fed.type === 'agent.signed-out' && fed.agentId === task.agentId;
      expect(isAsked || (isSignedOut && task.state === 'wrapping-up')).toBe(true);
    }
  });
});

test('1.3 told positions are true, and every new position is told', () => {
  forAllMoves(({ before, state, effects }) => {
    const told = new Map(effects.flatMap(one => (one.type === 'queue.moved' ? [[one.taskId, one.position]] : [])));
    state.queue.forEach((id, index) => {
      if (before.queue[index] === id) expect(told.has(id)).toBe(false);
      else expect(told.get(id)).toBe(index + 1);
    });
    expect(told.size).toBeLessThanOrEqual(state.queue.length);
  });
});

test('1.3 the queue is in the order of age', () => {
  forAllMoves(({ state }) => {
    const ages = state.queue.map(id => own(state.tasks, id)?.requestedAt ?? Number.NaN);
    expect(ages).toEqual(ages.toSorted((one, other) => one - other));
  });
});

test('2.3 no agent has two tasks, two offers, or both', () => {
  forAllMoves(({ state }) => {
    const held = [
      ...Object.values(state.offers).map(offer => offer.agentId),
      ...Object.values(state.tasks).flatMap(task =>
        task.agentId && task.state !== 'offered' && task.state !== 'queued' ? [task.agentId] : [],
      ),
    ];
    expect(new Set(held).size).toBe(held.length);
    for (const agent of Object.values(state.agents)) expect(agent.offerId && agent.taskId).toBeFalsy();
  });
});

test('2.4 nobody idle could serve somebody who waits', () => {
  forAllMoves(({ state, now }) => {
    const idle = Object.values(state.agents).filter(isAvailable);
    for (const task of Object.values(state.tasks)) {
      if (task.state !== 'queued') continue;
      const able = idle.filter(one => one.domains.includes(task.domain));
      expect(able.filter(one => mayBeAskedAt(task, one, state.policy) <= now)).toEqual([]);
    }
  });
});

test('2.1 among tasks of one domain that nobody declined, the older one is offered first', () => {
  forAllMoves(({ state, effects }) => {
    for (const effect of effects) {
      if (effect.type !== 'offer.made') continue;
      const offered = own(state.tasks, effect.offer.taskId);
      const older = state.queue.slice(0, state.queue.indexOf(effect.offer.taskId));
      for (const id of older) {
        const task = own(state.tasks, id);
        if (!task || task.domain !== offered?.domain || Object.keys(task.declines).length > 0) continue;
        expect(task.state).toBe('offered');
      }
    }
  });
});

test('3.3 an expired offer leaves its task at its place and its agent not ready', () => {
  forAllMoves(({ before, state, effects, input: fed }) => {
    for (const effect of effects) {
      if (effect.type !== 'offer.closed' || effect.outcome !== 'expired') continue;
      const { taskId: id, agentId: who } = effect.offer;
      if (!('agentId' in fed && fed.agentId === who)) expect(own(state.agents, who)?.reason).toBe('no-answer');
      if ('taskId' in fed && fed.taskId === id) continue;
      expect(own(state.tasks, id)?.requestedAt).toBe(own(before.tasks, id)?.requestedAt);
      const isOlder = (other: TaskId) => before.queue.indexOf(other) < before.queue.indexOf(id);
      const ahead = state.queue.slice(0, state.queue.indexOf(id));
      for (const other of ahead) expect(isOlder(other) || !before.queue.includes(other)).toBe(true);
    }
  });
});

test('3 every offer is closed exactly once', () => {
  forAllMoves(({ before, state, effects }) => {
    const closed = effects.flatMap(one => (one.type === 'offer.closed' ? [one.offer.offerId] : []));
    const gone = Object.keys(before.offers).filter(id => !own(state.offers, id));
    expect(closed.toSorted()).toEqual(gone.toSorted());
  });
});

test('4 every change of an agent that others see is told, and nothing else is', () => {
  forAllMoves(({ before, state, effects }) => {
    const told = new Set(effects.flatMap(one => (one.type === 'agent.changed' ? [one.status.agentId] : [])));
    for (const agent of Object.values(state.agents)) {
      const old = own(before.agents, agent.agentId);
      const isSame = old && JSON.stringify(statusOf(old, before)) === JSON.stringify(statusOf(agent, state));
      // A status that changes and changes back within an instant keeps its `since`.
      if (old) expect(told.has(agent.agentId)).toBe(!isSame || (told.has(agent.agentId) && agent.since === old.since));
      else expect(told.has(agent.agentId)).toBe(true);
    }
  });
});

test('7.2 the next deadline lies ahead', () => {
  forAllMoves(({ state, now }) => expect(nextDeadline(state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now));
});

test('7 the same inputs at the same instants lead to the same state, and the old one stays as it was', () => {
  fc.assert(
    fc.property(steps, history => {
      let replayed = emptyRouting();
      let last: RoutingState = replayed;
      for (const { before, state, input: fed, now } of play(history)) {
        const frozen = JSON.stringify(before);
        replayed = decide(JSON.parse(JSON.stringify(replayed)), fed, now).state;
        expect(JSON.stringify(before)).toBe(frozen);
        last = state;
      }
      expect(replayed).toEqual(last);
    }),
  );
});
