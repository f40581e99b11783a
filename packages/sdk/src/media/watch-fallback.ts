import {
  type DesiredMedia,
  fallbackAfter,
  type MediaReport,
  noFallback,
  noSoundLoss,
  soundAfter,
} from '@eyeline/machines';
import { sampleOf } from './health-sample.ts';

/** Between two looks that count, ms. */
const lookMs = 1000;

/** Says how much is to be sent of the own pictures, whenever that is another, and when nothing that is said gets through. */
export function watchFallback(report: (report: MediaReport) => void, now = () => performance.now()) {
  let fallback = noFallback;
  let sound = noSoundLoss;
  let desired: DesiredMedia | null = null;
  let lookedAt = -Infinity;
  return {
    follow(wanted: DesiredMedia | null): void {
      desired = wanted;
      if (!wanted) sound = noSoundLoss;
    },
    /** What was held back is sent at once, as if nothing had been. */
    tryAgain(): void {
      fallback = { ...noFallback, patienceMs: fallback.patienceMs, takenAtMs: now() };
    },
    sample(epoch: number, stats: readonly unknown[]): void {
      const atMs = now();
      if (!desired || epoch !== desired.epoch || atMs - lookedAt < lookMs) return;
      lookedAt = atMs;
      const { step } = fallback;
      const sample = sampleOf(stats, atMs);
      sound = soundAfter(sound, sample, {
        isExpected: desired.receive.some(({ sources }) => sources.includes('microphone')),
        isReachable: desired.reachable,
      });
      if (sound.isGone) {
        sound = noSoundLoss;
        report({ type: 'media.fallback', step: 'chat', cause: 'network' });
        return;
      }
      fallback = fallbackAfter(fallback, sample, desired.shows);
      if (fallback.step !== step) report({ type: 'media.fallback', step: fallback.step, cause: fallback.cause });
    },
  };
}
