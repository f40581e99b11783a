import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../statistics.ts';
import { BoxProcess } from './box-process.ts';
import { EyelineConnection } from './eyeline-connection.ts';
import { userIds } from './large-centre.ts';

const mb = 1024 * 1024;

/** What following a Finesse costs at so many changes a second, the box in another process. */
export async function measureFollowing(
  agents: number,
  teams: number,
  perSecond: number,
  seconds: number,
): Promise<string[]> {
  const box = await BoxProcess.start(agents, teams, 0);
  try {
    await box.ready();
    const connection = await EyelineConnection.open(box, agents);
    await box.change(perSecond, 3_000);
    await sleep(200);
    globalThis.gc?.();
    const arrivals = new Map<string, number[]>(userIds(agents).map(id => [id, []]));
    connection.onChanged = userId => arrivals.get(userId)?.push(performance.timeOrigin + performance.now());
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const before = process.cpuUsage();
    const start = performance.now();
    const { sentAt, cpuMs, ms } = await box.change(perSecond, seconds * 1000);
    const { user, system } = process.cpuUsage(before);
    const ownMs = performance.now() - start;
    delay.disable();
    await sleep(500);
    const { heapUsed, rss } = process.memoryUsage();
    await connection.close();
    // Agents change in turn, and each one's notifications keep their order.
    const ids = [...arrivals.keys()];
    const lags = sentAt.flatMap((at, index) => {
      const arrival = arrivals.get(ids[index % ids.length] ?? '')?.[Math.floor(index / ids.length)];
      return arrival === undefined ? [] : [arrival - at];
    });
    if (lags.length !== sentAt.length) throw new Error(`${lags.length} of ${sentAt.length} changes arrived.`);
    return [
      Math.round((sentAt.length * 1000) / ms).toString(),
      `${((user + system) / 10 / ownMs).toFixed(1)} %`,
      `${((cpuMs * 100) / ms).toFixed(1)} %`,
      ...[0.5, 0.95, 0.99, 1].map(share => quantile(lags, share).toFixed(1)),
      ...[50, 99].map(share => (delay.percentile(share) / 1e6).toFixed(1)),
      `${(heapUsed / mb).toFixed(0)} / ${(rss / mb).toFixed(0)}`,
    ];
  } finally {
    await box.stop();
  }
}
