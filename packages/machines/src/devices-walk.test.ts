import type { Source } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceFailureCode } from './device-failure.ts';
import type { DevicesEvent } from './devices-change.ts';
import type { DevicesActor } from './devices-machine.ts';
import { FakeDevices } from './testing/fake-devices.ts';
import { startChild } from './testing/start-child.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** mulberry32: small, seeded, the same everywhere. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const sources: readonly Source[] = ['camera', 'microphone', 'screen'];
const codes: readonly DeviceFailureCode[] = [
  'denied',
  'dismissed',
  'in-use',
  'no-device',
  'press-needed',
  'failed',
  'effect-failed',
];

class Walk {
  readonly fake = new FakeDevices();
  readonly #random: (below: number) => number;
  readonly #parent = startChild(this.fake.machine, undefined);
  readonly devices = this.#parent.child as DevicesActor;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  #pick<Of>(all: readonly Of[]): Of {
    const one = all[this.#random(all.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  #isLucky = (): boolean => this.#random(2) === 0;

  #someSources = (): Source[] => sources.filter(this.#isLucky);

  #event(): DevicesEvent {
    const trackId = [...this.fake.running.keys()].at(0)?.id ?? 'none';
    return this.#pick<DevicesEvent>([
      { type: 'want', sources: this.#someSources(), picture: this.#pick(['camera', 'test']), pressed: this.#isLucky() },
      { type: 'want', sources: this.#someSources(), picture: 'camera', pressed: true },
      { type: 'choose', kind: this.#pick(['camera', 'microphone', 'speaker']), deviceId: this.#pick(['a', 'b']) },
      { type: 'flip' },
      { type: 'effect', blur: this.#isLucky(), noise: this.#isLucky() },
      { type: 'effect.ended', effect: this.#pick(['blur', 'noise']) },
      { type: 'track.lost', trackId, code: this.#pick(codes) },
      { type: this.#pick(['track.muted', 'track.unmuted']), trackId },
      { type: 'devices.retry' },
      { type: this.#pick(['page.left', 'page.back']) },
    ]);
  }

  #answer(): void {
    const open = this.fake.captures.filter(({ isAnswered }) => !isAnswered);
    if (open.length === 0) return;
    const capture = this.#pick(open);
    const failing = capture.request.sources.filter(() => this.#random(3) === 0);
    capture.answer(Object.fromEntries(failing.map(source => [source, this.#pick(codes)])));
  }

  step(): void {
    this.#pick([
      () => this.devices.send(this.#event()),
      () => this.devices.send(this.#event()),
      () => this.#answer(),
      () => vi.advanceTimersByTime(3000),
    ])();
  }

  /** All is answered with yes, until nothing is asked any more. */
  calm(): void {
    for (let times = 0; times < 20; times += 1)
      for (const capture of this.fake.captures) if (!capture.isAnswered) capture.give();
  }

  stop(): void {
    this.#parent.stop();
  }
}

test('whatever comes in whatever order: never more open than wanted, in the end exactly that, at last nothing', () => {
  for (let seed = 1; seed <= 80; seed += 1) {
    const walk = new Walk(seed);
    const { fake, devices } = walk;
    for (let steps = 0; steps < 40; steps += 1) {
      walk.step();
      const { wanted, isAway, reported, setup } = devices.getSnapshot().context;
      const { effects } = setup;
      const running = fake.runningSources;
      const where = `seed ${seed}, step ${steps}`;
      expect(new Set(running).size, where).toBe(running.length);
      expect(isAway ? running : running.filter(source => !wanted.includes(source)), where).toEqual([]);
      expect([...fake.held].sort(), where).toEqual([...fake.running.keys()].sort());
      // What leaves the page is running, and of a source that fails nothing leaves it.
      for (const source of sources) {
        const track = reported.tracks[source];
        if (track) expect(fake.running.get(track), where).toBe(source);
        // And nothing without an effect that is wanted.
        const made = track && fake.setups.get(track)?.effects;
        if (made && source === 'camera') expect(made.blur || !effects.blur, where).toBe(true);
        if (made && source === 'microphone') expect(made.noise || !effects.noise, where).toBe(true);
        if (track) expect(reported.failures[source], where).toBeUndefined();
      }
    }
    devices.send({ type: 'page.back' });
    devices.send({ type: 'want', sources: ['camera', 'microphone'], picture: 'camera', pressed: true });
    walk.calm();
    expect(fake.runningSources, `seed ${seed}`).toEqual(['camera', 'microphone']);
    expect(devices.getSnapshot().value, `seed ${seed}`).toBe('open');
    const asked = fake.captures.length;
    devices.send({ type: 'want', sources: ['microphone', 'camera'], picture: 'camera', pressed: true });
    expect(fake.captures.length, `seed ${seed}`).toBe(asked);
    devices.send({ type: 'want', sources: ['camera', 'microphone', 'screen'], picture: 'test', pressed: true });
    walk.stop();
    walk.calm();
    expect(fake.runningSources, `seed ${seed}`).toEqual([]);
  }
});
