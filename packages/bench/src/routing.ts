import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { queueCount, skillCount } from './routing-site.ts';
import { table } from './table.ts';

const Cost = v.object({ perSecond: v.number(), meanUs: v.number(), p50Us: v.number(), p99Us: v.number() });

const number = (value: number, digits = 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/**
 * Decisions per second of processor time (garbage collection and the load itself included) and the p99 of single
 * decisions by the clock, at three sizes, with ten times as many waiting tasks as agents. Each size in a process of its
 * own: none pays for another's garbage, or gains by what was compiled for it. In memory: what storing adds is the server's
 * to measure.
 */
export function routing(decisions: number): void {
  console.log(
    `${number(queueCount)} queues, ${skillCount} skills, 10 waiting tasks an agent, ${number(decisions)} decisions a row, one core`,
  );
  const rows: string[][] = [];
  let first: number | undefined;
  for (const agents of [1_000, 10_000, 100_000]) {
    const { perSecond, meanUs, p50Us, p99Us } = measure(agents, decisions);
    first ??= meanUs;
    rows.push([
      number(agents),
      number(agents * 10),
      number(perSecond),
      number(meanUs, 2),
      number(p50Us, 2),
      number(p99Us, 2),
      number(meanUs / first, 2),
    ]);
  }
  const head = ['agents', 'waiting', 'decisions/s', 'mean µs', 'p50 µs', 'p99 µs', 'to the first'];
  console.log(table(head, rows));
}

function measure(agents: number, decisions: number): v.InferOutput<typeof Cost> {
  const program = fileURLToPath(new URL('./routing-size.ts', import.meta.url));
  const args = [...process.execArgv, program, String(agents), String(decisions)];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${agents} agents could not be measured.`);
  return v.parse(Cost, JSON.parse(stdout));
}
