import { describe, expect, test } from 'vitest';
import { type Call, type Leg, legOf } from './call.ts';
import type { ParticipantId } from './ids.ts';
import { kindAllows, maySend, receives, sends } from './may.ts';
import { allSources, noSources, type Sources } from './sources.ts';
import { CallKind, type Role, type Source } from './vocabulary.ts';

const [ada, ben, eve] = ['ada', 'ben', 'eve'] as ParticipantId[] as [ParticipantId, ParticipantId, ParticipantId];
const all: Sources = { camera: 'on', microphone: 'on', screen: 'on' };
const leg = (participantId: ParticipantId, role: Role, more: Partial<Leg> = {}): Leg => ({
  ...{ participantId, role, sources: all, held: false },
  ...more,
});
const callOf = (kind: CallKind, ...legs: readonly Leg[]): Call => ({
  ...{ callId: 'call' as Call['callId'], kind, state: 'active', proposerId: ada, media: 'p2p', epoch: 1, since: 1 },
  legs,
  asked: null,
});

/** What each kind has room for. */
const table: Readonly<Record<CallKind, Readonly<Record<Role, readonly Source[]>>>> = {
  'two-way': { customer: ['camera', 'microphone', 'screen'], agent: ['camera', 'microphone', 'screen'] },
  'one-way': { customer: ['camera', 'microphone', 'screen'], agent: ['microphone', 'screen'] },
  voice: { customer: ['microphone'], agent: ['microphone'] },
  companion: { customer: ['camera', 'screen'], agent: ['camera', 'screen'] },
};

describe.each(CallKind.options.flatMap(kind => (['customer', 'agent'] as const).map(role => ({ kind, role }))))(
  'in a $kind call the $role',
  ({ kind, role }) => {
    const other: Role = role === 'customer' ? 'agent' : 'customer';

    test('may send what the kind has room for, and the other gets of it what is on', () => {
      expect(kindAllows(kind, role)).toEqual(table[kind][role]);
      const call = callOf(kind, leg(ada, role), leg(ben, other));
      expect(maySend(call, ada)).toEqual(table[kind][role]);
      expect(sends(call, ada)).toEqual(table[kind][role]);
      expect(receives(call, ben, ada)).toEqual(table[kind][role]);
    });

    test.each(allSources)('with only the %s on sends that alone, as far as there is room', source => {
      const call = callOf(kind, leg(ada, role, { sources: { ...noSources, [source]: 'on' } }), leg(ben, other));
      expect(sends(call, ada)).toEqual(table[kind][role].filter(one => one === source));
      expect(maySend(call, ada)).toEqual(table[kind][role]);
    });

    test.each(['off', 'refused', 'missing'] as const)('sends nothing of what is %s', state => {
      const sources: Sources = { camera: state, microphone: state, screen: state };
      const call = callOf(kind, leg(ada, role, { sources }), leg(ben, other));
      expect(sends(call, ada)).toEqual([]);
      expect(receives(call, ben, ada)).toEqual([]);
    });

    test('on hold neither sends nor gets anything, and nobody is left to send to', () => {
      const call = callOf(kind, leg(ada, role, { held: true }), leg(ben, other));
      for (const [one, two] of [
        [ada, ben],
        [ben, ada],
      ] as const) {
        expect(maySend(call, one)).toEqual([]);
        expect(receives(call, two, one)).toEqual([]);
      }
    });
  },
);

describe('who is in it', () => {
  test('of three with one on hold the other two go on with each other', () => {
    const call = callOf('two-way', leg(ada, 'customer', { held: true }), leg(ben, 'agent'), leg(eve, 'agent'));
    expect(receives(call, eve, ben)).toEqual(table['two-way'].agent);
    expect(receives(call, ada, ben)).toEqual([]);
    expect(receives(call, ben, ada)).toEqual([]);
  });

  test('alone in it, one keeps what may be sent: somebody is about to come', () => {
    expect(maySend(callOf('two-way', leg(ada, 'customer')), ada)).toEqual(table['two-way'].customer);
  });

  test('who is not in it sends and gets nothing, and nobody gets the own', () => {
    const call = callOf('two-way', leg(ada, 'customer'), leg(ben, 'agent'));
    expect(legOf(call, eve)).toBeUndefined();
    expect(maySend(call, eve)).toEqual([]);
    expect(sends(call, eve)).toEqual([]);
    expect(receives(call, eve, ada)).toEqual([]);
    expect(receives(call, ada, eve)).toEqual([]);
    expect(receives(call, ada, ada)).toEqual([]);
  });
});
