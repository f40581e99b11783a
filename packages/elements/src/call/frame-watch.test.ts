import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FrameWatch } from './frame-watch.ts';

let frames = 100;
let told: boolean[] = [];
const page = { hidden: false };

const watchOver = (mayStandStill = false) =>
  new FrameWatch(
    { getVideoPlaybackQuality: () => ({ totalVideoFrames: frames }) } as unknown as HTMLVideoElement,
    () => mayStandStill,
    isMoving => told.push(isMoving),
  );

/** Half a second, in which so many frames come. */
function pass(more: number, times = 1): void {
  for (let n = 0; n < times; n++) {
    frames += more;
    vi.advanceTimersByTime(500);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  frames = 100;
  told = [];
  page.hidden = false;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what was there before counts for nothing: a picture is there with its first new frame', () => {
  const watch = watchOver();
  watch.start();
  pass(0, 4);
  expect(told).toEqual([]);
  pass(1);
  expect(told).toEqual([true]);
});

test('where the browser counts no frames of a call, what it tells of them counts', () => {
  let onFrame: (() => void) | undefined;
  const video = {
    getVideoPlaybackQuality: () => ({ totalVideoFrames: 0 }),
    requestVideoFrameCallback: (tell: () => void) => {
      onFrame = tell;
    },
  };
  const watch = new FrameWatch(
    video as unknown as HTMLVideoElement,
    () => false,
    isMoving => told.push(isMoving),
  );
  const show = (times: number) => {
    for (let n = 0; n < times; n += 1) {
      onFrame?.();
      pass(0);
    }
  };
  watch.start();
  pass(0, 4);
  expect(told).toEqual([]);
  show(20);
  expect(told).toEqual([true]);
  pass(0, 20);
  expect(told).toEqual([true, false]);
  show(1);
  expect(told).toEqual([true, false, true]);
  watch.stop();
  onFrame?.();
  expect(told).toEqual([true, false, true, false]);
});

test('a picture that stands still is none any more, and is again with the next frame', () => {
  const watch = watchOver();
  watch.start();
  pass(15);
  pass(0, 20);
  expect(told).toEqual([true, false]);
  pass(15);
  expect(told).toEqual([true, false, true]);
});

test('nothing is said of a page that nobody sees, nor of a screen on which nothing happens', () => {
  const watch = watchOver();
  watch.start();
  pass(15);
  page.hidden = true;
  pass(0, 20);
  const screen = watchOver(true);
  page.hidden = false;
  screen.start();
  pass(15);
  watch.stop();
  told = [];
  pass(0, 20);
  expect(told).toEqual([]);
});

test('not awaited there is no picture, and the next one begins anew', () => {
  const watch = watchOver();
  watch.start();
  pass(15);
  watch.stop();
  expect(told).toEqual([true, false]);
  frames += 1;
  watch.start();
  pass(0, 2);
  expect(told).toEqual([true, false]);
  pass(1);
  expect(told).toEqual([true, false, true]);
});
