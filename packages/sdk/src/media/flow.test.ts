import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isFlowing, watchFlow } from './flow.ts';

const video = (framesDecoded: number) => ({ type: 'inbound-rtp', kind: 'video', packetsReceived: 9, framesDecoded });
const audio = (packetsReceived: number) => ({ type: 'inbound-rtp', kind: 'audio', packetsReceived });

test('a decoded frame is media; packets alone are not, unless there is only sound', () => {
  expect(isFlowing([])).toBe(false);
  expect(isFlowing([{ type: 'outbound-rtp', kind: 'video', framesDecoded: 5 }, null, 'noise'])).toBe(false);
  expect(isFlowing([video(0), audio(5)])).toBe(false);
  expect(isFlowing([video(1), audio(0)])).toBe(true);
  expect(isFlowing([audio(0)])).toBe(false);
  expect(isFlowing([audio(1)])).toBe(true);
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it is told once, also when statistics fail in between, and never after it was stopped', async () => {
  let frames = 0;
  let calls = 0;
  const read = async () => {
    if (frames === 0) throw new Error('not yet');
    return [video(frames)];
  };
  watchFlow(read, () => {
    calls += 1;
  });
  await vi.advanceTimersByTimeAsync(200);
  expect(calls).toBe(0);
  frames = 1;
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toBe(1);

  const stop = watchFlow(read, () => {
    calls += 1;
  });
  stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toBe(1);
});
