import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PacedPoll } from './paced-poll.ts';

const everyMs = 100;
let at: number[];
let polls: PacedPoll;

beforeEach(() => {
  vi.useFakeTimers();
  at = [];
  const poll = async () => void at.push(performance.now());
  polls = new PacedPoll({ poll, everyMs, onFault: () => {} });
});
afterEach(() => vi.useRealTimers());

const distances = () => at.slice(1).map((time, index) => time - (at[index] ?? 0));

test('whoever asks, and however often: two polls keep their distance, and none is forgotten', () => {
  for (let n = 0; n < 50; n++) {
    polls.ask();
    vi.advanceTimersByTime(7);
  }
  vi.advanceTimersByTime(1_000);
  expect(at).toHaveLength(5);
  expect(Math.min(...distances())).toBeGreaterThanOrEqual(everyMs);
});

test('regular ones begin their distance after the last read, and end', () => {
  polls.settle(true);
  polls.ask();
  vi.advanceTimersByTime(99);
  expect(at).toHaveLength(0);
  vi.advanceTimersByTime(301);
  expect(at).toHaveLength(4);
  expect(Math.min(...distances())).toBe(everyMs);
  polls.settle(false);
  vi.advanceTimersByTime(1_000);
  expect(at).toHaveLength(4);
  polls.ask();
  vi.advanceTimersByTime(0);
  expect(at).toHaveLength(5);
  polls.settle(true);
  polls.stop();
  vi.advanceTimersByTime(1_000);
  expect(at).toHaveLength(5);
});
