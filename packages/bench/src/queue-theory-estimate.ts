import type { Load } from './queue-theory-erlang.ts';
import { QueueSimulation, type Visit } from './queue-theory-simulation.ts';
import { RoutingRandom } from './routing-random.ts';
import { table } from './table.ts';

const patientShare = 0.02;

/**
 * What customers were told on coming against what came, of those who would have waited for ever: who leaves never learns
 * how long it would have been. In loads with patience one of fifty has no end of it.
 */
export function estimateTable(loads: readonly Load[], customers: number, seed: number): string {
  const rows = loads.map((load, index) => {
    const visits: Visit[] = [];
    const random = new RoutingRandom(seed + 100 + index);
    const keep = (visit: Visit) => visit.isPatient && visit.estimate && visits.push(visit);
    new QueueSimulation(load, random, keep, patientShare).run(customers);
    return [
      `${load.arrivalsPerHour}/h, ${load.handleTime} s, ${load.agents} agents, ${load.patience} s`,
      ...compare(visits),
    ];
  });
  const head = ['load', 'waits', 'mean s', 'bias s', 'naive bias s', 'error s', 'naive error s', 'in range (80 %)'];
  return `Estimated wait, told on coming, against the wait that came\n${table(head, rows)}`;
}

function compare(all: readonly Visit[]): string[] {
  const visits = all.slice(Math.ceil(all.length / 10));
  const mean = (value: (visit: Visit) => number) =>
    visits.reduce((sum, visit) => sum + value(visit), 0) / visits.length;
  const expected = ({ estimate }: Visit) => estimate?.expected ?? 0;
  const seconds = (value: number) => value.toFixed(2);
  const inRange = mean(({ estimate, waited }) =>
    estimate && estimate.low <= waited && waited <= estimate.high ? 1 : 0,
  );
  return [
    String(visits.length),
    seconds(mean(({ waited }) => waited)),
    seconds(mean(visit => expected(visit) - visit.waited)),
    seconds(mean(({ naive, waited }) => naive - waited)),
    seconds(mean(visit => Math.abs(expected(visit) - visit.waited))),
    seconds(mean(({ naive, waited }) => Math.abs(naive - waited))),
    `${(inRange * 100).toFixed(1)} %`,
  ];
}
