import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answers } from './commands.ts';
import { customerAnswers } from './customer-answers.ts';
import { customerEvents } from './customer-events.ts';
import { CustomerFact } from './customer-facts.ts';
import { events } from './events.ts';
import { Fact } from './facts.ts';
import { keptInputs } from './kept-inputs.ts';

const commandId = 'c0ffee00-0000-4000-8000-000000000000';
const opened = {
  type: 'interaction.opened',
  ...{
    interactionId: 'i1',
    seq: 1,
    at: 1,
    entryPointId: 'support',
    taskId: 't1',
    form: { name: 'Ada' },
    domain: 'chat',
  },
};
const forDesks = { attributes: { vip: 'yes' }, consult: { about: 'i0', to: 'Ben' } };

describe('what a customer’s page holds of the protocol', () => {
  test('reads the same names as everybody, and tells facts as everybody does', () => {
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(Object.keys(customerAnswers)));
    expect(Object.keys(events)).toEqual(expect.arrayContaining(Object.keys(customerEvents)));
    expect(v.parse(CustomerFact, opened)).toEqual(v.parse(Fact, opened));
  });

  test('has no place for what only desks are told', () => {
    const fact = { ...opened, ...forDesks };
    expect(v.parse(Fact, fact)).toEqual(fact);
    expect(v.parse(events['interaction.opened'], fact)).toEqual(fact);
    expect(v.parse(CustomerFact, fact)).toEqual(opened);
    expect(v.parse(customerEvents['interaction.opened'], fact)).toEqual(opened);
    const missed = {
      ...{ facts: [fact], position: 1, wait: null, fallback: null },
      entryPoint: { entryPointId: 'support', title: 'Support' },
    };
    expect(v.parse(answers['interaction.catch-up'], missed).facts).toEqual([fact]);
    expect(v.parse(customerAnswers['interaction.catch-up'], missed).facts).toEqual([opened]);
  });

  test('reads what it keeps over a reload whole, and nothing in another form', () => {
    const opening = { commandId, entryPointId: 'support', form: { name: 'Ada' }, domain: 'callback' };
    const callback = { date: '2026-11-30', from: '09:00', to: '10:30', zone: 'Europe/Berlin' };
    const input = keptInputs['interaction.open'];
    expect(v.parse(input, { ...opening, callback })).toEqual({ ...opening, callback });
    for (const wrong of [
      { form: 'Ada' },
      { domain: 'fax' },
      { commandId: 'short' },
      { callback: { ...callback, to: '7' } },
    ])
      expect(v.is(input, { ...opening, ...wrong })).toBe(false);
  });
});
