import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideVoice } from './decide-voice.ts';
import type { VoiceAgent, VoiceInput, VoiceOutcome, VoiceRules, VoiceState } from './voice-agent.ts';

const rules: VoiceRules = {
  deployment: 'UCCX',
  hasDevice: extension => extension === '2001',
  systemReason: (category, code) => `${category} ${code}`,
  hasWrapUp: true,
  afterNonAcdCall: 'as-before',
  presenceLoss: 'LOGOUT',
};
const cce: VoiceRules = { ...rules, deployment: 'UCCE' };
const signedOut: VoiceAgent = { state: 'LOGOUT', changedAt: 0 };
const command = (name: 'LOGIN' | 'READY' | 'NOT_READY' | 'LOGOUT', more: object = {}): VoiceInput => ({
  ...{ type: 'command', command: name, by: 'self' },
  ...more,
});
const signIn = command('LOGIN', { extension: '2001' });
const offer = (kind: 'acd' | 'non-acd' | 'outbound' = 'acd'): VoiceInput => ({
  type: 'call.offered',
  call: { id: 'c1', kind },
});
const event = (
  type:
    | 'call.answered'
    | 'call.held'
    | 'call.retrieved'
    | 'call.unanswered'
    | 'call.ended'
    | 'wrap-up.ended'
    | 'presence.lost'
    | 'reason.forgotten',
): VoiceInput => ({ type });

/** Plays inputs from signed out on; what was refused changes nothing. */
function play(inputs: readonly VoiceInput[], given = rules): VoiceOutcome {
  let outcome: VoiceOutcome = { type: 'changed', agent: signedOut };
  inputs.forEach((input, index) => {
    outcome = decideVoice(outcome.agent, input, given, index + 1);
  });
  return outcome;
}

const ready = [signIn, command('READY')];
const talking = [...ready, offer(), event('call.answered')];

describe('an agent', () => {
  const stories: readonly [string, readonly VoiceInput[], VoiceState, VoiceRules?][] = [
    ['signs in and is not ready', [signIn], 'NOT_READY'],
    ['keeps the state when signing in again', [...ready, signIn], 'READY'],
    ['is ready', ready, 'READY'],
    ['is reserved by a call', [...ready, offer()], 'RESERVED'],
    ['is reserved by an outbound call', [...ready, offer('outbound')], 'RESERVED_OUTBOUND'],
    ['talks', talking, 'TALKING'],
    ['holds', [...talking, event('call.held')], 'HOLD'],
    ['talks again', [...talking, event('call.held'), event('call.retrieved')], 'TALKING'],
    ['wraps up on UCCX', [...talking, event('call.ended')], 'WORK'],
    ['wraps up to be ready on CCE', [...talking, event('call.ended')], 'WORK_READY', cce],
    ['wraps up to be not ready on CCE', [...talking, command('NOT_READY'), event('call.ended')], 'WORK', cce],
    ['is ready after wrap-up', [...talking, event('call.ended'), event('wrap-up.ended')], 'READY'],
    ['is ready at once without wrap-up', [...talking, event('call.ended')], 'READY', { ...rules, hasWrapUp: false }],
    ['is ready when the caller gives up', [...ready, offer(), event('call.ended')], 'READY'],
    ['is not ready when a call was not answered', [...ready, offer(), event('call.unanswered')], 'NOT_READY'],
    [
      'is not ready during a call that routing did not give',
      [...ready, offer('non-acd'), event('call.answered')],
      'NOT_READY',
    ],
    ['talks in such a call on CCE', [...ready, offer('non-acd'), event('call.answered')], 'TALKING', cce],
    [
      'is as before after such a call',
      [...ready, offer('non-acd'), event('call.answered'), event('call.ended')],
      'READY',
    ],
    ['signs out', [signIn, command('LOGOUT')], 'LOGOUT'],
    ['is signed out when presence is lost', [...ready, event('presence.lost')], 'LOGOUT'],
    ['is not cut off in a call', [...talking, event('presence.lost')], 'TALKING'],
  ];
  test.each(stories)('%s', (_name, inputs, state, given) => {
    const outcome = play(inputs, given);
    expect([outcome.type, outcome.agent.state]).toEqual(['changed', state]);
  });

  test('is out after the call in which presence was lost', () => {
    expect(play([...talking, event('presence.lost'), event('call.ended'), event('wrap-up.ended')]).agent.state).toBe(
      'LOGOUT',
    );
  });

  test('has the reason that was chosen, also when it was pending', () => {
    const wanted = command('NOT_READY', { reasonCodeId: '3' });
    expect(play([...ready, wanted]).agent.reasonCodeId).toBe('3');
    const pending = play([...talking, wanted]).agent;
    expect([pending.state, pending.pending?.state, pending.reasonCodeId]).toEqual(['TALKING', 'NOT_READY', undefined]);
    const after = play([...talking, wanted, event('call.ended'), event('wrap-up.ended')]).agent;
    expect([after.state, after.reasonCodeId, after.pending]).toEqual(['NOT_READY', '3', undefined]);
  });

  test('has a reason of the system after what others did', () => {
    const bySupervisor = { by: 'supervisor' };
    expect(play([...ready, command('NOT_READY', bySupervisor)]).agent.reasonCodeId).toBe('NOT_READY 33');
    expect(play([...ready, command('LOGOUT', bySupervisor)]).agent.reasonCodeId).toBe('LOGOUT 22');
    expect(play([...ready, command('NOT_READY', bySupervisor)], cce).agent.reasonCodeId).toBe('NOT_READY 999');
    expect(play([...ready, event('presence.lost')]).agent.reasonCodeId).toBe('LOGOUT 255');
    expect(play([...ready, offer(), event('call.unanswered')]).agent.reasonCodeId).toBe('NOT_READY 32763');
    expect(play([...ready, offer('non-acd')]).agent.reasonCodeId).toBe('NOT_READY 32761');
  });
});

