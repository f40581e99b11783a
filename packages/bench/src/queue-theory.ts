import { type Load, type Prediction, predict } from './queue-theory-erlang.ts';
import { estimateTable } from './queue-theory-estimate.ts';
import { customersFor, widest } from './queue-theory-length.ts';
import { type Intervals, type Measure, QueueSeries } from './queue-theory-series.ts';
import { QueueSimulation } from './queue-theory-simulation.ts';
import { RoutingRandom } from './routing-random.ts';
import { table } from './table.ts';

const forever = Number.POSITIVE_INFINITY;

export const loads: readonly Load[] = [
  { arrivalsPerHour: 12, handleTime: 180, agents: 1, patience: forever },
  { arrivalsPerHour: 30, handleTime: 180, agents: 3, patience: forever },
  { arrivalsPerHour: 100, handleTime: 180, agents: 7, patience: forever },
  { arrivalsPerHour: 300, handleTime: 240, agents: 24, patience: forever },
  { arrivalsPerHour: 100, handleTime: 180, agents: 5, patience: 60 },
  { arrivalsPerHour: 300, handleTime: 240, agents: 20, patience: 120 },
  { arrivalsPerHour: 1_000, handleTime: 300, agents: 80, patience: 90 },
];

const names: Record<Measure, string> = {
  waits: 'P(wait)',
  meanWait: 'mean wait s',
  serviceLevel: 'within 20 s',
  leaves: 'P(leave)',
  identity: 'P(leave) - wait/patience',
};

export const describeLoad = ({ arrivalsPerHour, handleTime, agents, patience }: Load): string =>
  `${arrivalsPerHour}/h, ${handleTime} s, ${agents} agents${Number.isFinite(patience) ? `, patience ${patience} s` : ''}`;

/**
 * The engine against Erlang C and Erlang A, and its estimated waits against those that came.
 * @param mostCustomers a load is run for as many customers as its precision takes, but never for more than these
 */
export function queueTheory(mostCustomers: number, seed: number): void {
  console.log(`99 % intervals of 20 batch means with control variates, seed ${seed}`);
  const rows: string[][] = [];
  let misses = 0;
  for (const [index, load] of loads.entries()) {
    const customers = Math.min(customersFor(load), mostCustomers);
    const { decisions, intervals } = simulate(load, customers, new RoutingRandom(seed + index));
    for (const { measure, expected, interval } of judged(predict(load), intervals, load)) {
      const width = (interval.high - interval.low) / (expected || predict(load).leaves);
      const isInside = interval.low <= expected && expected <= interval.high;
      const isNarrow = width <= widest;
      if (!isInside || !isNarrow) misses += 1;
      const verdict = `${isInside ? 'inside' : 'OUTSIDE'}${isNarrow ? '' : ', TOO WIDE'}`;
      const range = `${interval.low.toFixed(4)} .. ${interval.high.toFixed(4)}`;
      rows.push([
        describeLoad(load),
        names[measure],
        expected.toFixed(4),
        range,
        `${(width * 100).toFixed(2)} %`,
        verdict,
      ]);
    }
    console.log(`${describeLoad(load)}: ${customers} customers, ${decisions} decisions`);
  }
  console.log(table(['load', 'measure', 'formula', 'engine', 'width', ''], rows));
  console.log(`${misses} of ${rows.length} measures outside or too wide (1 in 100 is to be expected)\n`);
  console.log(estimateTable(loads, Math.min(mostCustomers, 400_000), seed));
  if (misses > Math.ceil(rows.length / 20)) process.exitCode = 1;
}

function judged(prediction: Prediction, intervals: Intervals, { patience }: Load) {
  const leaves = Number.isFinite(patience);
  const wanted: readonly Measure[] = leaves
    ? ['waits', 'meanWait', 'leaves', 'identity']
    : ['waits', 'meanWait', 'serviceLevel'];
  return wanted.map(measure => {
    const expected = measure === 'identity' ? 0 : (prediction[measure] ?? 0);
    return { measure, expected, interval: intervals[measure] };
  });
}

function simulate(load: Load, customers: number, random: RoutingRandom) {
  const series = new QueueSeries(load);
  const simulation = new QueueSimulation(load, random, visit => series.add(visit));
  simulation.run(customers);
  return { decisions: simulation.decisions, intervals: series.intervals() };
}
