import type { DevicesActor, DevicesOrder, DevicesReport, SourceEnded } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createActor, setup } from 'xstate';
import { FakeBrowser } from '../testing/fake-media-devices.ts';
import { devicesOver } from './devices-over.ts';

let browser: FakeBrowser;
let kept: Record<string, string>;
beforeEach(() => {
  kept = {};
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => {
      kept[key] = text;
    },
  });
  browser = new FakeBrowser();
});
afterEach(() => vi.unstubAllGlobals());

const eventually = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 60_000, interval: 10 });

const both: readonly Source[] = ['camera', 'microphone'];

function start() {
  const reports: DevicesReport[] = [];
  const ends: SourceEnded[] = [];
  const parent = createActor(
    setup({ actors: { devices: devicesOver('Ada') } }).createMachine({
      invoke: { id: 'devices', src: 'devices' },
      on: {
        'devices.changed': { actions: ({ event }) => reports.push(event as DevicesReport) },
        'devices.ended': { actions: ({ event }) => ends.push(event as unknown as SourceEnded) },
      },
    }),
  ).start();
  const devices = parent.getSnapshot().children['devices'] as DevicesActor;
  const last = () => reports.at(-1);
  return {
    ends,
    last,
    stop: () => parent.stop(),
    context: () => devices.getSnapshot().context,
    send: (order: DevicesOrder) => devices.send(order),
    want: (sources: readonly Source[], pressed = true) =>
      devices.send({ type: 'want', sources, picture: 'camera', pressed }),
    codes: () =>
      Object.fromEntries(Object.entries(last()?.failures ?? {}).map(([source, failure]) => [source, failure?.code])),
    isOpen: (...sources: Source[]) => eventually(() => expect([...browser.live].sort()).toEqual(sources)),
  };
}

describe('what is wanted', () => {
  test('is asked for in the task of the press, both in one question', async () => {
    const { want, isOpen, last, context } = start();
    want(both);
    expect(browser.asked).toHaveLength(1);
    expect(Object.keys(browser.asked[0] ?? {}).sort()).toEqual(['audio', 'video']);
    await isOpen(...both);
    expect(browser.prompts).toBe(1);
    expect(last()?.tracks.camera).toBe(browser.trackOf('camera'));
    await eventually(() => expect(context().choices.camera.map(({ deviceId }) => deviceId)).toHaveLength(2));
    expect(context().chosen).toMatchObject({ camera: 'camera-1', microphone: 'microphone-1' });
  });

  test('is closed when it is wanted no more, and at the end of the session', async () => {
    const { want, isOpen, stop } = start();
    want(both);
    await isOpen(...both);
    want(['microphone']);
    expect(browser.live).toEqual(['microphone']);
    stop();
    expect(browser.live).toEqual([]);
  });

  test('given when the session is over goes out at once', async () => {
    const { want, stop } = start();
    let open = () => {};
    browser.gate = new Promise(resolve => {
      open = resolve;
    });
    want(both);
    stop();
    open();
    await eventually(() => expect(browser.tracks).toHaveLength(2));
    await eventually(() => expect(browser.live).toEqual([]));
  });

  test('of a page that is put away goes out, and comes back with the page', async () => {
    const { want, isOpen } = start();
    want(both);
    await isOpen(...both);
    browser.page.dispatchEvent(new Event('pagehide'));
    expect(browser.live).toEqual([]);
    browser.page.dispatchEvent(new Event('pageshow'));
    await isOpen(...both);
    expect(browser.prompts).toBe(1);
  });

  test('in another quality is shaped while it runs', async () => {
    const { send, want, isOpen } = start();
    want(['camera']);
    await isOpen('camera');
    const quality = { maxHeight: 360, maxFrameRate: 15, maxKbps: 300 };
    send({ type: 'want', sources: ['camera'], picture: 'camera', quality });
    expect(browser.trackOf('camera').shapes).toEqual([
      { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15 } },
    ]);
  });
});

describe('what is not given', () => {
  test('no camera: the microphone is there, and the camera has its reason', async () => {
    browser.devices = browser.devices.filter(({ source }) => source === 'microphone');
    const { want, isOpen, codes } = start();
    want(both);
    await isOpen('microphone');
    expect(codes()).toEqual({ camera: 'no-device' });
  });

  test('a camera in use: the same, and it comes by itself when it is free', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    browser.inUse.add('camera-1');
    const { want, isOpen, codes } = start();
    want(both);
    await isOpen('microphone');
    expect(codes()).toEqual({ camera: 'in-use' });
    browser.inUse.clear();
    await vi.advanceTimersByTimeAsync(3000);
    await isOpen(...both);
    expect(codes()).toEqual({});
    vi.useRealTimers();
  });

  test('the camera blocked before: the microphone is asked for alone', async () => {
    browser.permit('camera', 'denied');
    const { want, isOpen, codes } = start();
    want(both);
    await isOpen('microphone');
    expect(codes()).toEqual({ camera: 'denied' });
  });

  test('both blocked: nothing more is asked, and both come when the permission does', async () => {
    browser.person = 'blocks';
    const { want, isOpen, codes } = start();
    want(both);
    await eventually(() => expect(codes()).toEqual({ camera: 'denied', microphone: 'denied' }));
    expect(browser.asked).toHaveLength(1);
    browser.permit('camera', 'granted');
    await isOpen('camera');
    browser.permit('microphone', 'granted');
    await isOpen(...both);
    expect(browser.prompts).toBe(1);
  });

  test('the question was closed: only a press asks again', async () => {
    browser.person = 'closes';
    const { want, codes, isOpen } = start();
    want(both);
    await eventually(() => expect(codes()).toEqual({ camera: 'dismissed', microphone: 'dismissed' }));
    browser.page.dispatchEvent(new Event('focus'));
    want(both, false);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(browser.prompts).toBe(1);
    browser.person = 'allows';
    want(both);
    await isOpen(...both);
  });

  test('after a reload nothing is asked without a press', async () => {
    browser.permit('microphone', 'granted');
    const { want, isOpen, codes } = start();
    want(both, false);
    await isOpen('microphone');
    expect(codes()).toEqual({ camera: 'press-needed' });
    expect(browser.prompts).toBe(0);
  });

  test.each([
    ['a page without https', () => vi.stubGlobal('isSecureContext', false), 'insecure'],
    ['a browser that has none', () => vi.stubGlobal('navigator', {}), 'unsupported'],
  ])('%s: nothing is asked', async (_, change, code) => {
    change();
    const { want, codes } = start();
    want(both);
    await eventually(() => expect(codes()).toEqual({ camera: code, microphone: code }));
    expect(browser.asked).toEqual([]);
  });
});

