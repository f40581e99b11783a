import { defaultQuality } from '@eyeline/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedBy, type Fallback, fallbackAfter, noFallback } from './media-fallback.ts';
import type { MediaSample } from './media-health.ts';
import { zeroSample as zero } from './testing/zero-sample.ts';

type Second = Partial<Pick<MediaSample, 'packetsSent' | 'sentLost' | 'cpuLimitedMs' | 'roundTripMs'>>;
const well: Second = {};
const lossy: Second = { sentLost: 20 };
const late: Second = { roundTripMs: 2500 };
const slow: Second = { cpuLimitedMs: 900 };

/** A call whose seconds pass as told, with the step after each. */
function startCall(isSending = true) {
  let [fallback, sample] = [noFallback, zero];
  const pass = (seconds: number, second: Second = well): Fallback['step'][] =>
    Array.from({ length: seconds }, () => {
      sample = {
        ...sample,
        atMs: sample.atMs + 1000,
        packetsSent: sample.packetsSent + (second.packetsSent ?? 100),
        sentLost: sample.sentLost + (second.sentLost ?? 0),
        cpuLimitedMs: sample.cpuLimitedMs + (second.cpuLimitedMs ?? 0),
        roundTripMs: second.roundTripMs ?? 40,
      };
      fallback = fallbackAfter(fallback, sample, isSending);
      return fallback.step;
    });
  /** How many seconds it took to come to this step; at most so many. */
  const until = (step: Fallback['step'], second: Second, most = 600): number => {
    for (let seconds = 1; seconds <= most; seconds += 1) if (pass(1, second)[0] === step) return seconds;
    return Infinity;
  };
  return { pass, until, now: () => fallback };
}

test('a call that is well sends all, however long', () => {
  expect(new Set(startCall().pass(600))).toEqual(new Set(['full']));
});

test.each([
  ['packets that are lost', lossy, 'network'],
  ['packets that come late', late, 'network'],
] as const)('%s: less is sent, and then nothing but sound', (_, second, cause) => {
  const call = startCall();
  call.pass(20);
  const first = call.until('less', second);
  expect(call.now().cause).toBe(cause);
  const then = call.until('voice', second);
  expect(first).toBeLessThanOrEqual(10);
  expect(then).toBeGreaterThanOrEqual(10);
  expect(then).toBeLessThanOrEqual(15);
  expect(call.now().cause).toBe(cause);
});

test('a machine that does not keep up sends less, and never nothing', () => {
  const call = startCall();
  expect(call.until('less', slow)).toBeGreaterThanOrEqual(10);
  expect(new Set(call.pass(600, slow))).toEqual(new Set(['less']));
  expect(call.now().cause).toBe('computer');
});

test('what is bad for a moment changes nothing', () => {
  const call = startCall();
  for (let n = 0; n < 20; n += 1)
    expect(new Set([...call.pass(2, lossy), ...call.pass(20)])).toEqual(new Set(['full']));
});

test('where less is enough, it stays at less, and all is sent again when it has been well for a while', () => {
  const call = startCall();
  call.until('less', lossy);
  expect(call.until('full', well)).toBeGreaterThanOrEqual(10);
  expect(call.now()).toMatchObject({ step: 'full', cause: null });
});

test('pictures come back step by step, and later each time that came to nothing', () => {
  const call = startCall();
  call.until('voice', lossy);
  const waits = [1, 2, 3, 4, 5, 6].map(() => {
    const seconds = call.until('less', well);
    call.until('voice', lossy);
    return seconds;
  });
  for (const [n, wait] of waits.slice(1).entries()) expect(wait).toBeGreaterThanOrEqual(Math.min(120, waits[n] ?? 0));
  expect(waits.at(-1)).toBeGreaterThan(100);
  expect(waits.at(-1)).toBeLessThan(130);
  call.until('full', well);
  // What has been well for long is trusted again.
  call.pass(150);
  expect(call.now().patienceMs).toBe(10_000);
});

test('who shows nothing has nothing to give up; what was given up for another reason is kept', () => {
  const call = startCall(false);
  expect(new Set(call.pass(60, lossy))).toEqual(new Set(['full']));
  const falling = startCall();
  falling.until('voice', lossy);
  expect(fallbackAfter(falling.now(), { ...zero, atMs: 1e6 }, false).step).toBe('voice');
});

test('less is never more than the site allows', () => {
  expect(boundedBy(defaultQuality, 'full')).toBe(defaultQuality);
  expect(boundedBy(defaultQuality, 'less').maxHeight).toBeLessThan(defaultQuality.maxHeight);
  expect(boundedBy({ maxHeight: 90, maxFrameRate: 5, maxKbps: 60 }, 'less')).toEqual({
    maxHeight: 90,
    maxFrameRate: 5,
    maxKbps: 60,
  });
});

test('whatever is counted, no step is left out, and nothing is kept for longer than it is looked at', () => {
  const second = fc.record({
    sentLost: fc.nat(60),
    roundTripMs: fc.nat(4000),
    cpuLimitedMs: fc.nat(1000),
    packetsSent: fc.nat(200),
  });
  fc.assert(
    fc.property(fc.array(second, { maxLength: 120 }), seconds => {
      const call = startCall();
      const order = ['full', 'less', 'voice'];
      let at = 0;
      for (const one of seconds) {
        const step = order.indexOf(call.pass(1, one)[0] ?? 'full');
        expect(Math.abs(step - at)).toBeLessThanOrEqual(1);
        at = step;
        expect(call.now().samples.length).toBeLessThanOrEqual(6);
        expect(call.now().patienceMs).toBeLessThanOrEqual(120_000);
      }
    }),
  );
});
