import type { CallContext, DevicesContext } from '@eyeline/machines';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepReady, keptReady } from './kept-ready.ts';

const call = { interactionId: 'i-1' } as CallContext;
const granted: Pick<DevicesContext, 'permissions'> = { permissions: { camera: 'granted', microphone: 'granted' } };
const ready = {
  interactionId: 'i-1',
  picture: 'camera',
  wishes: { camera: true, microphone: true },
  consent: '',
} as const;

let stored: string | null;
beforeEach(() => {
  stored = null;
  vi.stubGlobal('sessionStorage', {
    getItem: () => stored,
    setItem: (_: string, value: string) => {
      stored = value;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('who was ready before a reload is ready after it', () => {
  expect(keptReady(call, granted, '')).toBeNull();
  keepReady(ready);
  expect(keptReady(call, granted, '')).toEqual({
    ...{ type: 'get-ready', picture: 'camera', consent: '' },
    wishes: { camera: true, microphone: true },
  });
});

test('not for another conversation, other words to agree to, or where the browser would ask', () => {
  keepReady(ready);
  expect(keptReady({ interactionId: 'i-2' } as CallContext, granted, '')).toBeNull();
  expect(keptReady(call, granted, 'We may look at your lamp.')).toBeNull();
  expect(keptReady(call, { permissions: { camera: 'prompt', microphone: 'granted' } }, '')).toBeNull();
  expect(keptReady(call, { permissions: {} }, '')).toBeNull();
  // What is not opened needs no permission.
  keepReady({ ...ready, wishes: { camera: false, microphone: true } });
  expect(keptReady(call, { permissions: { microphone: 'granted' } }, '')).not.toBeNull();
});

test('what a page has written there itself, or a browser that keeps nothing, makes nobody ready', () => {
  for (const wrong of ['', '{', '[]', '{"interactionId":"i-1","wishes":{},"picture":"camera","consent":""}']) {
    stored = wrong;
    expect(keptReady(call, granted, '')).toBeNull();
  }
  vi.stubGlobal('sessionStorage', undefined);
  keepReady(ready);
  expect(keptReady(call, granted, '')).toBeNull();
});
