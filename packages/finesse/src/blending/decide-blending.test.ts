import { describe, expect, test } from 'vitest';
import type { FinesseUser } from '../codec/user.ts';
import { FinesseError } from '../finesse-error.ts';
import { type AgentView, preferredHold, viewOfMedia, viewOfVoice } from './agent-view.ts';
import { decideBlending, nextBlendingDeadline } from './decide-blending.ts';
import type { BlendingEffect, BlendingInput } from './input.ts';
import { type BlendingPolicy, defaultBlendingPolicy } from './policy.ts';
import { refusalOf } from './refusal.ts';
import { type BlendingState, emptyBlending } from './state.ts';

const free = (changedAt = 1): AgentView => ({ standing: 'free', changedAt });
const notReady = (mark: NonNullable<AgentView['mark']>, changedAt = 2): AgentView => ({
  standing: 'not-ready',
  mark,
  changedAt,
});
const onCall = (changedAt = 2): AgentView => ({ standing: 'on-call', changedAt });

function start(policy: Partial<BlendingPolicy> = {}, hasGadget = true) {
  const all = { ...defaultBlendingPolicy, ...policy };
  let state: BlendingState = emptyBlending();
  let now = 1_000;
  let effects: readonly BlendingEffect[] = [];
  const world = {
    do(input: BlendingInput) {
      ({ state, effects } = decideBlending(state, input, now, all));
      return effects;
    },
    see: (view: AgentView) => world.do({ type: 'agent.seen', agentId: 'a', view }),
    take: (voiceHoldId = 'c') => world.do({ type: 'voice-hold.ask', agentId: 'a', voiceHoldId }),
    release: (voiceHoldId = 'c') => world.do({ type: 'voice-hold.release', agentId: 'a', voiceHoldId }),
    refuse: (token: string, why: Extract<BlendingInput, { type: 'command.refused' }>['why']) =>
      world.do({ type: 'command.refused', agentId: 'a', token, why }),
    wait(ms: number) {
      now += ms;
      return world.do({ type: 'clock.ticked' });
    },
    sent: () => effects.flatMap(each => (each.type === 'command.send' ? [`${each.way} ${each.command}`] : [])),
    outcomes: () =>
      effects.flatMap(each =>
        each.type.startsWith('voice-hold.') ? [`${each.type}${'why' in each ? ` ${each.why}` : ''}`] : [],
      ),
    state: () => state,
    deadline: () => nextBlendingDeadline(state, all),
  };
  if (hasGadget) world.do({ type: 'gadget.came', agentId: 'a' });
  world.see(free());
  return world;
}