describe('Finesse refuses', () => {
  const stories: readonly [string, readonly VoiceInput[], string, VoiceRules?][] = [
    ['a phone that does not exist', [command('LOGIN', { extension: '9' })], '260'],
    ['a state of somebody who is signed out', [command('READY')], '22'],
    ['a state of somebody who is reserved', [...ready, offer(), command('NOT_READY')], '22'],
    ['to leave an outbound reservation', [...ready, offer('outbound'), command('NOT_READY')], '22'],
    ['READY during a call on UCCX', [...talking, command('READY')], '265'],
    ['a second pending state in a call on UCCX', [...talking, command('NOT_READY'), command('NOT_READY')], '22'],
    [
      'a state during a call that routing did not give on UCCX',
      [...ready, offer('non-acd'), command('NOT_READY')],
      '33',
    ],
  ];
  test.each(stories)('%s', (_name, inputs, data, given) => {
    const outcome = play(inputs, given);
    expect(outcome.type === 'refused' && outcome.refusal.data).toBe(data);
  });

  test('none of that on CCE where UCCX alone has the limit', () => {
    expect(play([...talking, command('READY')], cce).agent.pending?.state).toBe('READY');
    expect(play([...talking, command('NOT_READY'), command('NOT_READY')], cce).type).toBe('changed');
  });
});

const anyInput = fc.constantFrom(
  ...[
    signIn,
    command('READY'),
    command('NOT_READY', { reasonCodeId: '3' }),
    command('NOT_READY', { by: 'supervisor' }),
    command('LOGOUT'),
  ],
  ...[
    offer(),
    offer('non-acd'),
    offer('outbound'),
    event('call.answered'),
    event('call.held'),
    event('call.retrieved'),
  ],
  ...[
    event('call.unanswered'),
    event('call.ended'),
    event('wrap-up.ended'),
    event('presence.lost'),
    event('reason.forgotten'),
  ],
);

describe.each([rules, cce])('whatever happens on $deployment', given => {
  const forAll = (check: (outcome: VoiceOutcome, before: VoiceAgent, input: VoiceInput) => void) => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), inputs => {
        let agent = signedOut;
        inputs.forEach((input, index) => {
          const outcome = decideVoice(agent, input, given, index + 1);
          check(outcome, agent, input);
          agent = outcome.agent;
        });
      }),
      { numRuns: 2_000 },
    );
  };

  test('who is refused stays as they were', () => {
    forAll((outcome, before) => {
      if (outcome.type === 'refused') expect(outcome.agent).toEqual(before);
    });
  });

  test('only who is ready is given a call by routing', () => {
    forAll((outcome, before, input) => {
      if (input.type === 'call.offered' && input.call.kind !== 'non-acd' && outcome.type === 'changed') {
        expect(before.state).toBe('READY');
      }
    });
  });

  test('state, call and reason fit together', () => {
    forAll(({ agent }) => {
      if (['RESERVED', 'RESERVED_OUTBOUND', 'TALKING', 'HOLD'].includes(agent.state)) expect(agent.call).toBeDefined();
      if (['WORK', 'WORK_READY', 'LOGOUT'].includes(agent.state)) expect(agent.call).toBeUndefined();
      if (agent.state === 'READY' && given.deployment === 'UCCX') expect(agent.call).toBeUndefined();
      expect(agent.reasonCodeId !== undefined).toBe(
        agent.changedAt > 0 && ['NOT_READY', 'LOGOUT'].includes(agent.state),
      );
      if (agent.state === 'LOGOUT') expect(agent.extension).toBeUndefined();
      else expect(agent.extension).toBe('2001');
    });
  });

  test('what is pending waits for an end', () => {
    forAll(({ agent }) => {
      if (agent.pending)
        expect(agent.call !== undefined || agent.state === 'WORK' || agent.state === 'WORK_READY').toBe(true);
    });
  });
});
