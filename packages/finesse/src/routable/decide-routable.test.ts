import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MediaState } from '../words/finesse-words.ts';
import { decideRoutable, type RoutableEffect, type RoutableInput } from './decide-routable.ts';
import { settleMs } from './follow-hold.ts';
import { emptyRoutable, isHeld, type RoutableState, resumeRoutable } from './hold.ts';

/** One agent in one domain, Finesse, and somebody with hands. */
class World {
  state: RoutableState = emptyRoutable;
  now = 1_000_000;
  mediaState: MediaState = 'ready';
  isRoutable = true;
  /** Who set it so last. */
  by: 'agent' | 'us' = 'agent';
  isOccupied = false;
  left = 0;
  readonly commands: Extract<RoutableEffect, { type: 'command.send' }>[] = [];

  notify(input: RoutableInput): void {
    const { state, effects } = decideRoutable(this.state, input, this.now);
    this.state = JSON.parse(JSON.stringify(state));
    for (const effect of effects) {
      if (effect.type === 'command.send') this.commands.push(effect);
      else this.left += 1;
    }
  }

  occupy(isOccupied: boolean): void {
    this.isOccupied = isOccupied;
    this.notify({ type: 'agent.occupied', agentId: 'ada', isOccupied });
  }

  poll(passedMs = 1_000): void {
    this.now += passedMs;
    const { mediaState: state, isRoutable } = this;
    this.notify({ type: 'media.seen', agentId: 'ada', media: { 5001: { state, isRoutable } } });
  }

  /** Finesse does what it was asked; whether anything was. */
  answer(isTaken = true): boolean {
    const command = this.commands.shift();
    if (!command) return false;
    const { token } = command;
    if (isTaken && this.mediaState !== 'logged-out') {
      const isRoutable = command.command === 'routable';
      // Nobody is ever made routable who chose not to be.
      if (isRoutable && !this.isRoutable && this.by === 'agent') throw new Error('What was done by hand is undone');
      if (this.isRoutable !== isRoutable) this.by = 'us';
      this.isRoutable = isRoutable;
    }
    this.notify({ type: isTaken ? 'command.taken' : 'command.refused', agentId: 'ada', token });
    return true;
  }

  hand(isRoutable: boolean): void {
    this.isRoutable = isRoutable;
    this.by = 'agent';
  }

  /** What was under way was carried out or not. */
  crash(isDone: boolean): void {
    while (this.commands.length > 0 && isDone) this.answer();
    this.commands.length = 0;
    this.state = resumeRoutable(this.state, this.now);
    this.occupy(this.isOccupied);
  }
}

test('15.1 not routable while occupied, routable again after it', () => {
  const world = new World();
  world.poll();
  world.occupy(true);
  expect(world.commands).toEqual([]);
  world.poll();
  expect(world.commands).toMatchObject([{ mediaId: '5001', command: 'not-routable' }]);
  world.answer();
  world.poll();
  expect(world.isRoutable).toBe(false);
  world.occupy(false);
  world.poll();
  expect(world.commands).toMatchObject([{ command: 'routable' }]);
  world.answer();
  world.poll();
  expect([world.isRoutable, world.state.agents]).toEqual([true, {}]);
});

test('15.2 who is not routable by choice is left so; who is made routable by hand meanwhile too', () => {
  const world = new World();
  world.hand(false);
  world.occupy(true);
  for (let poll = 0; poll < 3; poll += 1) world.poll();
  world.occupy(false);
  world.poll();
  expect([world.isRoutable, world.answer()]).toEqual([false, false]);

  const other = new World();
  other.occupy(true);
  other.poll();
  other.answer();
  other.poll();
  other.hand(true);
  for (let poll = 0; poll < 3; poll += 1) other.poll();
  other.occupy(false);
  other.poll();
  expect(other.answer()).toBe(false);
});

test('15.3 nothing is asked while a task is reserved, or of who is signed out', () => {
  const world = new World();
  world.occupy(true);
  for (const state of ['reserved', 'logged-out', 'unknown'] as const) {
    world.mediaState = state;
    world.poll();
    expect(world.answer()).toBe(false);
  }
  world.mediaState = 'active';
  world.poll();
  expect(world.answer()).toBe(true);
});

test('15.4 a refused command is asked for again; one that was taken and not seen is told, and not repeated', () => {
  const world = new World();
  world.occupy(true);
  world.poll();
  world.answer(false);
  world.poll();
  world.answer();
  world.poll();
  world.occupy(false);
  world.poll();
  world.answer(false);
  world.poll();
  world.answer();
  world.hand(false);
  world.poll(settleMs - 1);
  expect(world.left).toBe(0);
  world.poll(1);
  expect([world.left, world.answer(), world.isRoutable]).toEqual([1, false, false]);
});

test('15.5 after a crash what was ours is given back', () => {
  for (const isDone of [true, false]) {
    const world = new World();
    world.occupy(true);
    world.poll();
    world.crash(isDone);
    world.occupy(false);
    for (let poll = 0; poll < 6; poll += 1) {
      world.poll();
      world.answer();
    }
    expect([world.isRoutable, world.state.agents]).toEqual([true, {}]);
  }
});

test('15.0 over random days nobody is left not routable by us, and nothing that was done by hand is undone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), actions => {
      const world = new World();
      for (const action of actions) {
        // At the very moment of a command nobody can tell a hand from it.
        const isQuiet = world.commands.length === 0;
        if (action < 3) world.poll(action * 1_500);
        else if (action < 5) world.occupy(action === 3);
        else if (action === 5) world.answer();
        else if (action === 6) world.answer(false);
        else if (action === 7) world.crash(world.now % 2 === 0);
        else if (isQuiet) {
          settle(world);
          if (action === 8) world.hand(!world.isRoutable);
          else world.mediaState = world.mediaState === 'ready' ? 'reserved' : 'ready';
        }
      }
      world.mediaState = 'ready';
      world.occupy(false);
      settle(world);
      expect(world.isRoutable || world.by === 'agent').toBe(true);
      expect(Object.values(world.state.agents).some(isHeld)).toBe(false);
      expect(world.left).toBe(0);
    }),
    { numRuns: 10_000, seed: 20_261_120 },
  );
});

/** Everything that is under way comes to its end. */
function settle(world: World): void {
  for (let poll = 0; poll < 8; poll += 1) {
    while (world.answer());
    world.poll();
  }
}
