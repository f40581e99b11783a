import type { Source } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDevices } from './testing/start-devices.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const none = { blur: false, noise: false };
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
      effects: none,
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
    fake.report({
      type: 'devices.remembered',
      preferred: { camera: 'known', microphone: null, speaker: null },
      effects: none,
    });
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

  test.each(['effect-failed', 'failed', 'denied', 'no-device'] as const)(
    'that cannot begin (%s): no picture without it before a person says so',
    code => {
      const { fake, want, send, last } = startDevices();
      want(['camera']);
      fake.last.give();
      send({ type: 'effect', blur: true, noise: false });
      fake.last.refuse(code);
      expect(last()).toMatchObject({ tracks: { camera: null }, failures: { camera: { code } } });
      expect(fake.runningSources).toEqual([]);
      want(['camera']);
      expect(fake.last.request.effects.blur).toBe(true);
      fake.last.refuse(code);
      send({ type: 'effect', blur: false, noise: false });
      if (code !== 'effect-failed') return;
      expect(fake.last.request).toMatchObject({ quietly: false, effects: { blur: false } });
      fake.last.give();
      expect(last()).toMatchObject({ tracks: { camera: { id: 'camera-track-2' } }, failures: {} });
    },
  );

  test('that this browser is too slow for: no picture, and a person may try again or do without', () => {
    const { fake, want, send, last } = startDevices();
    want(both);
    send({ type: 'effect', blur: true, noise: false });
    fake.last.give();
    fake.last.give();
    expect(last()?.tracks.camera).not.toBeNull();
    fake.report({ type: 'effect.ended', effect: 'blur' });
    expect(last()).toMatchObject({ tracks: { camera: null }, failures: { camera: { code: 'effect-failed' } } });
    expect(fake.runningSources).toEqual(['microphone']);
    const asked = fake.captures.length;
    fake.report({ type: 'devices.retry' });
    expect(fake.captures).toHaveLength(asked);
    want(both);
    expect(fake.last.request).toMatchObject({ sources: ['camera'], effects: { blur: true } });
  });

  test('of the sound that cannot begin: the sound goes on without it, and it is told', () => {
    const { fake, devices, want, send, last } = startDevices();
    want(both);
    fake.last.give();
    send({ type: 'effect', blur: false, noise: true });
    fake.report({ type: 'effect.ended', effect: 'noise' });
    expect(last()?.tracks.microphone).not.toBeNull();
    expect(devices.getSnapshot().context).toMatchObject({ isNoiseBack: true, setup: { effects: { noise: false } } });
  });

  test('is remembered: a page that comes back in mid-call shows nobody what was blurred', () => {
    const { fake, want, send, last } = startDevices();
    send({ type: 'effect', blur: true, noise: false });
    expect(fake.orders).toContainEqual({
      type: 'remember',
      preferred: { camera: null, microphone: null, speaker: null },
      effects: { blur: true, noise: false },
    });
    const back = startDevices();
    back.fake.report({
      type: 'devices.remembered',
      preferred: { camera: null, microphone: null, speaker: null },
      effects: { blur: true, noise: false },
    });
    back.want(['camera']);
    expect(back.fake.last.request.effects.blur).toBe(true);
    want([]);
    expect(last()?.tracks.camera ?? null).toBeNull();
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
