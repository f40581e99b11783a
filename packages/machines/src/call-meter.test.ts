import { KEPT_MINUTES } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { type CallMeter, measuresOf, metered, startMeter } from './call-meter.ts';
import type { MediaSample } from './media-health.ts';

const nothing = {
  ...{
    packetsReceived: 0,
    packetsLost: 0,
    framesDecoded: 0,
    brightness: null,
    ownBrightness: null,
    roundTripMs: 50,
    jitterMs: 5,
  },
  ...{ cpuLimitedMs: 0, bytesReceived: 0, bytesSent: 0, packetsSent: 0, sentLost: 0 },
  ...{ height: 480, freezes: 0, frozenMs: 0, soundReceived: 0, soundLost: 0 },
};
const each = { packetsReceived: 99, packetsLost: 1, framesDecoded: 30, bytesReceived: 125_000, bytesSent: 62_500 };

/** So many seconds of a call, with what each adds to the counters. */
function pass(meter: CallMeter, seconds: number, change: Partial<MediaSample> = {}, epoch = 1): CallMeter {
  const last = meter.last?.epoch === epoch ? meter.last.sample : { ...nothing, atMs: meter.last?.sample.atMs ?? 1000 };
  let [now, sample] = [meter, last];
  for (let second = 0; second < seconds; second += 1) {
    const grown = Object.fromEntries(
      Object.entries({ ...each, ...change }).map(([key, by]) => [key, Number(Reflect.get(sample, key)) + Number(by)]),
    );
    sample = { ...sample, ...grown, atMs: sample.atMs + 1000 };
    now = metered(now, epoch, sample, true);
  }
  return now;
}

test('how long the first picture took, and the means of all of it', () => {
  const meter = pass(metered(startMeter(0), 1, { ...nothing, atMs: 1000 }, true), 30);
  expect(measuresOf(meter, 'page')).toMatchObject({
    ...{ pageId: 'page', firstFrameMs: 2000, durationMs: 30_000, loss: 0.01, roundTripMs: 50 },
    ...{ receivedKbps: 1000, sentKbps: 500, height: 480, freezes: 0, frozenMs: 0 },
    minutes: [{ fromMs: 0, loss: 0.01, receivedKbps: 1000 }],
  });
});

test('a minute each, of the last hour, and the worst of all however long ago', () => {
  const first = metered(startMeter(0), 1, { ...nothing, atMs: 1000 }, true);
  const meter = pass(pass(first, 60, { packetsLost: 99 }), 60 * (KEPT_MINUTES + 4));
  const { minutes, worst, durationMs } = measuresOf(meter, 'page');
  expect([minutes.length, durationMs]).toEqual([KEPT_MINUTES, 60_000 * (KEPT_MINUTES + 5)]);
  expect(worst).toMatchObject({ fromMs: 0, loss: 0.5 });
});

test('an epoch whose counters begin anew takes nothing away, and counts for what it is', () => {
  const first = pass(metered(startMeter(0), 1, { ...nothing, atMs: 1000 }, true), 20, { packetsLost: 0 });
  const second = pass(metered(first, 2, { ...nothing, atMs: 22_000 }, true), 20, { packetsLost: 99 }, 2);
  expect(measuresOf(second, 'page')).toMatchObject({ durationMs: 40_000, loss: 0.3333 });
});

test('of a call in which nothing came there is nothing to say', () => {
  expect(measuresOf(startMeter(0), 'page')).toMatchObject({ firstFrameMs: null, loss: null, minutes: [], worst: null });
});
