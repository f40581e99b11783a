/** How many of the latest events weigh: what is older fades. */
const memory = 1_000;
/** How much the expectation from the configuration weighs, in events. */
const trust = 5;
const patiencePriorMs = 600_000;

/** What a lane has seen. Sums that fade, so that today counts more than last week. Plain JSON. */
export interface ServiceStatistics {
  handled: number;
  handleMs: number;
  /** Tasks taken from the backlog, and agents' places x ms that there was a backlog. */
  starts: number;
  placeMs: number;
  /** Customers who left while waiting, and customers x ms waited. */
  left: number;
  waitedMs: number;
  accountedAt: number;
}

export const newStatistics = (now: number): ServiceStatistics => ({
  handled: 0,
  handleMs: 0,
  starts: 0,
  placeMs: 0,
  left: 0,
  waitedMs: 0,
  accountedAt: now,
});

const fade = (count: number) => (count >= memory ? 1 - 1 / memory : 1);

export function countHandled(statistics: ServiceStatistics, tookMs: number): void {
  const kept = fade(statistics.handled);
  statistics.handled = statistics.handled * kept + 1;
  statistics.handleMs = statistics.handleMs * kept + tookMs;
}

export function countStart(statistics: ServiceStatistics): void {
  const kept = fade(statistics.starts);
  statistics.starts = statistics.starts * kept + 1;
  statistics.placeMs *= kept;
}

export function countLeft(statistics: ServiceStatistics): void {
  const kept = fade(statistics.left);
  statistics.left = statistics.left * kept + 1;
  statistics.waitedMs *= kept;
}

export const meanHandleMs = ({ handled, handleMs }: ServiceStatistics, expectedMs: number): number =>
  (trust * expectedMs + handleMs) / (trust + handled);

/** How often, per place and ms, a place takes a task from the backlog; and on how many events that rests. */
export function placeRate(statistics: ServiceStatistics, expectedMs: number): { rate: number; events: number } {
  const events = trust + statistics.starts;
  return { rate: events / (trust * meanHandleMs(statistics, expectedMs) + statistics.placeMs), events };
}

/** How often, per ms, a waiting customer leaves. */
export const leavingRate = ({ left, waitedMs }: ServiceStatistics): number => left / (waitedMs + patiencePriorMs);
