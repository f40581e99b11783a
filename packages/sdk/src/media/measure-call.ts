import { type MediaReport, measuresOf, metered, startMeter } from '@eyeline/machines';
import { sampleOf } from './health-sample.ts';

/** Between two looks that are counted, and between two times that it is told here, and to the server, ms. */
const lookMs = 1000;
const tellMs = 5000;
const dueMs = 60_000;

/** Counts how a call's media is, from the beginning to its end. */
export function measureCall(report: (report: MediaReport) => void, pageId: string, now = () => performance.now()) {
  let meter = startMeter(now());
  let [lookedAt, toldAt, saidAt] = [-Infinity, now(), now()];
  return {
    sample(epoch: number, stats: readonly unknown[], isPicture: boolean): void {
      const at = now();
      const isAwaited = meter.firstFrameMs === null;
      if (!isAwaited && at - lookedAt < lookMs) return;
      lookedAt = at;
      const isFirst = meter.firstFrameMs === null;
      meter = metered(meter, epoch, sampleOf(stats, at), isPicture);
      const isSeen = isFirst && meter.firstFrameMs !== null;
      const isDue = at - saidAt >= dueMs;
      if (!isDue && !isSeen && at - toldAt < tellMs) return;
      toldAt = at;
      if (isDue) saidAt = at;
      report({ type: 'media.measured', measures: measuresOf(meter, pageId), isDue });
    },
  };
}
