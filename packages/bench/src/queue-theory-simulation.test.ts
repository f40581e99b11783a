import { expect, test } from 'vitest';
import type { Load } from './queue-theory-erlang.ts';
import { QueueSimulation, type Visit } from './queue-theory-simulation.ts';
import { RoutingRandom } from './routing-random.ts';

/** First come, first served by the recursion of Kiefer and Wolfowitz (1955): when each agent will be free, in order. */
function recursion({ agents }: Load, visits: readonly Visit[]): number[] {
  const work = new Array<number>(agents).fill(0);
  return visits.map(({ gap, service, served, waited }) => {
    work.forEach((value, index) => {
      work[index] = Math.max(0, value - gap);
    });
    const [wait = 0] = work;
    // Who left before that does no harm to anybody.
    if (!served) return Math.min(wait, waited);
    work[0] = wait + service;
    work.sort((one, other) => one - other);
    return wait;
  });
}

test.each<Load>([
  { arrivalsPerHour: 12, handleTime: 180, agents: 1, patience: Number.POSITIVE_INFINITY },
  { arrivalsPerHour: 100, handleTime: 180, agents: 7, patience: Number.POSITIVE_INFINITY },
  { arrivalsPerHour: 300, handleTime: 240, agents: 20, patience: 120 },
])('each of 20 000 customers waits as long as first come, first served says: %o', load => {
  const visits: Visit[] = [];
  new QueueSimulation(load, new RoutingRandom(3), visit => visits.push(visit)).run(20_000);
  const inOrder = visits.toSorted((one, other) => one.cameAt - other.cameAt);
  // Who came last is still there: the recursion must know everybody who came before.
  const known = inOrder.slice(0, 19_000);
  const waits = recursion(load, known);
  expect(waits.some(wait => wait > 0)).toBe(true);
  for (const [index, { waited }] of known.entries()) expect(waited).toBeCloseTo(waits[index] ?? Number.NaN, 3);
});
