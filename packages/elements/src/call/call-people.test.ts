import type { CallActor, ConversationContext } from '@eyeline/machines';
import { type Call, type CallId, type Leg, noSources, type ParticipantId, type Sources } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import type { SnapshotFrom } from 'xstate';
import { isShowing, peopleOf } from './call-people.ts';

const ada = 'ada' as ParticipantId;
const anna = 'anna' as ParticipantId;
const callId = 'call' as CallId;
const on: Sources = { camera: 'on', microphone: 'on', screen: 'off' };

interface Situation {
  readonly call?: Partial<Call>;
  readonly customer?: Partial<Leg>;
  readonly agent?: Partial<Leg>;
  readonly context?: object;
  readonly phase?: 'connecting' | 'live' | 'lost' | 'alone';
}

/** How a call looks to its agent. */
function seenByAgent({ call, customer, agent, context, phase = 'live' }: Situation = {}) {
  const legs: Leg[] = [
    { participantId: ada, role: 'customer', sources: on, held: false, ...customer },
    { participantId: anna, role: 'agent', sources: on, held: false, ...agent },
  ];
  const snapshot = {
    matches: (state: string | { active?: string }) =>
      typeof state === 'string' ? state === 'active' : state.active === phase,
    context: {
      participantId: anna,
      role: 'agent',
      callId,
      kind: 'two-way',
      call: {
        callId,
        kind: 'two-way',
        state: 'active',
        proposerId: ada,
        media: 'p2p',
        epoch: 1,
        since: 0,
        legs,
        ...call,
      },
      remotes: [{ participantId: ada, person: { id: 'person' }, screen: { id: 'screen' } }],
      wishes: { camera: true, microphone: true, screen: false },
      tracks: { camera: { id: 'own' }, microphone: { id: 'sound' }, screen: null },
      failures: {},
      fallback: { step: 'full', cause: null },
      ...context,
    },
  } as unknown as SnapshotFrom<CallActor>;
  const participants = [
    { participantId: ada, role: 'customer', name: 'Ada' },
    { participantId: anna, role: 'agent', name: 'Anna' },
  ];
  return peopleOf(snapshot, { interaction: { participants } } as unknown as ConversationContext);
}

test('whoever shows a picture has one, and the other side is not itself', () => {
  const { own, others, isHeld } = seenByAgent();
  expect(others.map(({ name, absence, media, isMuted }) => ({ name, absence, media, isMuted }))).toEqual([
    { name: 'Ada', absence: null, media: { id: 'person' }, isMuted: false },
  ]);
  expect(own).toMatchObject({ name: 'Anna', absence: null, media: { id: 'own' } });
  expect(isHeld).toBe(false);
});

describe('a face in the place of the other picture says why', () => {
  test.each<[string, Situation]>([
    ['camera-off', { customer: { sources: { ...on, camera: 'off' } } }],
    ['refused', { customer: { sources: { ...on, camera: 'refused' } } }],
    ['missing', { customer: { sources: { ...on, camera: 'missing' } } }],
    ['on-hold', { customer: { held: true } }],
    ['on-hold', { agent: { held: true } }],
    ['voice', { call: { kind: 'voice' } }],
    ['reconnecting', { phase: 'lost' }],
    ['connecting', { phase: 'connecting' }],
    ['on-hold', { customer: { held: true, sources: { ...on, camera: 'off' } }, phase: 'lost' }],
  ])('%s', (absence, situation) => {
    expect(seenByAgent(situation).others[0]?.absence).toBe(absence);
  });
});

describe('and in the place of the own', () => {
  const wishes = { camera: true, microphone: true, screen: false };
  const without = { tracks: { camera: null, microphone: null, screen: null } };
  test.each<[string, Situation]>([
    ['camera-off', { context: { ...without, wishes: { ...wishes, camera: false } } }],
    ['refused', { context: { ...without, failures: { camera: { code: 'denied' } } } }],
    ['missing', { context: { ...without, failures: { camera: { code: 'in-use' } } } }],
    ['press-needed', { context: { ...without, failures: { camera: { code: 'press-needed' } } } }],
    ['connecting', { context: without }],
    ['on-hold', { customer: { held: true } }],
  ])('%s', (absence, situation) => {
    expect(seenByAgent(situation).own?.absence).toBe(absence);
  });

  test('there is none where nothing of it is ever shown', () => {
    expect(seenByAgent({ call: { kind: 'one-way' } }).own).toBeNull();
    expect(seenByAgent({ call: { kind: 'voice' } }).own).toBeNull();
  });
});

test('a screen is there while it is shared, and not what is left of it', () => {
  expect(seenByAgent().others[0]?.screen).toBeNull();
  expect(seenByAgent({ customer: { sources: { ...on, screen: 'on' } } }).others[0]?.screen).toEqual({ id: 'screen' });
});

test('who is not heard is told, but not of those whose sound goes by telephone', () => {
  const silent = { customer: { sources: noSources } };
  expect(seenByAgent(silent).others[0]?.isMuted).toBe(true);
  expect(seenByAgent({ ...silent, call: { kind: 'companion' } }).others[0]?.isMuted).toBe(false);
});

test('in a call in which one side shows something, its own picture is the one to look at while the other shows none', () => {
  const off: Sources = { ...on, camera: 'off' };
  const people = (customer: Partial<Leg>, kind: 'companion' | 'two-way' = 'companion') =>
    seenByAgent({ call: { kind }, customer, context: { kind } });
  expect(isShowing(people({ sources: off }), 'companion')).toBe(true);
  expect(isShowing(people({ sources: on }), 'companion')).toBe(false);
  expect(isShowing(people({ sources: { ...off, screen: 'on' } }), 'companion')).toBe(false);
  expect(isShowing(people({ sources: off, held: true }), 'companion')).toBe(false);
  // Two people who talk look at each other, or at the face of the one who is not to be seen.
  expect(isShowing(people({ sources: off }, 'two-way'), 'two-way')).toBe(false);
  expect(isShowing({ own: null, others: [], isHeld: false }, 'one-way')).toBe(false);
});
