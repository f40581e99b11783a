import { cpus, loadavg } from 'node:os';
import { quantile } from '../statistics.ts';
import { table } from '../table.ts';
import type { RelayFigures } from './relay-load.ts';
import { type ConversationBytes, grow, measureAll, type Runner, stageShares, warm } from './relay-rounds.ts';
import { relayStart } from './relay-start.ts';
import { type RelayTarget, startBare, startEyeline } from './relay-target.ts';
import { stageNames } from './stages.ts';

export interface RelayOptions {
  readonly seconds: number;
  /** How many conversations are open; 0: that is left out. */
  readonly sizes: readonly number[];
  /** How many stored interactions a server starts with; 0: that is left out. */
  readonly stored: number;
}

/** Durable acknowledged messages beside bare socket.io's, which stores nothing, in the same run; and what they cost. */
export async function relay({ seconds, sizes, stored }: RelayOptions): Promise<void> {
  const wanted = sizes.filter(size => size > 0).toSorted((one, other) => one - other);
  if (wanted.length > 0) await relayBySize(wanted, seconds);
  if (stored > 0) await relayStart(stored);
  const busy = loadavg().map(one => one.toFixed(1));
  console.log(`\n${cpus().length} cores, load ${busy.join(' ')}: compare ratios.`);
}

async function relayBySize(sizes: readonly number[], seconds: number): Promise<void> {
  const targets: RelayTarget[] = [await startBare()];
  try {
    for (const engine of ['embedded', 'PostgreSQL'] as const) targets.push(await startEyeline(engine));
    const runners = targets.map((target): Runner => ({ target, connections: [] }));
    console.log(`64 messages on their way at a time, each told to two pages and acknowledged; ${seconds} s measured.`);
    for (const [index, size] of sizes.entries()) {
      const needed = 2 * size * targets.length + 500;
      if (needed > mostOpenFiles()) {
        console.log(
          `\n${size} open conversations: left out. They need ${needed} open files, and a process may have ${mostOpenFiles()}; raise it with "ulimit -n".`,
        );
        continue;
      }
      const bytes: ConversationBytes[] = [];
      for (const runner of runners) bytes.push(await grow(runner, size));
      if (index === 0) console.log(await warmAll(runners));
      const figures = await measureAll(runners, seconds);
      console.log(`\n${size} open conversations\n\n${sizeTable(targets, figures, bytes)}`);
      if (index === 0) console.log(`\n${await stageTable(runners, figures, seconds)}`);
    }
  } finally {
    for (const target of targets) await target.stop();
  }
}

const warmUpSeconds = 20;

async function warmAll(runners: readonly Runner[]): Promise<string> {
  const spent: string[] = [];
  for (const runner of runners) {
    const { processor, messages } = await warm(runner, warmUpSeconds);
    spent.push(`${micro(processor, messages)} (${runner.target.name})`);
  }
  return `Before, ${warmUpSeconds} s under load after the start, with µs of processor for each message: ${spent.join(', ')}.`;
}

/** Every page is a socket here and one at its server. */
function mostOpenFiles(): number {
  const report: unknown = process.report.getReport();
  const { userLimits } = report as { readonly userLimits?: { readonly open_files?: { readonly soft?: unknown } } };
  const most = Number(userLimits?.open_files?.soft);
  return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most;
}

const micro = (seconds: number, messages: number): string => ((seconds / messages) * 1e6).toFixed(1);

function sizeTable(
  targets: readonly RelayTarget[],
  figures: readonly RelayFigures[],
  bytes: readonly ConversationBytes[],
): string {
  const [bare] = figures;
  const rows = targets.flatMap(({ name }, index) => {
    const [one, taken] = [figures[index], bytes[index]];
    if (!one || !bare || !taken) return [];
    const { messages, seconds, processor, mainThread, commits, latencies } = one;
    return [
      [
        name,
        (messages / seconds).toFixed(0),
        (messages / seconds / (bare.messages / bare.seconds)).toFixed(2),
        micro(processor, messages),
        micro(mainThread, messages),
        (bare.processor / bare.messages / (processor / messages)).toFixed(2),
        quantile(latencies, 0.5).toFixed(1),
        quantile(latencies, 0.99).toFixed(1),
        commits.count === 0 ? '' : (commits.records / commits.count).toFixed(0),
        commits.count === 0 ? '' : ((commits.seconds / commits.count) * 1_000).toFixed(1),
        (taken.live / 1024).toFixed(1),
        (taken.resident / 1024).toFixed(1),
      ],
    ];
  });
  const head = ['', 'messages/s', 'of bare', 'µs each', 'main thread', 'per µs, of bare'];
  return table([...head, 'p50 ms', 'p99 ms', 'in a commit', 'ms each', 'KiB live', 'KiB resident'], rows);
}

/** Microseconds of processor for each message: the profile's shares of what the main thread used when nobody looked. */
async function stageTable(
  runners: readonly Runner[],
  figures: readonly RelayFigures[],
  seconds: number,
): Promise<string> {
  const columns: (readonly [name: string, micros: ReadonlyMap<string, number>])[] = [];
  for (const [index, runner] of runners.entries()) {
    const { messages = 1, mainThread = 0, processor = 0 } = figures[index] ?? {};
    const [main, others] = [mainThread, processor - mainThread].map(used => (used / messages) * 1e6);
    const shares = await stageShares(runner, seconds);
    const micros = new Map([...shares].map(([stage, share]) => [stage, share * (main ?? 0)]));
    columns.push([runner.target.name, micros.set(otherThreads, others ?? 0)]);
  }
  const head = ['µs for each message', ...columns.map(([name]) => name)];
  const rows = [...stageNames, otherThreads].map(stage => [
    stage,
    ...columns.map(([, micros]) => (micros.get(stage) ?? 0).toFixed(1)),
  ]);
  return table(head, rows);
}

const otherThreads = 'other threads and PostgreSQL';
