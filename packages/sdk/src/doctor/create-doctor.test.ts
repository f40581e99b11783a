import type { Check } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDoctor } from './create-doctor.ts';

const never = () => new Promise<never>(() => {});
/** Answers nothing, and closes without a word. */
class Silent extends EventTarget {
  readonly iceGatheringState = 'gathering';
  close(): void {}
  createDataChannel(): EventTarget {
    return new EventTarget();
  }
  readonly createOffer = never;
  readonly addIceCandidate = never;
}
/** Reaches every relay just before it is too late, and then lets nothing through. */
class Slow extends Silent {
  constructor() {
    super();
    const candidate = { candidate: { type: 'relay' } };
    setTimeout(() => this.dispatchEvent(Object.assign(new Event('icecandidate'), candidate)), 2_900);
  }
}
const briefing = {
  iceServers: [{ urls: ['turn:a.example', 'turns:a.example?transport=tcp'], username: 'u', credential: 'c' }],
  mediaServer: null,
};
const abortable = (signal: AbortSignal, answer: Promise<Response>) =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error()))),
  ]);
const later = (ms: number, body: unknown) =>
  new Promise<Response>(resolve => setTimeout(() => resolve(Response.json(body)), ms));

let permission: PermissionState;
beforeEach(() => {
  permission = 'granted';
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'https://help.example' });
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('WebSocket', Silent);
  vi.stubGlobal('RTCPeerConnection', Silent);
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal('navigator', {
    userAgent: 'Browser 1',
    mediaDevices: { getUserMedia: never },
    permissions: { query: async () => ({ state: permission }) },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function afterEightSeconds(network = false) {
  const over: (readonly Check[])[] = [];
  void createDoctor({ network })
    .examine(() => {})
    .findings.then(found => {
      over.push(found.checks);
    });
  await vi.advanceTimersByTimeAsync(8_000);
  return over[0] && Object.fromEntries(over[0].map(({ name, status, code }) => [name, code ?? status]));
}

test('where nothing answers it is over after eight seconds, and says of each what it knows', async () => {
  vi.stubGlobal('fetch', (_: URL, { signal }: { signal: AbortSignal }) => abortable(signal, never()));
  expect(await afterEightSeconds()).toEqual({
    ...{ camera: 'took-too-long', microphone: 'took-too-long', signalling: 'server-unreachable', stun: 'skipped' },
    ...{ 'turn-udp': 'skipped', 'turn-tcp': 'skipped', 'turn-tls': 'skipped', 'bit-rate': 'skipped' },
  });
});

test('where each step takes as long as it may, too', async () => {
  vi.stubGlobal('fetch', (_: URL, { signal }: { signal: AbortSignal }) => abortable(signal, later(1_900, briefing)));
  vi.stubGlobal('RTCPeerConnection', Slow);
  expect(await afterEightSeconds(true)).toEqual({
    ...{ signalling: 'socket-blocked', stun: 'skipped', 'turn-udp': 'success', 'turn-tcp': 'skipped' },
    ...{ 'turn-tls': 'success', 'bit-rate': 'bit-rate-unknown' },
  });
});

test('the time that a person takes to answer the browser is theirs', async () => {
  permission = 'prompt';
  vi.stubGlobal('fetch', (_: URL, { signal }: { signal: AbortSignal }) => abortable(signal, never()));
  expect(await afterEightSeconds()).toBeUndefined();
});
