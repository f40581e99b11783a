import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { processFamily, startPostgres } from '@eyeline/testing';
import { MortalServer } from '../eyeline/mortal-server.ts';
import { quantile } from '../statistics.ts';
import { table } from '../table.ts';
import { openBareLine, openEyelineLine } from './relay-line.ts';
import { loadRelay, type RelayFigures, type RelayTarget } from './relay-load.ts';

const speakers = 64;
const program = fileURLToPath(new URL('bare-relay.ts', import.meta.url));

/** Acknowledged messages: durable ones of ours beside bare socket.io's, which store nothing, in the same run. */
export async function relay(seconds: number, sizes: readonly number[]): Promise<void> {
  console.log(
    `${speakers} customers write at once, each when the message before is acknowledged; ${seconds} s measured.`,
  );
  for (const conversations of sizes) {
    const load = { conversations, speakers: Math.min(speakers, conversations), seconds };
    const bare = await onBare(target => loadRelay(target, load));
    const embedded = await onEyeline(false, target => loadRelay(target, load));
    const postgres = await onEyeline(true, target => loadRelay(target, load));
    const rows: readonly (readonly [string, RelayFigures])[] = [
      ['bare socket.io', bare],
      ['Eyeline, embedded', embedded],
      ['Eyeline, PostgreSQL', postgres],
    ];
    console.log(`\n${conversations} open conversations\n`);
    const head = ['', 'messages/s', 'of bare', 'per processor s', 'of bare', 'p50 ms', 'p99 ms', 'KiB each'];
    console.log(
      table(
        head,
        rows.map(([name, figures]) => row(name, figures, bare)),
      ),
    );
  }
  const busy = loadavg().map(one => one.toFixed(1));
  console.log(
    `\nPer processor s: of the server and its store, PostgreSQL's processes too. ${cpus().length} cores, load ${busy.join(' ')}: compare ratios.`,
  );
}

function row(name: string, { perSecond, perProcessorSecond, latencies, bytesEach }: RelayFigures, bare: RelayFigures) {
  return [
    name,
    perSecond.toFixed(0),
    (perSecond / bare.perSecond).toFixed(2),
    perProcessorSecond.toFixed(0),
    (perProcessorSecond / bare.perProcessorSecond).toFixed(2),
    quantile(latencies, 0.5).toFixed(1),
    quantile(latencies, 0.99).toFixed(1),
    (bytesEach / 1024).toFixed(1),
  ];
}

type Measure = (target: RelayTarget) => Promise<RelayFigures>;

async function onBare(measure: Measure): Promise<RelayFigures> {
  const child = fork(program);
  try {
    const [port] = await once(child, 'message');
    return await measure({ pids: () => [child.pid ?? 0], open: () => openBareLine(`http://127.0.0.1:${port}`) });
  } finally {
    child.kill('SIGKILL');
  }
}

async function onEyeline(withPostgres: boolean, measure: Measure): Promise<RelayFigures> {
  const postgres = withPostgres ? await startPostgres() : undefined;
  const server = await MortalServer.make(postgres?.url);
  try {
    await server.start();
    const family = postgres ? await processFamily(postgres.pid) : [];
    return await measure({ pids: () => [server.pid, ...family], open: () => openEyelineLine(server.url) });
  } finally {
    await server.remove();
    await postgres?.stop();
  }
}
