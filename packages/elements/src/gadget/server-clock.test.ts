import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ServerClock } from './server-clock.ts';

describe('ServerClock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'Date'], now: 5_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('goes on from what the server said, whatever the clock of the desk shows', () => {
    const clock = new ServerClock();
    clock.follow(1000);
    vi.advanceTimersByTime(2500);
    vi.setSystemTime(0);
    expect(clock.now).toBe(3500);
  });

  test('what it was told before is no news', () => {
    const clock = new ServerClock();
    clock.follow(1000);
    vi.advanceTimersByTime(2500);
    clock.follow(1000);
    expect(clock.now).toBe(3500);
    clock.follow(9000);
    expect(clock.now).toBe(9000);
  });
});
