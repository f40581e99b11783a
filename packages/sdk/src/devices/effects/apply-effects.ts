import type { CaptureRequest } from '@eyeline/machines';
import type { Captured } from '../captured.ts';

const effects = {
  blur: {
    source: 'camera',
    apply: async (raw: MediaStreamTrack, folder: string) => (await import('./blur.ts')).blurBackground(raw, folder),
  },
  noise: {
    source: 'microphone',
    apply: async (raw: MediaStreamTrack, folder: string) => (await import('./noise.ts')).suppressNoise(raw, folder),
  },
} as const;

/**
 * Tracks with the effects that are wanted. One whose effect fails is stopped: nothing without it comes in its place. `onFailed`
 * hears of those whose device may do without.
 */
export async function applyEffects(
  captured: Captured,
  request: CaptureRequest,
  folder: string,
  onFailed: (effect: 'noise') => void,
): Promise<Captured> {
  const tracks = { ...captured.tracks };
  const failures = { ...captured.failures };
  const applied = (['blur', 'noise'] as const).map(async name => {
    const { source, apply } = effects[name];
    const raw = tracks[source];
    if (!raw || !request.effects[name]) return;
    try {
      tracks[source] = await apply(raw, folder);
    } catch {
      const isLost = raw.readyState === 'ended';
      raw.stop();
      delete tracks[source];
      failures[source] = isLost ? 'ended' : 'effect-failed';
      if (!isLost && name === 'noise') onFailed(name);
    }
  });
  await Promise.all(applied);
  return { tracks, failures };
}
