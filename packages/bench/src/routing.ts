import { RoutingLoad } from './routing-load.ts';
import { RoutingRandom } from './routing-random.ts';
import { createSite, queueCount, signIn, skillCount } from './routing-site.ts';
import { quantile } from './statistics.ts';
import { table } from './table.ts';

interface Cost {
  readonly perSecond: number;
  readonly meanUs: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

const number = (value: number, digits = 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/**
 * Decisions per second of processor time (garbage collection and the load itself included) and the p99 of single
 * decisions by the clock, at three sizes, with ten times as many waiting tasks as agents. In memory: what storing adds is
 * the server's to measure.
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

function measure(agents: number, decisions: number): Cost {
  const random = new RoutingRandom(agents);
  const state = createSite(agents, random);
  const load = new RoutingLoad(state, random, 1_700_000_000_000);
  signIn(state, agents, load.now);
  load.now += agents;
  // Everybody busy, and ten waiting for each; nobody who waits is taken out without another one coming.
  for (let index = 0; index < agents * 11; index += 1) {
    load.request();
    load.acceptAll();
  }
  load.decisions = 0;
  run(load, decisions / 5);
  load.isMeasuring = true;
  const start = process.cpuUsage();
  run(load, decisions);
  if (load.served < agents * 0.8)
    throw new Error(`Only ${load.served} of ${agents} agents are busy: that is another load.`);
  const { user, system } = process.cpuUsage(start);
  const { durations } = load;
  const meanUs = (user + system) / durations.length;
  return {
    perSecond: 1e6 / meanUs,
    meanUs,
    p50Us: quantile(durations, 0.5) * 1_000,
    p99Us: quantile(durations, 0.99) * 1_000,
  };
}

/** A task in four decisions: requested, accepted (or declined), ended, wrapped up. */
function run(load: RoutingLoad, decisions: number): void {
  while (load.decisions < decisions) if (!load.step()) throw new Error('Nobody has anything to do.');
  load.decisions = 0;
}
