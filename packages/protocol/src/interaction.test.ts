import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Fact } from './facts.ts';
import { applyFact, emptyInteraction } from './interaction.ts';

const log = (...facts: object[]): Fact[] =>
  facts.map((fact, index) =>
    v.parse(Fact, { interactionId: 'i1', seq: index + 1, at: 1000 * (index + 1), participantId: 'p1', ...fact }),
  );

const fold = (facts: readonly Fact[], from = emptyInteraction) => facts.reduce(applyFact, from);

const begin = [
  { type: 'interaction.opened', entryPointId: 'support', taskId: 't1', form: { name: 'Ada' } },
  { type: 'participant.joined', role: 'customer', name: 'Ada' },
  { type: 'participant.joined', participantId: 'p2', role: 'agent', name: 'Ben' },
];
const message = (n: number) => ({ type: 'message.sent', messageId: `message-number-${n}`, text: `text ${n}` });
const call = (type: string, more = {}) => ({ type: `call.${type}`, callId: 'call1', ...more });

describe('interaction', () => {
  test('L1 keeps messages in the order of their seq', () => {
    const { messages, lastSeq } = fold(log(...begin, message(1), message(2), message(3)));
    expect(messages.map(one => one.seq)).toEqual([4, 5, 6]);
    expect(lastSeq).toBe(6);
  });

  test('L2 a fact that is there already changes nothing', () => {
    const facts = log(...begin, message(1));
    const state = fold(facts);
    for (const fact of facts) expect(applyFact(state, fact)).toBe(state);
  });

  test('L3 a log folded in two pieces is the log folded at once', () => {
    const step = fc.constantFrom(
      message(1),
      message(2),
      call('proposed', { media: 'p2p' }),
      call('accepted', { participantId: 'p2' }),
      call('declined', { participantId: 'p2' }),
      call('ended', { reason: 'hung-up' }),
      { type: 'message.delivered', participantId: 'p2', throughSeq: 3 },
      { type: 'message.read', participantId: 'p2', throughSeq: 3 },
      { type: 'participant.presence-changed', presence: 'absent' },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(33), fc.nat(33), (steps, cut, overlap) => {
        const facts = log(...begin, ...steps);
        const first = fold(facts.slice(0, cut));
        expect(fold(facts.slice(Math.max(0, cut - overlap)), first)).toEqual(fold(facts));
      }),
    );
  });

  test('L4 a call is proposed, active, gone', () => {
    const facts = log(...begin, call('proposed', { media: 'sfu' }), call('accepted', { participantId: 'p2' }));
    expect(fold(facts.slice(0, 4)).call).toMatchObject({ state: 'proposed', proposerId: 'p1', media: 'sfu' });
    expect(fold(facts).call).toMatchObject({ state: 'active', since: 5000 });
    for (const end of [call('ended', { reason: 'left' }), { type: 'interaction.closed', disposition: 'handled' }]) {
      expect(fold(log(...begin, call('proposed', { media: 'p2p' }), end)).call).toBeNull();
    }
  });

  test('L5 a call leaves an entry: its duration, or that it was missed or declined', () => {
    const proposed = call('proposed', { media: 'p2p' });
    const kinds = (...facts: object[]) => fold(log(...begin, proposed, ...facts)).milestones.slice(1);
    expect(kinds(call('accepted'), message(1), call('ended', { reason: 'hung-up' })).at(-1)).toMatchObject({
      kind: 'call-ended',
      durationMs: 2000,
    });
    expect(kinds(call('ended', { reason: 'withdrawn' }))).toMatchObject([{ kind: 'call-missed', reason: 'withdrawn' }]);
    expect(kinds(call('declined', { participantId: 'p2' }))).toMatchObject([{ kind: 'call-declined' }]);
    const failed = call('ended', { reason: 'failed', cause: 'too-weak' });
    expect(fold(log(...begin, proposed, call('accepted'), failed)).lastCall).toMatchObject({ cause: 'too-weak' });
  });

  test('L6 who joins again keeps one place', () => {
    const { participants } = fold(log(...begin, { type: 'participant.joined', role: 'customer', name: 'Ada L.' }));
    expect(participants).toHaveLength(2);
    expect(participants.find(one => one.role === 'customer')?.name).toBe('Ada L.');
  });
});
