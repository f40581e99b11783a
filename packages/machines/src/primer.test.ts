import type { Source } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { Permission } from './devices.ts';
import { closedDevices, type OfSources } from './devices-context.ts';
import { type Primer, primerOf } from './primer.ts';

const both: readonly Source[] = ['camera', 'microphone'];

test.each<[OfSources<Permission>, readonly Source[], Primer]>([
  [{}, both, 'asks'],
  [{ camera: 'prompt', microphone: 'granted' }, both, 'asks'],
  [{ camera: 'granted', microphone: 'granted' }, both, 'opens'],
  [{ camera: 'prompt', microphone: 'granted' }, ['microphone'], 'opens'],
  [{ camera: 'denied', microphone: 'granted' }, both, 'opens'],
  [{ camera: 'denied', microphone: 'prompt' }, both, 'asks'],
  [{ camera: 'denied', microphone: 'denied' }, both, 'blocked'],
  [{ camera: 'granted' }, ['screen'], 'asks'],
  [{}, [], 'opens'],
])('%o, wanted: %o: %s', (permissions, sources, primer) => {
  expect(primerOf({ ...closedDevices, permissions }, sources)).toBe(primer);
});

test('what is open is not asked for, whatever the browser calls its permission', () => {
  const open = { camera: { track: { id: 'track' }, isMuted: false, setup: closedDevices.setup } };
  expect(primerOf({ ...closedDevices, open, permissions: { camera: 'prompt' } }, ['camera'])).toBe('opens');
});
