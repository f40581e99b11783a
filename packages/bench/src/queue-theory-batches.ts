/** Student's t at 99 %, two-sided, for 20 batches. */
const t19 = 2.8609;
const batches = 20;
const sliceSize = 1_000;

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
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

  interval(): Interval {
    const kept = this.#slices.slice(Math.ceil(this.#slices.length / 10));
    const size = Math.floor(kept.length / batches);
    const means = Array.from({ length: batches }, (_, index) => meanOf(kept.slice(index * size, (index + 1) * size)));
    const mean = meanOf(means);
    const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (batches - 1);
    const reach = t19 * Math.sqrt(variance / batches);
    return { mean, low: mean - reach, high: mean + reach };
  }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
