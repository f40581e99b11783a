import { cpus, loadavg } from 'node:os';
import type { Span } from './store-arrivals.ts';
import { bareP99 } from './store-bare.ts';
import { arriveAtOnce, arriveSteadily, type Engine, runStore } from './store-run.ts';
import { causeTable, matchTable, type NamedRun, stageTable } from './store-tables.ts';

const agents = 12_000;
const warmUpMs = 5000;
/** How many requests are under way at once when nobody waits for a clock. */
const outstanding = 256;

export interface StoreOptions {
  readonly engine: Engine;
  readonly seconds: number;
  readonly rates: readonly number[];
}

/** Matches that are on disk: how many a second, how long from the request to the committed offer, and why. */
export async function store({ engine, seconds, rates }: StoreOptions): Promise<void> {
  const span: Span = { warmUpMs, measuredMs: seconds * 1000 };
  const where = engine === 'PGlite' ? 'embedded (PGlite on a thread)' : 'a PostgreSQL server beside it';
  console.log(`${agents} agents, ${where}, ${warmUpMs / 1000} s to warm up, ${seconds} s measured.`);
  console.log(
    'Each request is an interaction with its log; each visit is accepted, ends and is wrapped up: 3 changes.',
  );
  const runs: NamedRun[] = [];
  const bare = new Map<string, number>();
  for (const perSecond of rates) {
    const name = `${perSecond}/s`;
    runs.push([name, await runStore(engine, agents, arriveSteadily(perSecond), span)]);
    bare.set(name, await bareP99(engine, perSecond, span));
  }
  runs.push([`${outstanding} at once`, await runStore(engine, agents, arriveAtOnce(outstanding), span)]);
  console.log(matchTable(runs, bare));
  console.log('From the instant a request is due to its offer on disk. Bare: the same bytes, one row a commit.');
  console.log('Aim: 5 000/s, p99 5 ms.\n');
  console.log(`${stageTable(runs)}\n`);
  console.log(causeTable(runs));
  const load = loadavg().map(one => one.toFixed(1));
  console.log(`${cpus().length} cores, load ${load.join(' ')}: what else runs here is in these figures.`);
}
