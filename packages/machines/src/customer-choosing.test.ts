import { failure } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { place, startCustomer } from './testing/start-customer.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const closed = { because: 'closed', steps: ['callback', 'message'], opensAt: 1000 } as const;

describe('while it cannot be served', () => {
  function startChoosing() {
    const side = startCustomer();
    side.connection.notify({ type: 'connection.opened' });
    side.connection.answer(side.connection.asked()[0], {
      ...side.centre.arrival,
      availability: { fallback: closed, wait: null },
    });
    return side;
  }

  test('says why and what there is instead', () => {
    const { state, context } = startChoosing();
    expect(state()).toBe('choosing');
    expect(context().availability?.fallback).toEqual(closed);
  });

  test('a callback: the form, then the command with its window', () => {
    const { actor, connection, centre, state, context } = startChoosing();
    actor.send({ type: 'choose', step: 'callback' });
    expect(state()).toBe('filling-form');
    const callback = { date: '2026-11-23', from: '09:00', to: '10:00', zone: 'Europe/Berlin' };
    actor.send({ type: 'submit', form: { phone: '+1 555 0100' }, callback });
    const [command] = connection.asked();
    expect(command).toMatchObject({ type: 'interaction.open', domain: 'callback', callback });
    connection.answer(command, place(centre));
    expect(state()).toEqual({ serving: 'waiting' });
    actor.send({ type: 'start-over' });
    expect(context().step).toBeNull();
  });

  test.each([
    ['message', 'email'],
    ['chat', 'chat'],
    ['video', 'video'],
  ] as const)('%s is asked for as %s', (step, domain) => {
    const { actor, connection } = startChoosing();
    actor.send({ type: 'choose', step });
    actor.send({ type: 'submit', form: {} });
    expect(connection.asked()).toMatchObject([{ type: 'interaction.open', domain }]);
  });

  test('closed while the form was being filled in: asks how it stands, and keeps what was filled in', () => {
    const { actor, connection, centre, state, context } = startCustomer();
    connection.notify({ type: 'connection.opened' });
    connection.answer(connection.asked()[0], centre.arrival);
    actor.send({ type: 'submit', form: { name: 'Ada' } });
    connection.refuse(connection.asked()[0], failure('closed'));
    connection.answer(connection.asked()[0], { ...centre.arrival, availability: { fallback: closed, wait: null } });
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
    open.connection.notify({ type: 'connection.opened' });
    open.connection.answer(open.connection.asked()[0], open.centre.arrival);
    open.actor.send({ type: 'go-back' });
    expect(open.state()).toBe('filling-form');
  });

  test('asks now and then how it stands, and goes on to the form when it is open again', () => {
    const { connection, centre, state, context } = startChoosing();
    vi.advanceTimersByTime(30_000);
    const later = { ...closed, opensAt: 2000 };
    connection.answer(connection.asked()[0], { ...centre.arrival, availability: { fallback: later, wait: null } });
    expect(state()).toBe('choosing');
    expect(context().availability?.fallback?.opensAt).toBe(2000);
    connection.notify({ type: 'connection.lost' });
    vi.advanceTimersByTime(30_000);
    expect(connection.asked()).toEqual([]);
    connection.notify({ type: 'connection.opened' });
    vi.advanceTimersByTime(30_000);
    connection.answer(connection.asked()[0], centre.arrival);
    expect(state()).toBe('filling-form');
  });
});

describe('where there are several ways to begin', () => {
  const standing = { because: null, instead: [], wait: null };
  const modes = ['video', 'chat', 'callback'] as const;
  const availability = { fallback: null, wait: null, modes: modes.map(mode => ({ ...standing, mode })) };
  function startOffered(limit: readonly string[] = []) {
    const side = startCustomer();
    if (limit.length > 0) side.actor.send({ type: 'limit', modes: limit });
    side.connection.notify({ type: 'connection.opened' });
    const entryPoint = { ...side.centre.entryPoint, modes: [...modes] };
    side.connection.answer(side.connection.asked()[0], { entryPoint, availability });
    const change = (next: readonly (typeof modes)[number][]) =>
      side.connection.notify({
        type: 'entry-point.changed',
        entryPoint: { ...entryPoint, modes: [...next] },
        availability: { ...availability, modes: next.map(mode => ({ ...standing, mode })) },
      });
    return { ...side, change };
  }

  test('one of them is chosen, and video is asked for as video; back leads to the choice', () => {
    const { actor, connection, state } = startOffered();
    expect(state()).toBe('choosing');
    actor.send({ type: 'choose', step: 'callback' });
    actor.send({ type: 'go-back' });
    expect(state()).toBe('choosing');
    actor.send({ type: 'choose', step: 'video' });
    actor.send({ type: 'submit', form: {} });
    expect(connection.asked()).toMatchObject([{ type: 'interaction.open', domain: 'video' }]);
  });

  test.each([
    [['video'], 'filling-form', 'video'],
    [['chat'], 'filling-form', null],
    [['video', 'chat'], 'choosing', null],
    [['nonsense'], 'choosing', null],
  ] as const)('a page that wants %o of them', (limit, expected, step) => {
    const { state, context } = startOffered(limit);
    expect(state()).toBe(expected);
    expect(context().step).toBe(step);
  });

  test('what the site changes is followed: in the choice, and by who fills in the form of what is offered no more', () => {
    const { actor, state, context, change } = startOffered();
    change(['video', 'chat']);
    expect(context().entryPoint?.modes).toEqual(['video', 'chat']);
    actor.send({ type: 'choose', step: 'chat' });
    change(['chat', 'callback']);
    expect(state()).toBe('filling-form');
    change(['video', 'callback']);
    expect(state()).toBe('choosing');
    change(['chat']);
    expect(state()).toBe('filling-form');
    expect(context().step).toBeNull();
  });
});
