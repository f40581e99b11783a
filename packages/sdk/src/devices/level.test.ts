import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

const toneOf = (volume: number) => Float32Array.from({ length: 1024 }, (_, at) => volume * Math.sin(at / 7));

test('silence is nothing, speech is in the middle, shouting is all', () => {
  expect(levelOf(new Float32Array(1024))).toBe(0);
  expect(levelOf(new Float32Array(0))).toBe(0);
  expect(levelOf(toneOf(0.001))).toBeLessThan(0.05);
  expect(levelOf(toneOf(0.05))).toBeGreaterThan(0.3);
  expect(levelOf(toneOf(0.05))).toBeLessThan(0.8);
  expect(levelOf(toneOf(1))).toBe(1);
});