describe('asked', () => {
  test('7.1 the gadget is asked; the notification, and nothing else, takes the agent', () => {
    const world = start();
    world.take();
    expect(world.sent()).toEqual(['gadget not-ready']);
    world.see(free());
    expect(world.outcomes()).toEqual([]);
    world.see(notReady('chosen'));
    expect(world.outcomes()).toEqual(['voice-hold.held']);
  });

  test('7.2 a silent gadget: the supervisor without a code, then a poll, then it failed', () => {
    const world = start();
    world.take();
    world.wait(1_499);
    expect(world.sent()).toEqual([]);
    world.wait(1);
    expect(world.sent()).toEqual(['supervisor not-ready']);
    world.wait(3_000);
    expect(world.sent()).toEqual([]);
    world.wait(1_500);
    expect(world.outcomes()).toEqual(['voice-hold.failed not-confirmed']);
  });

  test('7.3 no gadget: the supervisor at once. The agent’s own credential only by configuration', () => {
    const world = start({}, false);
    world.take();
    expect(world.sent()).toEqual(['supervisor not-ready']);
    world.see(notReady('supervisor'));
    expect(world.outcomes()).toEqual(['voice-hold.held']);
    const own = start({ ways: ['gadget', 'own-credential'] }, false);
    own.take();
    expect(own.sent()).toEqual(['own-credential not-ready']);
    const none = start({ ways: ['gadget'] }, false);
    none.take();
    expect(none.outcomes()).toEqual(['voice-hold.failed no-way']);
  });

  test.each([
    ['on-call', 'call-came'],
    ['reserved', 'call-came'],
    ['wrapping-up', 'call-came'],
    ['gone', 'signed-out'],
  ] as const)('7.4 %s in between wins: %s', (standing, why) => {
    const world = start();
    world.take();
    world.see({ standing, changedAt: 2 });
    expect(world.outcomes()).toEqual([`voice-hold.failed ${why}`]);
    expect(world.sent()).toEqual([]);
  });

  test('7.4 a call that came and went confirms nothing, and what it hid is taken back', () => {
    const world = start();
    world.take();
    world.see(notReady('call-ended'));
    expect(world.outcomes()).toEqual(['voice-hold.failed call-came']);
    expect(world.sent()).toEqual(['gadget ready']);
  });

  test('7.5 pending is not confirmed, and the agent’s own choice is not ours', () => {
    const world = start();
    world.take();
    world.see({ standing: 'pending-not-ready', changedAt: 2 });
    expect(world.outcomes()).toEqual([]);
    world.see(notReady('other', 3));
    expect(world.outcomes()).toEqual(['voice-hold.failed agent-not-ready']);
  });

  test.each([
    [onCall(), 'not-free'],
    [{ standing: 'reserved', changedAt: 2 }, 'not-free'],
    [notReady('chosen'), 'not-free'],
    [{ standing: 'unknown' }, 'voice-unknown'],
  ] as const)('7.6 who is not free is not asked: %j', (view, why) => {
    const world = start();
    world.see(view);
    world.take();
    expect(world.outcomes()).toEqual([`voice-hold.failed ${why}`]);
    expect(world.sent()).toEqual([]);
  });

  test('7.7 an old notification confirms nothing: the newest stands', () => {
    const world = start();
    world.see(free(10));
    world.take();
    world.see(notReady('chosen', 9));
    expect(world.outcomes()).toEqual([]);
  });

  test('7.8 one voice hold at a time; the same voice hold asked twice is one', () => {
    const world = start();
    world.take();
    world.take();
    expect(world.sent().concat(world.outcomes())).toEqual([]);
    world.take('other');
    expect(world.outcomes()).toEqual(['voice-hold.failed held-already']);
  });
});

describe('limits of UCCX', () => {
  test('7.9 265, 33 and 22 end the attempt: no second command in the same call', () => {
    for (const why of ['pending-not-allowed', 'on-manual-call', 'invalid-state'] as const) {
      const world = start();
      world.take();
      world.refuse('1', why);
      expect(world.outcomes()).toEqual(['voice-hold.failed refused']);
      expect(world.sent()).toEqual([]);
    }
  });

  test('7.10 a gadget that fails is followed by the supervisor at once', () => {
    const world = start();
    world.take();
    world.refuse('1', 'failed');
    expect(world.sent()).toEqual(['supervisor not-ready']);
    world.refuse('1', 'failed');
    expect(world.sent()).toEqual([]);
  });

  test('7.11 while it is unknown whether a call came, nothing more is asked', () => {
    const world = start();
    world.take();
    world.do({ type: 'feed.lost' });
    world.wait(1_500);
    expect(world.sent()).toEqual([]);
  });

  test('7.12 what Finesse says is mapped by number, name or type', () => {
    const refusal = (error: { type?: string; message?: string; data?: string }) =>
      refusalOf(new FinesseError('refused', 'no.', { errors: [{ type: '', message: '', data: '', ...error }] }));
    expect(refusal({ data: '265' })).toBe('pending-not-allowed');
    expect(refusal({ message: 'CF_RESOURCE_BUSY' })).toBe('on-manual-call');
    expect(refusal({ data: '33' })).toBe('on-manual-call');
    expect(refusal({ data: '22', type: 'Invalid State' })).toBe('invalid-state');
    expect(refusal({ type: 'Invalid State' })).toBe('invalid-state');
    expect(refusal({ type: 'Internal' })).toBe('failed');
    expect(refusalOf(new Error('x'))).toBe('failed');
  });
});

