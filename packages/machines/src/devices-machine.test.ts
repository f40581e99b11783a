import type { Source } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceFailureCode } from './device-failure.ts';
import type { DevicesReport } from './devices.ts';
import { deviceFailures, microphoneFailures, screenFailures } from './sentences/failures.ts';
import { startDevices } from './testing/start-devices.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const both: readonly Source[] = ['camera', 'microphone'];
const codesOf = (report: DevicesReport | undefined) =>
  Object.fromEntries(Object.entries(report?.failures ?? {}).map(([source, { code }]) => [source, code]));

describe('what is wanted', () => {
  test('is asked for in one question, in the same task, and given', () => {
    const { fake, want, last, state } = startDevices();
    want(both);
    expect(fake.captures.map(({ request }) => request.sources)).toEqual([both]);
    expect(last()).toMatchObject({ isAsking: true });
    expect(state()).toBe('opening');
    fake.last.give();
    expect(last()).toMatchObject({
      tracks: { camera: { id: 'camera-track-1' }, microphone: { id: 'microphone-track-2' }, screen: null },
      failures: {},
      isAsking: false,
    });
    expect(state()).toBe('open');
  });

  test('again and again is asked for once', () => {
    const { fake, want } = startDevices();
    for (let times = 0; times < 3; times += 1) want(both, { pressed: times === 0 });
    fake.last.give();
    want(both);
    want(['microphone', 'camera'], { pressed: false });
    expect(fake.captures).toHaveLength(1);
    expect(fake.runningSources).toEqual(both);
  });

  test('no more is closed at once, each for itself', () => {
    const { fake, want, last, state } = startDevices();
    want(both);
    fake.last.give();
    want(['microphone']);
    expect(fake.runningSources).toEqual(['microphone']);
    expect(last()).toMatchObject({ tracks: { camera: null, microphone: { id: 'microphone-track-2' } } });
    want([]);
    expect(fake.runningSources).toEqual([]);
    expect(state()).toBe('closed');
  });

  test('no more while the browser asks: what comes is stopped', () => {
    const { fake, want, last } = startDevices();
    want(both);
    want(['microphone']);
    fake.last.give();
    expect(fake.runningSources).toEqual(['microphone']);
    expect(last()?.tracks.camera).toBeNull();
  });

  test('and no more and again, while the browser asks, is one question', () => {
    const { fake, want } = startDevices();
    want(both);
    want([]);
    want(both);
    expect(fake.captures).toHaveLength(1);
    fake.last.give();
    expect(fake.runningSources).toEqual(both);
  });

  test('the screen is a question of its own', () => {
    const { fake, want } = startDevices();
    want([...both, 'screen']);
    expect(fake.captures.map(({ request }) => request.sources)).toEqual([both, ['screen']]);
  });

  test('with a test picture instead, while the camera is on: the camera goes when the picture is there', () => {
    const { fake, want } = startDevices();
    want(['camera']);
    fake.last.give();
    const camera = fake.trackOf('camera');
    want(['camera'], { picture: 'test' });
    expect(fake.last.request.picture).toBe('test');
    expect(fake.running.has(camera)).toBe(true);
    fake.last.give();
    expect(fake.running.has(camera)).toBe(false);
    expect(fake.runningSources).toEqual(['camera']);
  });

  test('is shaped as the call wants it, while it runs', () => {
    const { fake, want } = startDevices();
    const quality = { maxHeight: 360, maxFrameRate: 15, maxKbps: 400 };
    want(['camera']);
    fake.last.give();
    want(['camera'], { quality });
    expect(fake.captures).toHaveLength(1);
    expect(fake.orders.at(-1)).toEqual({ type: 'shape', track: fake.trackOf('camera'), quality });
    want(both, { quality });
    expect(fake.last.request.quality).toEqual(quality);
  });
});

