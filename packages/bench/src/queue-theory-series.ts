import { BatchMeans, type Control, type Interval } from './queue-theory-batches.ts';
import type { Load } from './queue-theory-erlang.ts';
import type { Visit } from './queue-theory-simulation.ts';

export const measures = ['waits', 'meanWait', 'serviceLevel', 'leaves', 'identity'] as const;
export type Measure = (typeof measures)[number];
export type Intervals = Readonly<Record<Measure, Interval>>;

const serviceLevelSeconds = 20;

/**
 * What is measured of the visits, with control variates: the times between customers, the times of service, and, where
 * there are several agents, the wait that the same customers would have had with one agent who is as fast as all
 * together, whose mean Pollaczek and Khinchine know. Together they explain more than 5/6 of the variance of the mean wait.
 */
export class QueueSeries {
  readonly #load: Load;
  readonly #measured: Readonly<Record<Measure, BatchMeans>> = {
    waits: new BatchMeans(),
    meanWait: new BatchMeans(),
    serviceLevel: new BatchMeans(),
    leaves: new BatchMeans(),
    identity: new BatchMeans(),
  };
  readonly #gap = new BatchMeans();
  readonly #service = new BatchMeans();
  readonly #pooled = new BatchMeans();

  constructor(load: Load) {
    this.#load = load;
  }

  add({ waited, served, gap, service, pooledWait }: Visit): void {
    const left = served ? 0 : 1;
    const { waits, meanWait, serviceLevel, leaves, identity } = this.#measured;
    waits.add(waited > 0 ? 1 : 0);
    meanWait.add(waited);
    serviceLevel.add(served && waited <= serviceLevelSeconds ? 1 : 0);
    leaves.add(left);
    identity.add(left - waited / this.#load.patience);
    this.#gap.add(gap);
    this.#service.add(service);
    this.#pooled.add(pooledWait);
  }

  intervals(): Intervals {
    const controls = this.#controls();
    const of = (measure: Measure) => this.#measured[measure].interval(controls);
    return {
      waits: of('waits'),
      meanWait: of('meanWait'),
      serviceLevel: of('serviceLevel'),
      leaves: of('leaves'),
      identity: of('identity'),
    };
  }

  #controls(): Control[] {
    const { arrivalsPerHour, handleTime, agents, patience } = this.#load;
    const drawn = [
      { seen: this.#gap, mean: 3_600 / arrivalsPerHour },
      { seen: this.#service, mean: handleTime },
    ];
    // With one agent it would be what is measured; where customers leave, they would leave it at other times.
    if (agents === 1 || Number.isFinite(patience)) return drawn;
    const load = (arrivalsPerHour / 3_600) * (handleTime / agents);
    return [...drawn, { seen: this.#pooled, mean: ((load / (1 - load)) * handleTime) / agents }];
  }
}
