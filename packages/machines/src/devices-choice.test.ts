import type { Source } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDevices } from './testing/start-devices.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const both: readonly Source[] = ['camera', 'microphone'];

describe('another device', () => {
  test('is opened first, then takes the place of the one before', () => {
    const { fake, devices, want, send, last } = startDevices();
    want(['camera']);
    fake.last.give();
    const first = fake.trackOf('camera');
    send({ type: 'choose', kind: 'camera', deviceId: 'camera-2' });
    expect(fake.last.request).toMatchObject({ sources: ['camera'], quietly: false });
    expect(fake.last.request.preferred.camera).toBe('camera-2');
    expect(last()).toMatchObject({ tracks: { camera: first }, isAsking: false });
    fake.last.give();
    expect(fake.running.has(first)).toBe(false);
    expect(fake.runningSources).toEqual(['camera']);
    expect(devices.getSnapshot().context.chosen.camera).toBe('camera-1');
    expect(fake.orders).toContainEqual({
      type: 'remember',
      preferred: { camera: 'camera-2', microphone: null, speaker: null },
    });
  });

  test('that a telephone gives only without the first: that goes out, and it is asked for once more', () => {
    const { fake, want, send, last } = startDevices();
    want(['camera']);
    fake.last.give();
    send({ type: 'flip' });
    expect(fake.last.request.facing).toBe('environment');
    fake.last.refuse('in-use');
    expect(fake.runningSources).toEqual([]);
    expect(fake.captures).toHaveLength(3);
    fake.last.give();
    expect(fake.runningSources).toEqual(['camera']);
    expect(last()?.failures).toEqual({});
    send({ type: 'flip' });
    expect(fake.last.request.facing).toBe('user');
  });

  test('that does not start leaves the one that is there', () => {
    const { fake, want, send, last } = startDevices();
    want(['microphone']);
    fake.last.give();
    const first = fake.trackOf('microphone');
    send({ type: 'choose', kind: 'microphone', deviceId: 'microphone-9' });
    fake.last.refuse('failed');
    vi.advanceTimersByTime(10_000);
    expect(last()).toMatchObject({ tracks: { microphone: first }, failures: {} });
    expect(fake.captures).toHaveLength(2);
  });

  test('chosen and taken back before it is there: it is stopped as it comes', () => {
    const { fake, want, send } = startDevices();
    want(['camera']);
    fake.last.give();
    const first = fake.trackOf('camera');
    send({ type: 'effect', blur: true, noise: false });
    send({ type: 'effect', blur: false, noise: false });
    fake.last.give();
    expect(fake.running.has(first)).toBe(true);
    expect(fake.runningSources).toEqual(['camera']);
    send({ type: 'flip' });
    send({ type: 'choose', kind: 'camera', deviceId: 'one' });
    fake.last.give();
    expect(fake.last.request.preferred.camera).toBe('one');
    fake.last.give();
    expect(fake.running.has(first)).toBe(false);
    expect(fake.runningSources).toEqual(['camera']);
  });

  test('a speaker is only remembered', () => {
    const { fake, devices, send } = startDevices();
    send({ type: 'choose', kind: 'speaker', deviceId: 'loud' });
    expect(devices.getSnapshot().context.chosen.speaker).toBe('loud');
    expect(fake.captures).toEqual([]);
  });

  test('chosen on another day is what is asked for first', () => {
    const { fake, want } = startDevices();
    fake.report({ type: 'devices.remembered', preferred: { camera: 'known', microphone: null, speaker: null } });
    want(both);
    expect(fake.last.request.preferred.camera).toBe('known');
  });
});

describe('an effect', () => {
  test('from the order on, no track without it', () => {
    const { fake, want, send, last } = startDevices();
    want(both);
    fake.last.give();
    send({ type: 'effect', blur: true, noise: false });
    expect(last()).toMatchObject({ tracks: { camera: null, microphone: { id: 'microphone-track-2' } } });
    expect(fake.last.request).toMatchObject({ sources: ['camera'], effects: { blur: true, noise: false } });
    fake.last.give();
    expect(last()).toMatchObject({ tracks: { camera: { id: 'camera-track-3' } } });
    expect(fake.runningSources).toEqual(both);
  });

  test('switched on while the person is asked: one question, and still no track without it', () => {
    const { fake, want, send, last } = startDevices();
    want(both);
    send({ type: 'effect', blur: true, noise: false });
    expect(fake.captures).toHaveLength(1);
    expect(last()?.isAsking).toBe(true);
    fake.last.give();
    expect(last()).toMatchObject({ tracks: { camera: null, microphone: { id: 'microphone-track-2' } } });
    expect(fake.last.request).toMatchObject({ sources: ['camera'], quietly: false, effects: { blur: true } });
    fake.last.give();
    expect(last()).toMatchObject({ tracks: { camera: { id: 'camera-track-3' } }, failures: {} });
    expect(fake.runningSources).toEqual(both);
  });

  test('that cannot begin: the device is asked for without it at once', () => {
    const { fake, want, send, last } = startDevices();
    send({ type: 'effect', blur: true, noise: false });
    want(['camera']);
    fake.report({ type: 'effect.ended', effect: 'blur' });
    expect(fake.captures.map(({ request }) => request.effects.blur)).toEqual([true, false]);
    fake.captures[0]?.refuse('failed');
    fake.last.give();
    expect(last()).toMatchObject({ tracks: { camera: { id: 'camera-track-1' } }, failures: {} });
  });

  test('that ends by itself: the track without it is back, and it is told', () => {
    const { fake, devices, want, send, last } = startDevices();
    want(['camera']);
    fake.last.give();
    const raw = fake.trackOf('camera');
    send({ type: 'effect', blur: true, noise: false });
    fake.report({ type: 'effect.ended', effect: 'blur' });
    expect(last()?.tracks.camera).toBe(raw);
    expect(devices.getSnapshot().context).toMatchObject({ endedEffect: 'blur', setup: { effects: { blur: false } } });
    fake.last.give();
    expect(fake.runningSources).toEqual(['camera']);
    expect(last()?.tracks.camera).toBe(raw);
  });
});

describe('a page', () => {
  test('that is put away has nothing open; back, it opens what the browser gives without a question', () => {
    const { fake, want, last } = startDevices();
    want(both);
    fake.last.give();
    fake.report({ type: 'page.left' });
    expect(fake.runningSources).toEqual([]);
    fake.report({ type: 'page.back' });
    expect(fake.last.request).toMatchObject({ sources: both, quietly: true });
    fake.last.give();
    expect(last()).toMatchObject({ tracks: { camera: { id: 'camera-track-3' } } });
  });

  test.each(['opening', 'open'] as const)('whose session ends while %s: every light goes out', when => {
    const { fake, want, stop } = startDevices();
    want(both);
    if (when === 'open') fake.last.give();
    stop();
    fake.last.give();
    expect(fake.runningSources).toEqual([]);
  });
});