describe('in mid-call', () => {
  test('the camera is unplugged and plugged in again', async () => {
    browser.devices = browser.devices.filter(({ deviceId }) => deviceId !== 'camera-2');
    const { want, isOpen, codes } = start();
    want(both);
    await isOpen(...both);
    browser.unplug('camera-1');
    await eventually(() => expect(codes()).toEqual({ camera: 'ended' }));
    browser.plug('camera', 'camera-1');
    await isOpen(...both);
    expect(codes()).toEqual({});
  });

  test('a headset is unplugged: the other microphone takes its place', async () => {
    browser.devices.push({ source: 'microphone', deviceId: 'built-in' });
    const { want, isOpen } = start();
    want(both);
    await isOpen(...both);
    browser.unplug('microphone-1');
    await isOpen(...both);
    expect(browser.trackOf('microphone').deviceId).toBe('built-in');
  });

  test('permission is taken away and given back', async () => {
    const { want, isOpen, codes } = start();
    want(both);
    await isOpen(...both);
    await new Promise(resolve => setTimeout(resolve));
    browser.permit('camera', 'denied');
    await eventually(() => expect(codes()).toEqual({ camera: 'denied' }));
    expect(browser.live).toEqual(['microphone']);
    browser.permit('camera', 'granted');
    await isOpen(...both);
    expect(codes()).toEqual({});
  });

  test('another program takes the picture for a while', async () => {
    const { want, isOpen, last, codes } = start();
    want(['camera']);
    await isOpen('camera');
    const track = browser.trackOf('camera');
    track.mute(true);
    await eventually(() => expect(codes()).toEqual({ camera: 'ended' }));
    expect(last()?.tracks.camera).toBeNull();
    track.mute(false);
    expect(last()?.tracks.camera).toBe(track);
  });

  test('the browser’s own button ends the screen', async () => {
    const { want, isOpen, ends } = start();
    want(['screen']);
    await isOpen('screen');
    browser.trackOf('screen').end();
    await eventually(() => expect(ends).toMatchObject([{ source: 'screen', failure: null }]));
  });
});

describe('a choice', () => {
  test('opens the other device, then closes the first; it counts on the next visit, and where it is gone another does', async () => {
    const first = start();
    first.want(['camera']);
    await first.isOpen('camera');
    first.send({ type: 'choose', kind: 'camera', deviceId: 'camera-2' });
    await eventually(() => expect(browser.trackOf('camera').deviceId).toBe('camera-2'));
    expect(browser.live).toEqual(['camera']);
    first.stop();

    const second = start();
    second.want(['camera']);
    await second.isOpen('camera');
    expect(browser.trackOf('camera').deviceId).toBe('camera-2');
    second.stop();

    browser.unplug('camera-2');
    const third = start();
    third.want(['camera']);
    await third.isOpen('camera');
    expect(browser.trackOf('camera').deviceId).toBe('camera-1');
    expect(third.context().chosen.camera).toBe('camera-1');
  });

  test('counts for the page where nothing can be kept', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => 'no json',
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    });
    const { want, send, isOpen } = start();
    send({ type: 'choose', kind: 'camera', deviceId: 'camera-2' });
    want(['camera']);
    await isOpen('camera');
    expect(browser.trackOf('camera').deviceId).toBe('camera-2');
  });

  test('to the other camera of a telephone, which gives one at a time', async () => {
    browser.devices = [
      { source: 'camera', deviceId: 'front', facing: 'user' },
      { source: 'camera', deviceId: 'back', facing: 'environment' },
    ];
    const { want, send, isOpen, codes } = start();
    want(['camera']);
    await isOpen('camera');
    const front = browser.trackOf('camera');
    browser.inUse.add('back');
    const stop = front.stop.bind(front);
    front.stop = () => {
      stop();
      browser.inUse.delete('back');
    };
    send({ type: 'flip' });
    await eventually(() => expect(browser.live).toEqual(['camera']));
    await eventually(() => expect(browser.trackOf('camera').deviceId).toBe('back'));
    expect(codes()).toEqual({});
  });
});
