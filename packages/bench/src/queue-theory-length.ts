import { type Load, predict } from './queue-theory-erlang.ts';

/** How wide a 99 % interval may be, as a share of the formula's value. */
export const widest = 0.025;
const quantile = 2.86;

/**
 * How many customers it takes until the mean wait is known well enough, with the controls of `queue-theory-series.ts`.
 *
 * A mean over N customers has the variance (variance of one wait) x (customers that count as one) / N. A wait is 0 or
 * nearly exponential, so its squared coefficient of variation is 2 / P(wait) - 1. In heavy traffic
 * 4 / (1 - load)^2 customers in a row say as much as one alone (Whitt 1989, "Planning queueing simulations", Management
 * Science 35, from the relaxation of reflected Brownian motion). Where impatient customers leave, the queue forgets at the
 * pace of service while agents are free and of patience while they are not: twice what arrives in the mean of both.
 *
 * The controls leave less than 1/6 of the variance, 1/2 with one agent, 1/3 where customers leave; the interval of 20
 * batches is by its own chance up to 1.5 times as wide as it should be.
 */
export function customersFor(load: Load): number {
  const { arrivalsPerHour, handleTime, agents, patience } = load;
  const isPatient = !Number.isFinite(patience);
  const arrivals = arrivalsPerHour / 3_600;
  const spare = 1 - (arrivals * handleTime) / agents;
  const countAsOne = isPatient ? 4 / spare ** 2 : arrivals * (handleTime + patience);
  const variation = 2 / predict(load).waits - 1;
  const left = isPatient ? (agents === 1 ? 1 / 2 : 1 / 6) : 1 / 3;
  const customers = (2 * quantile * 1.5) ** 2 * variation * countAsOne * left * widest ** -2;
  return Math.ceil(customers / 100_000) * 100_000;
}
