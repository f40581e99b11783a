import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expected, healthAfter, type MediaHealth, type MediaSample, unknownHealth } from './media-health.ts';

const both: Expected = { video: true, audio: true };
const uncounted = {
  ...{ bytesReceived: 0, bytesSent: 0, packetsSent: 0, sentLost: 0, height: null, freezes: 0, frozenMs: 0 },
  ...{ soundReceived: 0, soundLost: 0 },
};
const second: Omit<MediaSample, 'atMs'> = {
  ...uncounted,
  ...{ packetsReceived: 100, packetsLost: 0, framesDecoded: 30 },
  ...{ brightness: 100, ownBrightness: 100, roundTripMs: 40, jitterMs: 5, cpuLimitedMs: 0 },
};

/** Seconds of a call, each with what it adds to the counters; the first and the last it is told of. */
function after(seconds: readonly Partial<typeof second>[], expected = both, from = unknownHealth): MediaHealth {
  let health = from;
  const last = from.samples.at(-1);
  let sum = { packetsReceived: 0, packetsLost: 0, framesDecoded: 0, cpuLimitedMs: 0, ...last };
  let atMs = last ? last.atMs + 1000 : 0;
  for (const change of seconds) {
    const one = { ...second, ...change };
    sum = {
      ...sum,
      packetsReceived: sum.packetsReceived + one.packetsReceived,
      packetsLost: sum.packetsLost + one.packetsLost,
      framesDecoded: sum.framesDecoded + one.framesDecoded,
      cpuLimitedMs: sum.cpuLimitedMs + one.cpuLimitedMs,
    };
    const { brightness, ownBrightness, roundTripMs, jitterMs } = one;
    health = healthAfter(
      health,
      { ...uncounted, ...sum, brightness, ownBrightness, roundTripMs, jitterMs, atMs },
      expected,
    );
    atMs += 1000;
  }
  return health;
}
const times = (count: number, change: Partial<typeof second> = {}) => Array.from({ length: count }, () => change);
const silent = { packetsReceived: 0, framesDecoded: 0 };

describe('what is wrong', () => {
  test.each<[string, readonly Partial<typeof second>[], readonly string[], string]>([
    ['nothing', times(10), [], 'good'],
    ['a pause of one look', [...times(5), silent], [], 'good'],
    ['silence', [...times(5), silent, silent], ['no-packets'], 'poor'],
    ['packets without pictures', [...times(5), ...times(2, { framesDecoded: 0 })], ['frozen'], 'poor'],
    ['a picture of nothing', times(5, { brightness: 1 }), ['black'], 'fair'],
    ['a lens of our own that is covered', times(5, { ownBrightness: 1 }), ['own-black'], 'good'],
    ['a lens of our own that nobody looked at', times(8, { ownBrightness: null }), [], 'good'],
    ['a picture that nobody looked at', times(8, { brightness: null }), [], 'good'],
    ['every tenth packet lost', times(6, { packetsLost: 11 }), ['high-loss'], 'poor'],
    ['every thirtieth packet lost', times(6, { packetsLost: 3.4 }), [], 'fair'],
    ['a machine that does not keep up', times(6, { cpuLimitedMs: 900 }), ['cpu-limited'], 'fair'],
    ['a far side', times(6, { roundTripMs: 400 }), [], 'fair'],
    ['a very far side', times(6, { roundTripMs: 900 }), [], 'poor'],
  ])('%s', (_, seconds, findings, level) => {
    expect(after(seconds)).toMatchObject({ findings, level });
  });

  test('is nothing that nobody sends', () => {
    const noPicture = times(8, { framesDecoded: 0, brightness: null });
    expect(after(noPicture, { video: false, audio: true }).findings).toEqual([]);
    // On hold nothing comes at all.
    expect(after([...times(3), ...times(8, silent)], { video: false, audio: false }).findings).toEqual([]);
  });
});

test('worse is said at once, better when it lasts', () => {
  const broken = after([...times(5), ...times(3, silent)]);
  expect(broken.level).toBe('poor');
  const back = after(times(2), both, broken);
  expect(back).toMatchObject({ level: 'poor', findings: [] });
  expect(after(times(4), both, back).level).toBe('good');
  // Once more in between, and the time begins anew.
  expect(after([...times(2), silent, silent, silent, ...times(2)], both, broken).level).toBe('poor');
});

test('another path begins with nothing held against it but the badge', () => {
  const broken = after([...times(5), ...times(3, silent)]);
  const fresh = healthAfter(broken, { ...second, atMs: 9000, packetsReceived: 1 }, both);
  expect(fresh).toMatchObject({ findings: [], level: 'poor' });
  expect(fresh.samples).toHaveLength(1);
});

test('whatever is counted, it is decided, and from no more than six seconds', () => {
  const sample = fc.record({
    atMs: fc.nat(20_000),
    packetsReceived: fc.nat(1000),
    packetsLost: fc.integer({ min: -50, max: 1000 }),
    framesDecoded: fc.nat(1000),
    brightness: fc.option(fc.nat(255)),
    ownBrightness: fc.option(fc.nat(255)),
    roundTripMs: fc.option(fc.nat(2000)),
    jitterMs: fc.option(fc.nat(500)),
    cpuLimitedMs: fc.nat(20_000),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), fc.boolean(), fc.boolean(), (samples, video, audio) => {
      let health = unknownHealth;
      for (const one of samples) health = healthAfter(health, { ...uncounted, ...one }, { video, audio });
      const [first, last] = [health.samples[0], health.samples.at(-1)];
      expect((last?.atMs ?? 0) - (first?.atMs ?? 0)).toBeLessThanOrEqual(6000);
      expect(['good', 'fair', 'poor']).toContain(health.level);
      if (health.findings.includes('no-packets')) expect(health.level).toBe('poor');
    }),
  );
});
