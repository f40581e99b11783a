import { expect, test } from 'vitest';
import type { PathState } from './path.ts';
import { Pulse } from './pulse.ts';

/** One path, looked at every 500 ms of its own time. */
function watched() {
  const pulse = new Pulse();
  const counts = { frames: 0, packets: 0 };
  /** What is said within so many looks, with the ms until then. */
  const look = (
    times: number,
    what: Partial<Record<'camera' | 'microphone', boolean>>,
    state: PathState = 'connected',
    everyMs = 500,
  ) => {
    const said: string[] = [];
    for (let n = 1; n <= times; n += 1) {
      if (what.camera) counts.frames += 10;
      if (what.camera || what.microphone) counts.packets += 10;
      const expected = Object.entries(what).map(([key, comes]) => ({
        key,
        isPicture: key === 'camera',
        arrived: comes || counts.packets > 0 ? { ...counts } : null,
      }));
      const verdict = pulse.beat({ state, expected }, everyMs);
      if (verdict) said.push(`${verdict} ${n * everyMs}`);
    }
    return said;
  };
  return look;
}

test('a decoded frame is what makes a path live, whatever the browser says of the connection', () => {
  const look = watched();
  expect(look(4, { camera: false, microphone: false })).toEqual([]);
  expect(look(3, { camera: true, microphone: true }, 'interrupted')).toEqual(['live 500']);
});

test('where no picture is expected sound is enough, and where nothing is, the connection', () => {
  expect(watched()(2, { microphone: true })).toEqual(['live 500']);
  expect(watched()(2, {}, 'connecting')).toEqual([]);
  expect(watched()(2, {}, 'connected')).toEqual(['live 500']);
});

test('a picture that does not come holds a path up no longer than three seconds when there is sound', () => {
  expect(watched()(10, { camera: false, microphone: true })).toEqual(['live 3000']);
});

test('silence is believed after 2.5 s and said again every 10 s; what comes after it is told', () => {
  const look = watched();
  look(2, { camera: true, microphone: true });
  expect(look(46, { camera: false, microphone: false })).toEqual(['lost 2500', 'lost 12500', 'lost 22500']);
  expect(look(2, { camera: true, microphone: true })).toEqual(['live 500']);
});

test('a path that does not come up is lost after 10 s, one that failed at once', () => {
  expect(watched()(21, { camera: false }, 'connecting')).toEqual(['lost 10000']);
  expect(watched()(1, { camera: false }, 'failed')).toEqual(['lost 500']);
  const look = watched();
  look(2, { camera: true });
  expect(look(1, { camera: false }, 'failed')).toEqual(['lost 500']);
});

test('what is off, or on hold, is not missed; what was just switched on may take a moment more', () => {
  const look = watched();
  look(2, { camera: true, microphone: true });
  expect(look(100, {})).toEqual([]);
  expect(look(9, { camera: false })).toEqual([]);
  expect(look(1, { camera: true })).toEqual([]);
  expect(look(9, { camera: false })).toEqual(['lost 2500']);
});

test('a computer that slept knows nothing of that time', () => {
  const look = watched();
  look(2, { camera: true });
  expect(look(2, { camera: false }, 'connected', 3_600_000)).toEqual([]);
  expect(look(1, { camera: true })).toEqual([]);
});
