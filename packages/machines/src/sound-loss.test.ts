import { expect, test } from 'vitest';
import { noSoundLoss, type SoundLoss, soundAfter } from './sound-loss.ts';
import { zeroSample } from './testing/zero-sample.ts';

interface Second {
  readonly lost?: number;
  readonly packets?: number;
  /** Of pictures, which come and go. */
  readonly pictures?: number;
  readonly isExpected?: boolean;
  readonly isReachable?: boolean;
}

function startCall() {
  let [loss, sample] = [noSoundLoss, zeroSample];
  const pass = (seconds: number, second: Second = {}): SoundLoss => {
    const { lost = 0, packets = 50, pictures = 0, isExpected = true, isReachable = true } = second;
    for (let n = 0; n < seconds; n += 1) {
      sample = {
        ...sample,
        atMs: sample.atMs + 1000,
        soundReceived: sample.soundReceived + packets - lost,
        soundLost: sample.soundLost + lost,
        packetsReceived: sample.packetsReceived + packets - lost + pictures,
        packetsLost: sample.packetsLost + lost,
      };
      loss = soundAfter(loss, sample, { isExpected, isReachable });
    }
    return loss;
  };
  /** Nothing has come by the new one yet, and it counts from the beginning. */
  const beginAnew = () => {
    sample = { ...zeroSample, atMs: sample.atMs };
  };
  const sleep = (seconds: number) => {
    sample = { ...sample, atMs: sample.atMs + seconds * 1000 };
  };
  return { pass, beginAnew, sleep };
}

const bad: Second = { lost: 35 };
const nothing: Second = { packets: 0 };

test('more than half of what is said is lost for half a minute: nobody understands a word', () => {
  const call = startCall();
  call.pass(60);
  expect(call.pass(30, bad).isGone).toBe(false);
  expect(call.pass(4, bad).isGone).toBe(true);
});

test('pictures that are given up meanwhile, and their packets with them, do not begin it anew', () => {
  const call = startCall();
  call.pass(60, { pictures: 900 });
  call.pass(15, { ...bad, pictures: 300 });
  expect(call.pass(15, bad).isGone).toBe(false);
  expect(call.pass(4, bad).isGone).toBe(true);
});

test('neither do paths that break of it, one after the other, as long as none is understood', () => {
  const call = startCall();
  call.pass(60);
  call.pass(8, bad);
  call.beginAnew();
  call.pass(8, nothing);
  call.pass(8, bad);
  call.beginAnew();
  expect(call.pass(6, nothing).isGone).toBe(false);
  expect(call.pass(4, nothing).isGone).toBe(true);
});

test('a path on which something is understood does', () => {
  const call = startCall();
  call.pass(25, bad);
  call.beginAnew();
  call.pass(3);
  expect(call.pass(28, bad).isGone).toBe(false);
});

test.each([
  ['is away, this side or another', { ...nothing, isReachable: false }],
  ['is on hold, or has the microphone off', { ...nothing, isExpected: false }],
])('where nothing comes since somebody %s, nobody says that it is too weak', (_, second) => {
  const call = startCall();
  call.pass(20, bad);
  expect(call.pass(300, second).isGone).toBe(false);
  expect(call.pass(20, bad).isGone).toBe(false);
});

test('nor where nothing has come without a sign of a weak path before: then it is waited for', () => {
  const call = startCall();
  call.pass(60);
  call.beginAnew();
  expect(call.pass(300, nothing).isGone).toBe(false);
});

test('of the time in which the computer slept nothing is known', () => {
  const call = startCall();
  call.pass(20, bad);
  call.sleep(60);
  expect(call.pass(5, nothing).isGone).toBe(false);
});

test('what is bad, and understood, ends no call; neither does what is worse for a moment', () => {
  const call = startCall();
  expect(call.pass(300, { lost: 20 }).isGone).toBe(false);
  for (let n = 0; n < 10; n += 1) {
    expect(call.pass(20, { lost: 40 }).isGone).toBe(false);
    call.pass(10);
  }
});

test('of so few packets nothing is concluded', () => {
  expect(startCall().pass(300, { packets: 2, lost: 2 }).isGone).toBe(false);
});
