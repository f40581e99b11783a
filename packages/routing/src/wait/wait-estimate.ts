import { leavingRate, placeRate, type ServiceStatistics } from './service-statistics.ts';

/** How long a customer has still to wait, ms. Four of five waits are between `lowMs` and `highMs`. */
export interface WaitEstimate {
  readonly expectedMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

/** The 90 % point of the normal distribution. */
const ninth = 1.2816;
const exactTerms = 12;

/** How fast a lane moves just now. */
export interface Pace {
  /** Tasks taken from the backlog, per ms. */
  readonly served: number;
  /** How often, per ms, one who waits leaves. */
  readonly leaving: number;
  /** On how many events that rests. */
  readonly events: number;
}

/**
 * @param places how many tasks the agents who are ready could serve at once
 * @returns null when nobody is there to serve
 */
export function paceOf(statistics: ServiceStatistics, expectedHandleMs: number, places: number): Pace | null {
  if (places <= 0) return null;
  const { rate, events } = placeRate(statistics, expectedHandleMs);
  return { served: places * rate, leaving: leavingRate(statistics), events };
}

/**
 * Every one ahead must be taken or leave before the customer is taken: a sum of ahead + 1 exponential times, the first
 * ones faster, since more customers may leave. Its mean and variance are exact up to some terms and an integral from there
 * on; the range is that of the gamma distribution with the same mean and variance (Wilson and Hilferty), wider while the
 * rates rest on few events.
 */
export function estimateWait({ served, leaving, events }: Pace, ahead: number): WaitEstimate {
  let mean = 0;
  let variance = 0;
  const exact = Math.min(ahead, exactTerms);
  for (let others = 0; others <= exact; others += 1) {
    const ms = 1 / (served + others * leaving);
    mean += ms;
    variance += ms * ms;
  }
  if (ahead > exact) {
    const from = served + (exact + 0.5) * leaving;
    const to = served + (ahead + 0.5) * leaving;
    const terms = ahead - exact;
    mean += leaving * terms > from * 1e-6 ? Math.log(to / from) / leaving : terms / from;
    variance += terms / (from * to);
  }
  return rangeOf(mean, variance + (mean * mean) / events);
}

function rangeOf(mean: number, variance: number): WaitEstimate {
  const spread = variance / (9 * mean * mean);
  const at = (deviations: number) => mean * Math.max(0, 1 - spread + deviations * Math.sqrt(spread)) ** 3;
  return { expectedMs: Math.round(mean), lowMs: Math.round(at(-ninth)), highMs: Math.round(at(ninth)) };
}
