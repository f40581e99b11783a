import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrderedIndex } from './ordered-index.ts';
import { Timers } from './timers.ts';

test('behaves as a sorted list whatever is added and removed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(700)), { maxLength: 1_500, size: 'max' }), actions => {
      const index = new OrderedIndex<number>((one, other) => one - other);
      const model = new Set<number>();
      for (const [adds, item] of actions) {
        if (!adds) expect(index.remove(item)).toBe(model.delete(item));
        else if (!model.has(item)) {
          index.add(item);
          model.add(item);
        }
      }
      const sorted = [...model].sort((one, other) => one - other);
      expect(index.toArray()).toEqual(sorted);
      expect(index.size).toBe(sorted.length);
      expect(index.first()).toBe(sorted[0]);
      for (const rank of [0, 1, 99, 300, 699]) expect(index.at(rank)).toBe(sorted[rank]);
      for (const item of [0, 1, 350, 700]) expect(index.rankOf(item)).toBe(sorted.filter(other => other < item).length);
      expect(index.find(item => item % 7 === 3)).toBe(sorted.find(item => item % 7 === 3));
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('a timer is moved, not doubled', () => {
  const timers = new Timers();
  timers.move('task', 'a', null, 50);
  timers.move('task', 'b', null, 40);
  timers.move('task', 'b', 40, 60);
  expect(timers.first()).toEqual({ at: 50, kind: 'task', id: 'a' });
  timers.move('task', 'a', 50, null);
  expect(timers.first()?.id).toBe('b');
});
