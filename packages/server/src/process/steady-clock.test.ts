import { describe, expect, test } from 'vitest';
import { SteadyClock } from './steady-clock.ts';

const hour = 3_600_000;

/** A machine whose two clocks are in our hands. */
class Machine {
  passed = 12_345;
  offset = 1_700_000_000_000;
  readonly clock = new SteadyClock({ wall: () => this.offset + this.passed, elapsed: () => this.passed });

  /** Lets time pass and has the wall clock followed every second. Answers with the steps. */
  pass(seconds: number): number[] {
    return Array.from({ length: seconds }, () => {
      this.passed += 1000;
      return this.clock.follow();
    }).filter(step => step !== 0);
  }
}

describe('SteadyClock', () => {
  test('shows what the wall clock shows', () => {
    const machine = new Machine();
    expect(machine.clock.now()).toBe(machine.offset + machine.passed);
    machine.pass(10);
    expect(machine.clock.now()).toBe(machine.offset + machine.passed);
  });

  test.each([hour, -hour])('does not care for a wall clock that is %i ms off for a moment', offMs => {
    const machine = new Machine();
    const before = machine.clock.now();
    machine.offset += offMs;
    expect(machine.pass(30)).toEqual([]);
    expect(machine.clock.now()).toBe(before + 30_000);
    machine.offset -= offMs;
    expect(machine.pass(300)).toEqual([]);
    expect(machine.clock.now()).toBe(before + 330_000);
  });

  test.each([hour, -hour])('is set with one that was set by %i ms, and says by how much', byMs => {
    const machine = new Machine();
    const before = machine.clock.now();
    machine.offset += byMs;
    expect(machine.pass(100)).toEqual([byMs]);
    expect(machine.clock.now()).toBe(before + 100_000 + byMs);
  });

  test('believes no clock that says something else each time', () => {
    const machine = new Machine();
    const steps = Array.from({ length: 300 }, (_, n) => {
      machine.offset += n % 2 === 0 ? hour : -hour;
      return machine.pass(1);
    });
    expect(steps.flat()).toEqual([]);
  });

  test('follows small differences without a step and without going back', () => {
    const machine = new Machine();
    machine.pass(1);
    machine.offset -= 500;
    let last = machine.clock.now();
    for (let second = 0; second < 60; second += 1) {
      expect(machine.pass(1)).toEqual([]);
      const now = machine.clock.now();
      expect(now - last).toBeGreaterThanOrEqual(990);
      last = now;
    }
    expect(last).toBe(machine.offset + machine.passed);
  });
});
