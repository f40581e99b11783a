import { expect, test } from 'vitest';
import { predict } from './queue-theory-erlang.ts';

test('Erlang C at a load that was worked out elsewhere', () => {
  const { waits, meanWait, serviceLevel } = predict({
    arrivalsPerHour: 100,
    handleTime: 180,
    agents: 7,
    patience: Number.POSITIVE_INFINITY,
  });
  expect(waits).toBeCloseTo(0.32415, 5);
  expect(meanWait).toBeCloseTo(29.173, 3);
  expect(serviceLevel).toBeCloseTo(0.7404, 4);
});

test('Erlang A at a load that was worked out elsewhere, and its identity', () => {
  const load = { arrivalsPerHour: 300, handleTime: 240, agents: 20, patience: 120 };
  const { waits, meanWait, leaves } = predict(load);
  expect(waits).toBeCloseTo(0.45009, 5);
  expect(meanWait).toBeCloseTo(12.466, 3);
  expect(leaves).toBeCloseTo(0.10388, 5);
  expect(leaves).toBeCloseTo(meanWait / load.patience, 10);
});
