import { type DesiredMedia, fallbackAfter, type MediaReport, noFallback } from '@eyeline/machines';
import { sampleOf } from './health-sample.ts';

/** Between two looks that count, ms. */
const lookMs = 1000;

/** Says how much is to be sent of the own pictures, whenever that is another. */
export function watchFallback(report: (report: MediaReport) => void, now = () => performance.now()) {
  let fallback = noFallback;
  let desired: DesiredMedia | null = null;
  let lookedAt = -Infinity;
  return {
    follow(wanted: DesiredMedia | null): void {
      desired = wanted;
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
      fallback = fallbackAfter(fallback, sampleOf(stats, atMs), desired.shows);
      if (fallback.step !== step) report({ type: 'media.fallback', step: fallback.step, cause: fallback.cause });
    },
  };
}
