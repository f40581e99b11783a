import { failure } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seat, startCustomer } from './testing/start-customer.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const closed = { because: 'closed', steps: ['callback', 'message'], opensAt: 1000 } as const;

describe('while it cannot be served', () => {
  function startChoosing() {
    const side = startCustomer();
    side.line.tell({ type: 'line.opened' });
    side.line.answer(side.line.asked()[0], { ...side.centre.arrival, availability: { ladder: closed, wait: null } });
    return side;
  }

  test('says why and what there is instead', () => {
    const { state, context } = startChoosing();
    expect(state()).toBe('choosing');
    expect(context().availability?.ladder).toEqual(closed);
  });

  test('a callback: the form, then the wish with its window', () => {
    const { actor, line, centre, state, context } = startChoosing();
    actor.send({ type: 'choose', step: 'callback' });
    expect(state()).toBe('filling-form');
    const callback = { date: '2026-11-23', from: '09:00', to: '10:00', zone: 'Europe/Berlin' };
    actor.send({ type: 'submit', form: { phone: '+1 555 0100' }, callback });
    const [wish] = line.asked();
    expect(wish).toMatchObject({ type: 'interaction.open', domain: 'callback', callback });
    line.answer(wish, seat(centre));
    expect(state()).toEqual({ serving: 'waiting' });
    actor.send({ type: 'start-over' });
    expect(context().step).toBeNull();
  });

  test.each([
    ['message', 'email'],
    ['chat', 'chat'],
    ['video', 'video'],
  ] as const)('%s is asked for as %s', (step, domain) => {
    const { actor, line } = startChoosing();
    actor.send({ type: 'choose', step });
    actor.send({ type: 'submit', form: {} });
    expect(line.asked()).toMatchObject([{ type: 'interaction.open', domain }]);
  });

  test('closed while the form was being filled in: asks how it stands, and keeps what was filled in', () => {
    const { actor, line, centre, state, context } = startCustomer();
    line.tell({ type: 'line.opened' });
    line.answer(line.asked()[0], centre.arrival);
    actor.send({ type: 'submit', form: { name: 'Ada' } });
    line.refuse(line.asked()[0], failure('closed'));
    line.answer(line.asked()[0], { ...centre.arrival, availability: { ladder: closed, wait: null } });
    expect(state()).toBe('choosing');
    expect(context()).toMatchObject({ form: { name: 'Ada' }, opening: null });
  });

  test('back from the form to the steps; not where there are none', () => {
    const { actor, state, context } = startChoosing();
    actor.send({ type: 'choose', step: 'message' });
    actor.send({ type: 'go-back' });
    expect(state()).toBe('choosing');
    expect(context().step).toBeNull();
    const open = startCustomer();
    open.line.tell({ type: 'line.opened' });
    open.line.answer(open.line.asked()[0], open.centre.arrival);
    open.actor.send({ type: 'go-back' });
    expect(open.state()).toBe('filling-form');
  });

  test('asks now and then how it stands, and goes on to the form when it is open again', () => {
    const { line, centre, state, context } = startChoosing();
    vi.advanceTimersByTime(30_000);
    const later = { ...closed, opensAt: 2000 };
    line.answer(line.asked()[0], { ...centre.arrival, availability: { ladder: later, wait: null } });
    expect(state()).toBe('choosing');
    expect(context().availability?.ladder?.opensAt).toBe(2000);
    line.tell({ type: 'line.lost' });
    vi.advanceTimersByTime(30_000);
    expect(line.asked()).toEqual([]);
    line.tell({ type: 'line.opened' });
    vi.advanceTimersByTime(30_000);
    line.answer(line.asked()[0], centre.arrival);
    expect(state()).toBe('filling-form');
  });
});
