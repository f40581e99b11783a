import { regress } from './queue-theory-regression.ts';

const batches = 20;
const sliceSize = 1_000;
/** Student's t at 99 %, two-sided, for 20 batches and as many controls as the index says. */
const quantiles = [2.8609, 2.8784, 2.8982, 2.9208];

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Something that was drawn or follows from draws alone, beside what is measured, and whose mean is known. */
export interface Control {
  readonly seen: BatchMeans;
  readonly mean: number;
}

/** The mean of a long correlated series with its 99 % interval by 20 batch means; the first tenth is dropped. */
export class BatchMeans {
  readonly #slices: number[] = [];
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
    if (this.#count < sliceSize) return;
    this.#slices.push(this.#sum / sliceSize);
    this.#sum = 0;
    this.#count = 0;
  }

  means(): number[] {
    const kept = this.#slices.slice(Math.ceil(this.#slices.length / 10));
    const size = Math.floor(kept.length / batches);
    return Array.from({ length: batches }, (_, index) => meanOf(kept.slice(index * size, (index + 1) * size)));
  }

  /**
   * With controls: where the mean would be had they come out at theirs. By regression over the batches, which costs one
   * degree of freedom for each (Lavenberg and Welch 1981, "A perspective on the use of control variables to increase the
   * efficiency of Monte Carlo simulations", section 2). At most three.
   */
  interval(controls: readonly Control[] = []): Interval {
    const deviations = controls.map(({ seen, mean }) => seen.means().map(one => one - mean));
    const { intercept, deviation } = regress(this.means(), deviations);
    const reach = (quantiles[controls.length] ?? Number.NaN) * deviation;
    return { mean: intercept, low: intercept - reach, high: intercept + reach };
  }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