describe('coming back', () => {
  const held = (policy: Partial<BlendingPolicy> = {}) => {
    const world = start(policy);
    world.take();
    world.see(notReady('chosen'));
    return world;
  };

  test('7.13 ready again, and released when the notification says so', () => {
    const world = held();
    world.release();
    expect(world.sent()).toEqual(['gadget ready']);
    expect(world.outcomes()).toEqual([]);
    world.see(free(3));
    expect(world.outcomes()).toEqual(['voice-hold.released']);
  });

  test('7.14 who changed it meanwhile is left alone', () => {
    const world = held();
    world.see(notReady('other', 3));
    world.release();
    expect(world.sent()).toEqual([]);
    expect(world.outcomes()).toEqual(['voice-hold.released']);
  });

  test('7.15 who changed it while the command to be ready was under way is left alone', () => {
    const world = held();
    world.release();
    world.see(notReady('other', 3));
    expect(world.outcomes()).toEqual(['voice-hold.released']);
    world.wait(100_000);
    expect(world.sent()).toEqual([]);
  });

  test('7.16 a command that was given up and takes effect late is taken back', () => {
    const world = start();
    world.take();
    world.release();
    expect(world.outcomes()).toEqual(['voice-hold.released']);
    world.see(notReady('chosen'));
    expect(world.sent()).toEqual(['gadget ready']);
  });

  test('7.17 the next way when one is silent, then slower and slower, never giving up', () => {
    const world = held();
    world.release();
    const ways: string[] = [];
    let last = 0;
    for (let turn = 0; turn < 12; turn++) {
      const pause = (world.deadline() ?? 0) - last;
      last = world.deadline() ?? 0;
      expect(pause).toBeGreaterThan(0);
      world.wait(40_000);
      ways.push(...world.sent());
    }
    expect(ways.slice(0, 4)).toEqual(['supervisor ready', 'gadget ready', 'supervisor ready', 'gadget ready']);
    expect(ways.length).toBeGreaterThan(8);
  });

  test('7.18 on a call, ready is not asked for (265); not ready again afterwards, it is', () => {
    const world = held();
    world.see(onCall(3));
    expect(world.outcomes()).toEqual(['voice-hold.interrupted call-came']);
    world.release();
    expect(world.sent()).toEqual([]);
    expect(world.outcomes()).toEqual(['voice-hold.released']);
    world.see(notReady('call-ended', 4));
    expect(world.sent()).toEqual(['gadget ready']);
  });

  test('7.19 without knowing the state only the gadget may act, for it can look', () => {
    const world = held();
    world.do({ type: 'feed.lost' });
    world.release();
    expect(world.sent()).toEqual(['gadget ready']);
    const blind = held({ ways: ['supervisor'] });
    blind.do({ type: 'feed.lost' });
    blind.release();
    expect(blind.sent()).toEqual([]);
  });

  test('7.20 a sign-out ends a voice hold: who signs in again is nobody’s', () => {
    const world = held();
    world.see({ standing: 'gone', changedAt: 3 });
    expect(world.outcomes()).toEqual(['voice-hold.interrupted signed-out']);
    world.release();
    expect(world.outcomes()).toEqual(['voice-hold.released']);
    world.see(notReady('chosen', 4));
    expect(world.sent()).toEqual([]);
  });

  test('7.21 after several commands to be ready an agent is left in peace for a moment', () => {
    const world = held();
    world.release();
    world.wait(1_500);
    world.see(free(3));
    world.take('next');
    expect(world.outcomes()).toEqual(['voice-hold.failed settling']);
    world.wait(3_000);
    world.take('next');
    expect(world.sent()).toEqual(['gadget not-ready']);
  });

  test('7.22 what is kept of an agent is JSON', () => {
    const agents = [...held().state().agents];
    expect(JSON.parse(JSON.stringify(agents))).toEqual(agents);
  });
});

