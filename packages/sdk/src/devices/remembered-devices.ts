import type { DeviceEffects, DeviceIds } from '@eyeline/machines';
import type { SessionStorage } from '../tab-store.ts';

const key = 'eyeline.devices';

/** What a person chose for all their calls in this browser. */
interface Remembered {
  readonly preferred: DeviceIds;
  readonly effects: DeviceEffects;
}

/** What the person chose is the browser's, for every visit; null where the browser forbids it, as in a sandboxed frame. */
function storageOfBrowser(): SessionStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const textIn = (of: object, name: string): string | null => {
  const value: unknown = Reflect.get(of, name);
  return typeof value === 'string' && value !== '' ? value : null;
};

export function readDevices(storage: SessionStorage | null = storageOfBrowser()): Remembered | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    return {
      preferred: {
        camera: textIn(kept, 'camera'),
        microphone: textIn(kept, 'microphone'),
        speaker: textIn(kept, 'speaker'),
      },
      // A page that is reloaded shows nobody what was blurred before.
      effects: { blur: Reflect.get(kept, 'blur') === true, noise: Reflect.get(kept, 'noise') === true },
    };
  } catch {
    return null;
  }
}

/** A storage that is full or forbidden: the choice counts for this page. */
export function rememberDevices(
  { preferred, effects }: Remembered,
  storage: SessionStorage | null = storageOfBrowser(),
): void {
  try {
    storage?.setItem(key, JSON.stringify({ ...preferred, ...effects }));
  } catch {}
}
