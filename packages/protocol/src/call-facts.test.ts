import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Fact } from './facts.ts';
import { applyFact, emptyInteraction, type Interaction } from './interaction.ts';
import { bothOn, noSources } from './sources.ts';

const begin = [
  { type: 'interaction.opened', entryPointId: 'support', taskId: 't1', form: {} },
  { type: 'participant.joined', participantId: 'ada', role: 'customer', name: 'Ada' },
  { type: 'participant.joined', participantId: 'ben', role: 'agent', name: 'Ben' },
];
const fold = (...facts: readonly object[]): Interaction =>
  [...begin, ...facts]
    .map((fact, index) => v.parse(Fact, { interactionId: 'i1', seq: index + 1, at: 1000 * (index + 1), ...fact }))
    .reduce(applyFact, emptyInteraction);

const call = (type: string, more = {}) => ({ type: `call.${type}`, callId: 'call1', participantId: 'ada', ...more });
const proposed = call('proposed', { media: 'p2p', kind: 'one-way', sources: { ...bothOn, screen: 'on' } });
const accepted = call('accepted', { participantId: 'ben', sources: { ...noSources, microphone: 'on' } });

describe('a log from before there were kinds', () => {
  test('is of two-way calls with camera and microphone, in their first epoch', () => {
    const old = fold(call('proposed', { media: 'sfu' }), call('accepted', { participantId: 'ben' }));
    expect(old.call).toEqual({
      ...{
        callId: 'call1',
        kind: 'two-way',
        state: 'active',
        proposerId: 'ada',
        media: 'sfu',
        epoch: 1,
        since: 5000,
        asked: null,
      },
      legs: [
        { participantId: 'ada', role: 'customer', sources: bothOn, held: false },
        { participantId: 'ben', role: 'agent', sources: bothOn, held: false },
      ],
    });
  });
});

