import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContactCentre, parseConfig, type RunningContactCentre } from '@eyeline/server';
import { pino } from 'pino';
import { quantile } from './statistics.ts';
import { request, serve, signInAgents } from './store-load.ts';
import { table } from './table.ts';

type Centre = RunningContactCentre['centre'];

const agents = 12_000;
const warmUpMs = 2000;
const measuredMs = 6000;
/** How many requests are under way at once when nobody waits for a clock. */
const outstanding = 256;

interface Result {
  readonly unmatched: number;
  readonly perSecond: number;
  /** From the instant a request was due to its offer on disk, in ms. */
  readonly latencies: readonly number[];
}

/** Requests at a steady rate, whether the ones before are done or not: a slow store cannot hide by asking less. */
async function steady(centre: Centre, perSecond: number): Promise<Result> {
  const recorder = new Recorder();
  const rest: Promise<void>[] = [];
  const startedAt = performance.now();
  const endAt = startedAt + warmUpMs + measuredMs;
  for (let number = 0; ; ) {
    const now = performance.now();
    for (; startedAt + (number * 1000) / perSecond <= now; number += 1) {
      const dueAt = startedAt + (number * 1000) / perSecond;
      if (dueAt >= endAt) {
        await Promise.all(rest);
        return recorder.result(measuredMs);
      }
      rest.push(visit(centre, dueAt, dueAt >= startedAt + warmUpMs ? recorder : null));
    }
    await new Promise(done => setTimeout(done, 0));
  }
}

/** As many as the store takes. */
async function saturated(centre: Centre): Promise<Result> {
  const recorder = new Recorder();
  const startedAt = performance.now();
  const worker = async () => {
    for (;;) {
      const now = performance.now();
      if (now >= startedAt + warmUpMs + measuredMs) return;
      await visit(centre, now, now >= startedAt + warmUpMs ? recorder : null);
    }
  };
  await Promise.all(Array.from({ length: outstanding }, worker));
  return recorder.result(measuredMs);
}

async function visit(centre: Centre, dueAt: number, recorder: Recorder | null): Promise<void> {
  const requested = await request(centre);
  recorder?.add(performance.now() - dueAt, requested.offer !== undefined);
  await serve(centre, requested);
}

class Recorder {
  readonly #latencies: number[] = [];
  #unmatched = 0;

  add(ms: number, isMatched: boolean): void {
    if (isMatched) this.#latencies.push(ms);
    else this.#unmatched += 1;
  }

  result(ms: number): Result {
    const latencies = this.#latencies;
    return { unmatched: this.#unmatched, perSecond: (latencies.length * 1000) / ms, latencies };
  }
}

const shown = ({ latencies }: Result, share: number): string => quantile(latencies, share).toFixed(1);

/** A contact centre of its own: what an overload leaves behind must not slow the next one down. */
async function measure(run: (centre: Centre) => Promise<Result>): Promise<Result> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  const config = parseConfig({
    entryPoints: [{ entryPointId: 'support', title: 'Support' }],
    // An offer that comes late under overload is still taken.
    routing: { agentDefaults: { domains: { chat: 1 } }, policy: { offerPatienceMs: 600_000 } },
    sfu: { port: 0 },
  });
  const log = pino({ level: 'silent' });
  const { centre, close } = await createContactCentre({ config, dataDirectory, log });
  try {
    await signInAgents(centre, agents);
    return await run(centre);
  } finally {
    await close();
    await rm(dataDirectory, { recursive: true });
  }
}

/** Matches that are on disk: how many a second, and how long from the request to the committed offer. */
export async function store(): Promise<void> {
  console.log(`${agents} agents; each request is an interaction with its log, each visit ends and is wrapped up.`);
  const rows: string[][] = [];
  const row = (name: string, result: Result) =>
    rows.push([
      name,
      result.perSecond.toFixed(0),
      shown(result, 0.5),
      shown(result, 0.99),
      shown(result, 0.999),
      String(result.unmatched),
    ]);
  for (const perSecond of [500, 1000, 2000, 5000])
    row(`${perSecond} a second`, await measure(centre => steady(centre, perSecond)));
  row(`${outstanding} at once`, await measure(saturated));
  console.log(table(['requests', 'durable matches/s', 'median ms', 'p99 ms', 'p99.9 ms', 'without an offer'], rows));
  console.log('From the instant a request is due to its offer on disk (one fsync a commit). Aim: 5 000/s, p99 5 ms.');
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}: what else runs here is in these figures.`);
}
