import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shortMoment } from '../parts/moment.ts';
import { followServerClock, pageNow } from './page-clock.ts';

const minute = 60_000;
const right = 1_700_000_000_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'], now: right + 20 * minute }));
afterEach(() => void vi.useRealTimers());

test('on a device that is 20 minutes fast, what was just said was said now', () => {
  expect(shortMoment(right, pageNow())).toBe('20 min ago');
  followServerClock(right);
  expect(shortMoment(right, pageNow())).toBe('now');
  vi.advanceTimersByTime(5 * minute);
  expect(shortMoment(right, pageNow())).toBe('5 min ago');
  // Whoever sets the device's clock meanwhile, and whatever another conversation heard earlier, changes nothing.
  vi.setSystemTime(0);
  followServerClock(right + minute);
  followServerClock(right);
  followServerClock(0);
  vi.advanceTimersByTime(minute);
  expect(pageNow()).toBe(right + 6 * minute);
});
