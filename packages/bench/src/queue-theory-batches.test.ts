import { expect, test } from 'vitest';
import { BatchMeans } from './queue-theory-batches.ts';
import { RoutingRandom } from './routing-random.ts';

test('the interval holds the mean of the exponential distribution, and shrinks with the square root', () => {
  const random = new RoutingRandom(7);
  const batches = new BatchMeans();
  for (let count = 0; count < 100_000; count += 1) batches.add(random.exponential(3));
  const { low, high } = batches.interval();
  expect(low).toBeLessThan(3);
  expect(high).toBeGreaterThan(3);
  for (let count = 0; count < 1_500_000; count += 1) batches.add(random.exponential(3));
  const later = batches.interval();
  expect((later.high - later.low) / (high - low)).toBeGreaterThan(0.1);
  expect((later.high - later.low) / (high - low)).toBeLessThan(0.5);
});

test('a control takes away what it explains, and the interval holds the mean still', () => {
  const random = new RoutingRandom(11);
  const [seen, drawn] = [new BatchMeans(), new BatchMeans()];
  for (let count = 0; count < 200_000; count += 1) {
    const value = random.exponential(3);
    drawn.add(value);
    seen.add(5 + 2 * value + 0.2 * random.exponential(1));
  }
  const plain = seen.interval();
  const controlled = seen.interval([{ seen: drawn, mean: 3 }]);
  expect(controlled.high - controlled.low).toBeLessThan((plain.high - plain.low) / 10);
  expect(controlled.low).toBeLessThan(11.2);
  expect(controlled.high).toBeGreaterThan(11.2);
});

test('the warm-up is dropped', () => {
  const batches = new BatchMeans();
  for (let count = 0; count < 100_000; count += 1) batches.add(count < 10_000 ? 1_000 : 2);
  expect(batches.interval()).toEqual({ mean: 2, low: 2, high: 2 });
});

test('the generator is even and repeats itself', () => {
  const random = new RoutingRandom(1);
  const again = new RoutingRandom(1);
  const buckets = new Array<number>(10).fill(0);
  for (let count = 0; count < 100_000; count += 1) {
    const place = random.below(10);
    expect(again.below(10)).toBe(place);
    buckets[place] = (buckets[place] ?? 0) + 1;
  }
  for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
