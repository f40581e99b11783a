import type { Source } from '@eyeline/protocol';
import { vi } from 'vitest';

type DeviceSource = 'camera' | 'microphone';
const kinds = { camera: 'videoinput', microphone: 'audioinput' } as const;

export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readyState = 'live';
  muted = false;
  readonly shapes: MediaTrackConstraints[] = [];
  readonly source: Source;
  readonly deviceId: string;

  constructor(source: Source, deviceId: string) {
    super();
    this.source = source;
    this.deviceId = deviceId;
  }

  get kind(): string {
    return this.source === 'microphone' ? 'audio' : 'video';
  }
  stop(): void {
    this.readyState = 'ended';
  }
  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }
  async applyConstraints(shape: MediaTrackConstraints): Promise<void> {
    this.shapes.push(shape);
  }
  /** What the browser does when the device is gone. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
  mute(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }
}

class FakeStream {
  readonly #tracks: readonly FakeTrack[];
  constructor(tracks: readonly FakeTrack[]) {
    this.#tracks = tracks;
  }
  getTracks = () => this.#tracks;
  getVideoTracks = () => this.#tracks.filter(({ kind }) => kind === 'video');
  getAudioTracks = () => this.#tracks.filter(({ kind }) => kind === 'audio');
}

class FakeStatus extends EventTarget {
  state: PermissionState = 'prompt';
}

const exactIn = (constraints: MediaTrackConstraints, name: 'deviceId' | 'facingMode'): unknown => {
  const value = constraints[name];
  return typeof value === 'object' && 'exact' in value ? value.exact : undefined;
};

/** Camera, microphone, permissions and the person in front of a browser, in the place of `navigator`. */
export class FakeBrowser {
  /** Every device, as it is plugged in. */
  devices: { source: DeviceSource; deviceId: string; facing?: string }[] = [
    { source: 'camera', deviceId: 'camera-1' },
    { source: 'camera', deviceId: 'camera-2' },
    { source: 'microphone', deviceId: 'microphone-1' },
  ];
  readonly permissions = { camera: new FakeStatus(), microphone: new FakeStatus() };
  /** Devices that another program has. */
  readonly inUse = new Set<string>();
  /** What the person does when the browser asks. */
  person: 'allows' | 'blocks' | 'closes' = 'allows';
  readonly tracks: FakeTrack[] = [];
  /** What was asked of the browser. */
  readonly asked: MediaStreamConstraints[] = [];
  /** How often the person was asked. */
  prompts = 0;
  /** Holds the answers back until it is resolved. */
  gate: Promise<void> = Promise.resolve();
  readonly page = new EventTarget();
  readonly #changes = new EventTarget();

  constructor() {
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
    vi.stubGlobal('window', this.page);
    for (const name of ['addEventListener', 'removeEventListener'] as const)
      vi.stubGlobal(name, this.page[name].bind(this.page));
    vi.stubGlobal('navigator', {
      vendor: 'Google Inc.',
      permissions: { query: async ({ name }: { name: DeviceSource }) => this.permissions[name] },
      mediaDevices: Object.assign(this.#changes, {
        getUserMedia: (constraints: MediaStreamConstraints) => this.#give(constraints),
        getDisplayMedia: async () => this.#stream([new FakeTrack('screen', '')]),
        enumerateDevices: async () =>
          this.devices.map(({ source, deviceId }) => ({
            kind: kinds[source],
            deviceId: this.permissions[source].state === 'granted' ? deviceId : '',
            label: `The ${deviceId}`,
          })),
      }),
    });
  }

  get live(): readonly string[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live').map(({ source }) => source);
  }

  trackOf(source: Source): FakeTrack {
    const track = this.tracks.findLast(one => one.source === source && one.readyState === 'live');
    if (!track) throw new Error(`no ${source} is open`);
    return track;
  }

  permit(source: DeviceSource, state: PermissionState): void {
    this.permissions[source].state = state;
    this.permissions[source].dispatchEvent(new Event('change'));
  }

  unplug(deviceId: string): void {
    this.devices = this.devices.filter(device => device.deviceId !== deviceId);
    for (const track of this.tracks) if (track.deviceId === deviceId && track.readyState === 'live') track.end();
    this.#changes.dispatchEvent(new Event('devicechange'));
  }

  plug(source: DeviceSource, deviceId: string): void {
    this.devices.push({ source, deviceId });
    this.#changes.dispatchEvent(new Event('devicechange'));
  }

  #stream(tracks: FakeTrack[]): FakeStream {
    this.tracks.push(...tracks);
    return new FakeStream(tracks);
  }

  async #give(constraints: MediaStreamConstraints): Promise<FakeStream> {
    this.asked.push(constraints);
    const wanted = [
      ...(constraints.video ? [['camera', constraints.video] as const] : []),
      ...(constraints.audio ? [['microphone', constraints.audio] as const] : []),
    ];
    const found = wanted.map(([source, of]) => {
      const exact = typeof of === 'object' ? exactIn(of, 'deviceId') : undefined;
      const facing = typeof of === 'object' ? exactIn(of, 'facingMode') : undefined;
      const ofKind = this.devices.filter(device => device.source === source);
      if (ofKind.length === 0) throw new DOMException('', 'NotFoundError');
      const device = ofKind.find(
        one => (exact === undefined || one.deviceId === exact) && (facing === undefined || one.facing === facing),
      );
      if (!device) throw new DOMException('', 'OverconstrainedError');
      return device;
    });
    await this.gate;
    const states = wanted.map(([source]) => this.permissions[source]);
    if (states.some(({ state }) => state === 'denied')) throw new DOMException('Permission denied', 'NotAllowedError');
    if (states.some(({ state }) => state === 'prompt')) {
      this.prompts += 1;
      if (this.person === 'closes') throw new DOMException('Permission dismissed', 'NotAllowedError');
      for (const status of states) status.state = this.person === 'allows' ? 'granted' : 'denied';
      if (this.person === 'blocks') throw new DOMException('Permission denied', 'NotAllowedError');
    }
    if (found.some(({ deviceId }) => this.inUse.has(deviceId))) throw new DOMException('', 'NotReadableError');
    return this.#stream(found.map(({ source, deviceId }) => new FakeTrack(source, deviceId)));
  }
}
