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
  readonly wishes: Extract<RoutableEffect, { type: 'wish.send' }>[] = [];

  tell(input: RoutableInput): void {
    const { state, effects } = decideRoutable(this.state, input, this.now);
    this.state = JSON.parse(JSON.stringify(state));
    for (const effect of effects) {
      if (effect.type === 'wish.send') this.wishes.push(effect);
      else this.left += 1;
    }
  }

  occupy(isOccupied: boolean): void {
    this.isOccupied = isOccupied;
    this.tell({ type: 'agent.occupied', agentId: 'ada', isOccupied });
  }

  look(passedMs = 1_000): void {
    this.now += passedMs;
    const { mediaState: state, isRoutable } = this;
    this.tell({ type: 'media.seen', agentId: 'ada', media: { 5001: { state, isRoutable } } });
  }

  /** Finesse does what it was asked; whether anything was. */
  answer(isTaken = true): boolean {
    const wish = this.wishes.shift();
    if (!wish) return false;
    const { token } = wish;
    if (isTaken && this.mediaState !== 'logged-out') {
      const isRoutable = wish.wish === 'routable';
      // Nobody is ever made routable who chose not to be.
      if (isRoutable && !this.isRoutable && this.by === 'agent') throw new Error('What was done by hand is undone');
      if (this.isRoutable !== isRoutable) this.by = 'us';
      this.isRoutable = isRoutable;
    }
    this.tell({ type: isTaken ? 'wish.taken' : 'wish.refused', agentId: 'ada', token });
    return true;
  }

  hand(isRoutable: boolean): void {
    this.isRoutable = isRoutable;
    this.by = 'agent';
  }

  /** What was under way was carried out or not. */
  crash(isDone: boolean): void {
    while (this.wishes.length > 0 && isDone) this.answer();
    this.wishes.length = 0;
    this.state = resumeRoutable(this.state, this.now);
    this.occupy(this.isOccupied);
  }
}

test('15.1 not routable while occupied, routable again after it', () => {
  const world = new World();
  world.look();
  world.occupy(true);
  expect(world.wishes).toEqual([]);
  world.look();
  expect(world.wishes).toMatchObject([{ mediaId: '5001', wish: 'not-routable' }]);
  world.answer();
  world.look();
  expect(world.isRoutable).toBe(false);
  world.occupy(false);
  world.look();
  expect(world.wishes).toMatchObject([{ wish: 'routable' }]);
  world.answer();
  world.look();
  expect([world.isRoutable, world.state.agents]).toEqual([true, {}]);
});

test('15.2 who is not routable by choice is left so; who is made routable by hand meanwhile too', () => {
  const world = new World();
  world.hand(false);
  world.occupy(true);
  for (let look = 0; look < 3; look += 1) world.look();
  world.occupy(false);
  world.look();
  expect([world.isRoutable, world.answer()]).toEqual([false, false]);

  const other = new World();
  other.occupy(true);
  other.look();
  other.answer();
  other.look();
  other.hand(true);
  for (let look = 0; look < 3; look += 1) other.look();
  other.occupy(false);
  other.look();
  expect(other.answer()).toBe(false);
});

test('15.3 nothing is asked while a task is reserved, or of who is signed out', () => {
  const world = new World();
  world.occupy(true);
  for (const state of ['reserved', 'logged-out', 'unknown'] as const) {
    world.mediaState = state;
    world.look();
    expect(world.answer()).toBe(false);
  }
  world.mediaState = 'active';
  world.look();
  expect(world.answer()).toBe(true);
});

test('15.4 a refused wish is asked for again; one that was taken and not seen is told, and not repeated', () => {
  const world = new World();
  world.occupy(true);
  world.look();
  world.answer(false);
  world.look();
  world.answer();
  world.look();
  world.occupy(false);
  world.look();
  world.answer(false);
  world.look();
  world.answer();
  world.hand(false);
  world.look(settleMs - 1);
  expect(world.left).toBe(0);
  world.look(1);
  expect([world.left, world.answer(), world.isRoutable]).toEqual([1, false, false]);
});

test('15.5 after a crash what was ours is given back', () => {
  for (const isDone of [true, false]) {
    const world = new World();
    world.occupy(true);
    world.look();
    world.crash(isDone);
    world.occupy(false);
    for (let look = 0; look < 6; look += 1) {
      world.look();
      world.answer();
    }
    expect([world.isRoutable, world.state.agents]).toEqual([true, {}]);
  }
});

test('15.0 over random days nobody is left not routable by us, and nothing that was done by hand is undone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), deeds => {
      const world = new World();
      for (const deed of deeds) {
        // At the very moment of a wish nobody can tell a hand from it.
        const isQuiet = world.wishes.length === 0;
        if (deed < 3) world.look(deed * 1_500);
        else if (deed < 5) world.occupy(deed === 3);
        else if (deed === 5) world.answer();
        else if (deed === 6) world.answer(false);
        else if (deed === 7) world.crash(world.now % 2 === 0);
        else if (isQuiet) {
          settle(world);
          if (deed === 8) world.hand(!world.isRoutable);
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
  for (let look = 0; look < 8; look += 1) {
    while (world.answer());
    world.look();
  }
}