describe('a call', () => {
  test('has who proposed it first, with what each shows', () => {
    expect(fold(proposed, accepted).call).toMatchObject({
      kind: 'one-way',
      legs: [
        { participantId: 'ada', role: 'customer', sources: { screen: 'on' } },
        { participantId: 'ben', role: 'agent', sources: { camera: 'off', microphone: 'on' } },
      ],
    });
  });

  test('becomes what it is accepted as', () => {
    const asked = call('proposed', { media: 'p2p', kind: 'two-way' });
    expect(fold(asked, { ...accepted, kind: 'one-way' }).call?.kind).toBe('one-way');
    expect(fold(asked, accepted).call?.kind).toBe('two-way');
  });

  test('knows what was switched by whom, and nothing of who is not in it', () => {
    const off = { ...bothOn, camera: 'off' };
    const { call: now } = fold(proposed, accepted, call('switched', { sources: off }));
    expect(now?.legs.map(({ sources }) => sources.camera)).toEqual(['off', 'off']);
    expect(fold(proposed, accepted, call('switched', { participantId: 'eve', sources: off })).call).toEqual(
      fold(proposed, accepted).call,
    );
  });

  test('is on hold for all but the one who holds, until that is taken back', () => {
    const hold = (held: boolean) => call('held', { participantId: 'ben', held });
    const heldLegs = (...facts: object[]) => fold(proposed, accepted, ...facts).call?.legs.map(({ held }) => held);
    expect(heldLegs(hold(true))).toEqual([true, false]);
    expect(heldLegs(hold(true), hold(true))).toEqual([true, false]);
    expect(heldLegs(hold(true), hold(false))).toEqual([false, false]);
  });

  test('begins anew, on another path too; who comes back keeps the place and the hold', () => {
    const anew = (more: object) => ({
      type: 'call.renewed',
      callId: 'call1',
      participantId: null,
      media: 'sfu',
      ...more,
    });
    const hold = call('held', { participantId: 'ben', held: true });
    expect(fold(proposed, accepted, anew({ epoch: 2, reason: 'lost' })).call).toMatchObject({ epoch: 2, media: 'sfu' });
    const back = { epoch: 2, reason: 'rejoined', participantId: 'ada', sources: { ...noSources, camera: 'missing' } };
    expect(fold(proposed, accepted, hold, anew(back)).call?.legs[0]).toMatchObject({
      participantId: 'ada',
      held: true,
      sources: { camera: 'missing', microphone: 'off' },
    });
  });

  test('handed over goes on for who stays, and takes in who comes', () => {
    const left = { type: 'participant.left', participantId: 'ben' };
    const joined = { type: 'participant.joined', participantId: 'cy', role: 'agent', name: 'Cy' };
    const renewed = { type: 'call.renewed', callId: 'call1', participantId: 'cy', epoch: 2, media: 'p2p' };
    expect(fold(proposed, accepted, left).call?.legs.map(one => one.participantId)).toEqual(['ada']);
    const { call: now } = fold(proposed, accepted, left, joined, { ...renewed, reason: 'rejoined', sources: bothOn });
    expect(now).toMatchObject({
      state: 'active',
      legs: [{ participantId: 'ada' }, { participantId: 'cy', role: 'agent' }],
    });
  });

  test.each([
    ['declined', call('declined', { participantId: 'ben' }), 'declined'],
    ['put off', call('declined', { participantId: 'ben', later: true }), 'later'],
    ['ended', call('ended', { reason: 'not-answered' }), 'not-answered'],
    [
      'closed with its conversation',
      { type: 'interaction.closed', participantId: 'ada', disposition: 'handled' },
      'hung-up',
    ],
  ] as const)('%s is remembered by how it ended', (_how, fact, ending) => {
    expect(fold(proposed, fact)).toMatchObject({ call: null, lastCall: { callId: 'call1', ending } });
  });

  test('is not changed by what is about an earlier one', () => {
    const before = fold(proposed, accepted);
    const earlier = { callId: 'call0', held: true, sources: noSources, epoch: 9, media: 'sfu', reason: 'lost' };
    for (const type of ['switched', 'held', 'renewed'])
      expect(fold(proposed, accepted, call(type, earlier)).call).toEqual(before.call);
  });

  test('and the one before it are told apart by the last that ended', () => {
    const next = { ...proposed, callId: 'call2' };
    expect(fold(proposed, call('ended', { reason: 'hung-up' }), next)).toMatchObject({
      call: { callId: 'call2' },
      lastCall: { callId: 'call1', ending: 'hung-up' },
    });
  });
});

describe('the kind of a call that goes on', () => {
  const voice = [call('proposed', { media: 'p2p', kind: 'voice' }), accepted] as const;
  const asked = call('kind-asked', { kind: 'two-way' });
  const changed = call('kind-changed', { participantId: 'ben', kind: 'two-way' });
  const refusedBy = (participantId: string) => call('kind-refused', { participantId });

  test('L8 is asked for, and granted or refused; media goes on where it is', () => {
    expect(fold(...voice, asked).call).toMatchObject({
      kind: 'voice',
      asked: { participantId: 'ada', kind: 'two-way' },
    });
    expect(fold(...voice, asked, changed).call).toEqual({ ...fold(...voice).call, kind: 'two-way' });
    expect(fold(...voice, asked, refusedBy('ben')).call).toEqual(fold(...voice).call);
  });

  test('stands in the transcript when it becomes another and when somebody says no, not when it is taken back', () => {
    const last = (...facts: object[]) => fold(...voice, ...facts).milestones.at(-1);
    expect(last(asked, changed)).toMatchObject({ kind: 'call-changed', participantId: 'ben' });
    expect(last(call('kind-changed', { kind: 'voice' }))).toMatchObject({ kind: 'call-changed', isVoice: true });
    expect(last(asked, refusedBy('ben'))).toMatchObject({ kind: 'call-kept', participantId: 'ben' });
    expect(last(asked, refusedBy('ada'))).toMatchObject({ kind: 'call-started' });
  });

  test('is asked for by nobody any more when who asked has left', () => {
    const byAgent = call('kind-asked', { participantId: 'ben', kind: 'two-way' });
    const left = { type: 'participant.left', participantId: 'ben' };
    expect(fold(...voice, byAgent, left).call?.asked).toBeNull();
  });
});
