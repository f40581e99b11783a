import { quantile } from '../statistics.ts';
import { BareConnection } from './bare-connection.ts';
import { BoxProcess } from './box-process.ts';
import { measureDiskWrites } from './disk-write.ts';
import { EyelineConnection } from './eyeline-connection.ts';
import { userIds } from './large-centre.ts';

const agents = 20;
const teams = 2;
const blocks = 6;
const warmUp = 20;

/**
 * From the choice of an agent to the notification that confirms NOT_READY: ours (decided, kept on disk, asked, confirmed),
 * and the bare client's at the same Finesse. In blocks by turns, each alone with the box.
 * @param changeMs the box's own, between 202 and the change
 */
export async function measureTaking(changes: number, changeMs: number): Promise<string[]> {
  const box = await BoxProcess.start(agents, teams, changeMs);
  const times = { bare: [] as number[], ours: [] as number[], disk: [] as number[] };
  try {
    await box.ready();
    const ids = userIds(agents);
    const size = Math.ceil(changes / blocks);
    for (let block = 0; block < blocks; block++) {
      const bare = await BareConnection.open(box, teams);
      for (let n = -warmUp; n < size; n++) {
        const userId = ids[(n + warmUp) % ids.length] ?? '';
        const ms = await bare.change(userId, 'NOT_READY');
        await bare.change(userId, 'READY');
        if (n >= 0) times.bare.push(ms);
      }
      bare.close();
      times.disk.push(...measureDiskWrites(size));
      const ours = await EyelineConnection.open(box, agents);
      for (let n = -warmUp; n < size; n++) {
        const userId = ids[(n + warmUp) % ids.length] ?? '';
        const ms = await ours.take(userId);
        await ours.giveBack(userId);
        if (n >= 0) times.ours.push(ms);
      }
      await ours.close();
    }
  } finally {
    await box.stop();
  }
  const at = (share: number) => [quantile(times.bare, share), quantile(times.ours, share)] as const;
  const cells = [0.5, 0.95, 0.99].flatMap(share => {
    const [bare, ours] = at(share);
    return [bare.toFixed(1), ours.toFixed(1), (ours - bare).toFixed(1)];
  });
  const [bare, ours] = at(0.5);
  const disk = [0.5, 0.95].map(share => quantile(times.disk, share).toFixed(1)).join(' / ');
  return [`${changeMs} ms`, String(times.ours.length), ...cells, (ours / bare).toFixed(2), disk];
}
