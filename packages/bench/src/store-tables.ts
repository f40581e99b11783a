import { quantile } from './statistics.ts';
import type { Journey, StoreRun } from './store-run.ts';
import type { Effort } from './store-trips.ts';
import { table } from './table.ts';

/** A run and what it is called at the head of its column. */
export type NamedRun = readonly [name: string, run: StoreRun];

const latencyOf = ({ dueAt, notifiedAt }: Journey): number => notifiedAt - dueAt;

export const latencies = ({ journeys }: Pick<StoreRun, 'journeys'>): number[] => journeys.map(latencyOf);

type Stage = readonly [name: string, ms: (journey: Journey) => number];

/** What a request goes through, one after the other: together they are its latency. */
const stages: readonly Stage[] = [
  ['comes late: the event loop is busy', ({ dueAt, begunAt }) => begunAt - dueAt],
  ['is decided', ({ begunAt, trip }) => (trip ? trip.submittedAt - begunAt : 0)],
  ['waits for the commit before', ({ trip }) => (trip?.commit ? trip.commit.startedAt - trip.submittedAt : 0)],
  [
    'PostgreSQL in its thread (WASM)',
    ({ trip }) => (trip?.commit ? trip.commit.statement.ms - trip.commit.statement.syncMs : 0),
  ],
  ['fsync', ({ trip }) => trip?.commit?.statement.syncMs ?? 0],
  [
    'JSON, the way there and back, a server’s commit',
    ({ trip }) => (trip?.commit ? trip.commit.endedAt - trip.commit.startedAt - trip.commit.statement.ms : 0),
  ],
  ['is told', ({ trip, notifiedAt }) => (trip?.commit ? notifiedAt - trip.commit.endedAt : 0)],
];

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where the time of a request goes: of all of them, and of the slowest one in a hundred. */
export function stageTable(runs: readonly NamedRun[]): string {
  const columns = runs.map(([, { journeys }]) => {
    const sorted = [...journeys].sort((one, other) => latencyOf(other) - latencyOf(one));
    return [journeys, sorted.slice(0, Math.ceil(sorted.length / 100))] as const;
  });
  const cell = (of: (journey: Journey) => number) =>
    columns.map(([all, slowest]) => `${mean(all.map(of)).toFixed(2)} / ${mean(slowest.map(of)).toFixed(2)}`);
  const takeTime = stages.filter(([, of]) => runs.some(([, { journeys }]) => journeys.some(one => of(one) > 0)));
  const rows = [...takeTime, ['together', latencyOf] as const].map(([name, of]) => [name, ...cell(of)]);
  return table(['ms: mean of all / of the slowest 1 %', ...runs.map(([name]) => name)], rows);
}

/** What the two threads and the machine were busy with. */
export function causeTable(runs: readonly NamedRun[]): string {
  const row = (name: string, cell: (run: StoreRun) => string) => [name, ...runs.map(([, run]) => cell(run))];
  const share = (ms: number, { use }: StoreRun) => `${((ms * 100) / use.wallMs).toFixed(1)} %`;
  const effort = (name: string, of: (run: StoreRun) => Effort) =>
    row(name, run => `${share(of(run).totalMs, run)}, ${of(run).longestMs.toFixed(1)} ms`);
  const rest = (run: StoreRun) => {
    const { deciding, notifying, snapshots, handingOver } = run.trips;
    const known = [deciding, notifying, snapshots, handingOver].reduce((sum, { totalMs }) => sum + totalMs, 0);
    return share(run.use.loopBusy * run.use.wallMs - known, run);
  };
  const statements = ({ trips }: StoreRun) => trips.commits.map(({ statement }) => statement);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const longest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);
  return table(
    ['share of one core, longest', ...runs.map(([name]) => name)],
    [
      effort('decisions', ({ trips }) => trips.deciding),
      effort('notifying', ({ trips }) => trips.notifying),
      effort('snapshots', ({ trips }) => trips.snapshots),
      effort('handing a batch over (JSON)', ({ trips }) => trips.handingOver),
      row('load generator, promises, the rest', rest),
      effort('in all these: GC, young', ({ use }) => use.scavenges),
      effort('in all these: GC, old', ({ use }) => use.markSweeps),
      row(
        'event loop: timers late, p99 and longest',
        ({ use: { loopDelay } }) => `${loopDelay.p99.toFixed(1)}, ${loopDelay.longest.toFixed(1)} ms`,
      ),
      row('store thread: WASM', run => {
        const ms = statements(run).map(one => one.ms - one.syncMs);
        return `${share(sum(ms), run)}, ${longest(ms).toFixed(1)} ms`;
      }),
      row('store thread: fsync', run => {
        const ms = statements(run).map(one => one.syncMs);
        return `${share(sum(ms), run)}, ${longest(ms).toFixed(1)} ms`;
      }),
      row('commits a second, records each', ({ trips: { commits }, use: { wallMs } }) => {
        const records = sum(commits.map(commit => commit.records)) / Math.max(1, commits.length);
        return `${((commits.length * 1000) / wallMs).toFixed(0)}, ${records.toFixed(0)}`;
      }),
      row('commits with a new log file or a checkpoint', run => {
        const longer = statements(run).filter(({ syncs }) => syncs > 2);
        return `${longer.length}, ${longest(longer.map(({ ms }) => ms)).toFixed(0)} ms`;
      }),
      row('snapshots, in parts', ({ trips }) => `${trips.wholeSnapshots} in ${trips.snapshots.count}`),
      row('cores: event loop, whole process, all others', ({ use }) =>
        [use.loopCores, use.ownCores, use.otherCores].map(cores => cores.toFixed(2)).join(', '),
      ),
      row('processor µs a match, whole process', ({ use, journeys }) =>
        ((use.ownCores * use.wallMs * 1000) / Math.max(1, journeys.length)).toFixed(0),
      ),
      row('heap MB', ({ use }) => use.heapMB.toFixed(0)),
    ],
  );
}

/** Matches a second and how long they took. */
export function matchTable(runs: readonly NamedRun[], bareP99: ReadonlyMap<string, number>): string {
  const rows = runs.map(([name, run]) => {
    const all = latencies(run);
    const at = (share: number) => (all.length === 0 ? '' : quantile(all, share).toFixed(1));
    const bare = bareP99.get(name);
    return [
      name,
      ((all.length * 1000) / run.use.wallMs).toFixed(0),
      ...[0.5, 0.99, 0.999].map(at),
      bare === undefined ? '' : bare.toFixed(1),
      bare === undefined || all.length === 0 ? '' : (quantile(all, 0.99) / bare).toFixed(1),
      String(run.unmatched),
    ];
  });
  const head = ['requests', 'durable matches/s', 'median ms', 'p99 ms', 'p99.9 ms', 'bare p99', 'ratio', 'no offer'];
  return table(head, rows);
}