describe('what fails', () => {
  test('beside what is there: each with its own sentence', () => {
    const { fake, want, last, state } = startDevices();
    want(both);
    fake.last.answer({ camera: 'no-device' });
    expect(last()).toMatchObject({
      tracks: { camera: null, microphone: { id: 'microphone-track-1' } },
      failures: { camera: { code: 'no-device', message: deviceFailures['no-device'] } },
    });
    expect(state()).toBe('failing');
  });

  test.each([
    ['camera', deviceFailures],
    ['microphone', microphoneFailures],
    ['screen', screenFailures],
  ] as const)('%s: every failure has a sentence that says what to do', (source, sentences) => {
    for (const code of Object.keys(sentences) as DeviceFailureCode[]) {
      const { fake, want, last, ends } = startDevices();
      want([source]);
      fake.last.refuse(code);
      const failure = source === 'screen' ? ends()[0]?.failure : last()?.failures[source];
      const isTheirWill = source === 'screen' && (code === 'ended' || code === 'dismissed');
      expect(failure).toEqual(isTheirWill ? null : { code, message: sentences[code] });
      expect(sentences[code]).toMatch(/^[A-Z].+[.]$/);
    }
  });

  test('is asked for again by a press and never by itself', () => {
    const { fake, want, last } = startDevices();
    want(both);
    fake.last.refuse('dismissed');
    want(both, { pressed: false });
    vi.advanceTimersByTime(60_000);
    expect(fake.captures).toHaveLength(1);
    want(both);
    expect(fake.captures).toHaveLength(2);
    expect(last()).toMatchObject({ isAsking: true, failures: {} });
  });

  test('heals quietly when permission or the device is back; meanwhile the reason stays', () => {
    const { fake, want, last } = startDevices();
    want(both);
    fake.last.refuse('denied');
    fake.report({ type: 'devices.retry' });
    expect(fake.last.request).toMatchObject({ sources: both, quietly: true });
    expect(last()).toMatchObject({ isAsking: false });
    fake.last.refuse('press-needed');
    expect(codesOf(last())).toEqual({ camera: 'denied', microphone: 'denied' });
    fake.report({ type: 'devices.retry' });
    fake.last.give();
    expect(last()).toMatchObject({ failures: {}, tracks: { camera: { id: 'camera-track-1' } } });
  });

  test('since another program has it is tried again from time to time', () => {
    const { fake, want, state } = startDevices();
    want(['camera']);
    fake.last.refuse('in-use');
    for (let times = 0; times < 3; times += 1) {
      vi.advanceTimersByTime(3000);
      expect(fake.captures).toHaveLength(times + 2);
      fake.last.refuse('in-use');
    }
    vi.advanceTimersByTime(3000);
    fake.last.give();
    expect(state()).toBe('open');
    vi.advanceTimersByTime(60_000);
    expect(fake.captures).toHaveLength(5);
  });

  test('a press while it is tried again quietly asks the person', () => {
    const { fake, want } = startDevices();
    want(['camera']);
    fake.last.refuse('dismissed');
    fake.report({ type: 'devices.retry' });
    want(['camera']);
    expect(fake.captures.map(({ request }) => request.quietly)).toEqual([false, true, false]);
    fake.captures[1]?.refuse('press-needed');
    fake.last.give();
    expect(fake.runningSources).toEqual(['camera']);
  });

  test('without a press, as after a reload, only what the browser gives is opened', () => {
    const { fake, want, last } = startDevices();
    want(both, { pressed: false });
    expect(fake.last.request.quietly).toBe(true);
    expect(last()?.isAsking ?? false).toBe(false);
    fake.last.answer({ camera: 'press-needed' });
    expect(codesOf(last())).toEqual({ camera: 'press-needed' });
    expect(fake.runningSources).toEqual(['microphone']);
  });
});

describe('a device that vanishes in mid-call', () => {
  test('is told with its reason, and heals', () => {
    const { fake, want, last } = startDevices();
    want(both);
    fake.last.give();
    fake.report({ type: 'track.lost', trackId: fake.trackOf('camera').id, code: 'ended' });
    expect(codesOf(last())).toEqual({ camera: 'ended' });
    expect(last()?.tracks.camera).toBeNull();
    expect(fake.runningSources).toEqual(['microphone']);
    expect(fake.last.request).toMatchObject({ sources: ['camera'], quietly: true });
    fake.last.refuse('no-device');
    expect(codesOf(last())).toEqual({ camera: 'ended' });
    fake.report({ type: 'devices.retry' });
    fake.last.give();
    expect(last()).toMatchObject({ failures: {}, tracks: { camera: { id: 'camera-track-3' } } });
  });

  test('since something else has taken it comes back as it was', () => {
    const { fake, want, last } = startDevices();
    want(['camera']);
    fake.last.give();
    const { id } = fake.trackOf('camera');
    fake.report({ type: 'track.muted', trackId: id });
    expect(last()).toMatchObject({ tracks: { camera: null }, failures: { camera: { code: 'ended' } } });
    fake.report({ type: 'track.unmuted', trackId: id });
    expect(last()).toMatchObject({ tracks: { camera: { id } }, failures: {} });
  });
});

describe('the screen', () => {
  test('ended by the browser’s own button is told once and not asked for again', () => {
    const { fake, want, ends, last } = startDevices();
    want(['screen']);
    fake.last.give();
    fake.report({ type: 'track.lost', trackId: fake.trackOf('screen').id, code: 'ended' });
    want(['screen'], { pressed: false });
    fake.report({ type: 'devices.retry' });
    vi.advanceTimersByTime(10_000);
    expect(ends()).toEqual([{ type: 'devices.ended', source: 'screen', failure: null }]);
    expect(last()).toMatchObject({ tracks: { screen: null }, failures: {} });
    expect(fake.captures.filter(({ request }) => !request.quietly)).toHaveLength(1);
    want([]);
    want(['screen']);
    expect(fake.last.request.quietly).toBe(false);
  });
});