describe('polls', () => {
  test('7.23 a lost notification is looked for, never sooner than allowed after the last look', () => {
    const world = start({ pollMs: 10_000 });
    world.take();
    expect(world.wait(1_500).filter(({ type }) => type === 'poll')).toHaveLength(1);
    let waited = 0;
    for (; waited < 9_999; waited += 101)
      expect(world.wait(Math.min(101, 9_999 - waited)).filter(({ type }) => type === 'poll')).toEqual([]);
    world.see(notReady('chosen'));
    expect(world.sent()).toEqual(['gadget ready']);
  });
});

describe('views', () => {
  const user = (given: Partial<FinesseUser>): FinesseUser => ({
    id: '1',
    firstName: '',
    lastName: '',
    roles: [],
    supervisedTeams: [],
    state: 'ready',
    ...given,
  });
  const reason = (id: string, code: number) => ({
    reasonCodeId: id,
    reason: { id, code, label: '', category: 'not-ready' as const, isSystem: false, isForAll: true },
  });

  test.each([
    [{}, { standing: 'free' }],
    [{ line: 'busy' }, { standing: 'on-call' }],
    [{ pendingState: 'none' }, { standing: 'free' }],
    [{ pendingState: 'not-ready' }, { standing: 'pending-not-ready' }],
    [{ state: 'reserved-outbound' }, { standing: 'reserved' }],
    [{ state: 'talking', pendingState: 'not-ready' }, { standing: 'on-call' }],
    [
      { state: 'not-ready', ...reason('16', 800) },
      { standing: 'not-ready', mark: 'chosen' },
    ],
    [{ state: 'not-ready', pendingState: 'ready', ...reason('16', 800) }, { standing: 'pending-not-ready' }],
    [
      { state: 'not-ready', ...reason('1', 10) },
      { standing: 'not-ready', mark: 'other' },
    ],
    [
      { state: 'not-ready', ...reason('33', 33) },
      { standing: 'not-ready', mark: 'supervisor' },
    ],
    [
      { state: 'not-ready', ...reason('9', 999) },
      { standing: 'not-ready', mark: 'supervisor' },
    ],
    [{ state: 'not-ready', ...reason('9', 32_761) }, { standing: 'on-call' }],
    [
      { state: 'not-ready', ...reason('9', 32_755) },
      { standing: 'not-ready', mark: 'call-ended' },
    ],
    [{ state: 'not-ready' }, { standing: 'not-ready', mark: 'unexplained' }],
    [{ state: 'logged-out' }, { standing: 'gone' }],
  ] as const)('7.24 a voice state %j', (given, view) => {
    expect(viewOfVoice(user(given), '16')).toEqual(view);
  });

  test('7.26 on UCCE not-routable takes an agent, and a supervisor cannot do it', () => {
    const media = { id: '5', name: '', isInterruptible: false } as const;
    expect(viewOfMedia({ ...media, state: 'ready', isRoutable: true })).toEqual({ standing: 'free' });
    expect(viewOfMedia({ ...media, state: 'ready', isRoutable: false })).toEqual({
      standing: 'not-ready',
      mark: 'chosen',
    });
    expect(viewOfMedia({ ...media, state: 'not-ready', isRoutable: true })).toEqual({
      standing: 'not-ready',
      mark: 'other',
    });
    expect(preferredHold('ucce')).toBe('not-routable');
    expect(preferredHold('uccx')).toBe('not-ready');
    const world = start({ hold: 'not-routable' }, false);
    world.take();
    expect(world.outcomes()).toEqual(['voice-hold.failed no-way']);
  });
});
