import { loadavg } from 'node:os';
import { table } from '../table.ts';
import { measureFollowing } from './following.ts';
import { measureTaking } from './taking.ts';

const agents = 400;
const teams = 40;
const changesPerAgent = 5;

/** Agents who are taken off voice, beside a bare client; and a whole centre that is followed. */
export async function blending(changes: number, seconds: number): Promise<void> {
  const load = () => `load average ${loadavg()[0]?.toFixed(2)}`;
  console.log(
    'From the chosen agent to NOT_READY as it was notified, in ms; bare is a PUT and a WebSocket alone, ours also keeps on disk what it asks',
  );
  const taken = [await measureTaking(changes, 0), await measureTaking(changes, 20)];
  const shares = ['median', 'p95', 'p99'].flatMap(share => [`bare ${share}`, 'ours', 'added']);
  console.log(table(['Finesse itself', 'changes', ...shares, 'ours / bare', 'one disk write'], taken));
  console.log(`${load()}\n`);
  console.log(
    `${agents} agents on ${teams} teams, ${changesPerAgent} changes a second each, ${seconds} s; times in ms`,
  );
  const followed = await measureFollowing(agents, teams, agents * changesPerAgent, seconds);
  const head = [
    'notified/s',
    'our CPU',
    "box's CPU",
    'lag p50',
    'p95',
    'p99',
    'max',
    'loop p50',
    'p99',
    'heap / RSS MB',
  ];
  console.log(table(head, [followed]));
  console.log(load());
}
