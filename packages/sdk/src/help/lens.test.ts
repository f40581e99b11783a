import type { LensOrder } from '@eyeline/machines';
import type { Lens, LensSetting } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { createActor, type EventObject, setup } from 'xstate';
import { lens } from './lens.ts';

/** A camera whose device has these. */
function cameraWith(capabilities: object | null) {
  const applied: object[] = [];
  let settings = {};
  return {
    applied,
    ...{ id: 'camera', readyState: 'live' },
    ...(capabilities && { getCapabilities: () => capabilities }),
    getSettings: () => settings,
    getConstraints: () => ({ height: { max: 720 }, advanced: [{ torch: false }] }),
    applyConstraints: async (constraints: { advanced: object[] }) => {
      applied.push(constraints);
      settings = { ...settings, ...Object.assign({}, ...constraints.advanced) };
    },
  };
}

function watch(camera: ReturnType<typeof cameraWith>) {
  const heard: Lens[] = [];
  const parent = createActor(
    setup({ actors: { lens } }).createMachine({
      invoke: { id: 'lens', src: 'lens', input: { track: camera } },
      on: {
        '*': { actions: ({ event }: { event: EventObject & { lens?: Lens } }) => event.lens && heard.push(event.lens) },
      },
    }),
  ).start();
  const set = (setting: LensSetting) =>
    parent.getSnapshot().children['lens']?.send({ type: 'lens.set', setting } satisfies LensOrder);
  return { heard, set };
}

test('light and zoom are set beside each other and beside what the picture is bounded by', async () => {
  const camera = cameraWith({ torch: true, zoom: { min: 1, max: 4, step: 0.5 } });
  const { heard, set } = watch(camera);
  expect(heard).toEqual([{ light: false, zoom: { min: 1, max: 4, step: 0.5, at: 1 } }]);
  set({ light: true });
  await expect.poll(() => heard.at(-1)?.light).toBe(true);
  set({ zoom: 9 });
  await expect.poll(() => heard.at(-1)?.zoom?.at).toBe(4);
  expect(camera.applied).toEqual([
    { height: { max: 720 }, advanced: [{ torch: true }] },
    { height: { max: 720 }, advanced: [{ torch: true, zoom: 4 }] },
  ]);
});

test('what a camera does not have is neither offered nor set', () => {
  // Firefox knows no capabilities, and the older form of a light is a list.
  for (const capabilities of [null, {}, { torch: [false], zoom: { min: 1, max: 1, step: 0 } }]) {
    const { heard, set } = watch(cameraWith(capabilities));
    set({ light: true, zoom: 2 });
    expect(heard).toEqual([]);
  }
  const lit = cameraWith({ torch: [false, true] });
  const { heard, set } = watch(lit);
  set({ zoom: 2 });
  expect(heard.at(-1)).toEqual({ light: false, zoom: null });
  expect(lit.applied).toEqual([]);
});
