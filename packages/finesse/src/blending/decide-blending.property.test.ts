import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlendingWorld } from '../testing/blending-world.ts';
import type { WorldMove } from '../testing/world-move.ts';

const agents = ['alice', 'bob'] as const;
const agent = fc.constantFrom(...agents);

const move: fc.Arbitrary<WorldMove> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('claim' as const), agent }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('release' as const), agent }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('call' as const), agent }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('hang-up' as const), agent }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('manual-call' as const), agent }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('agent-ready' as const), agent }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('agent-away' as const), agent }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('sign-out' as const), agent }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('sign-in' as const), agent }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('gadget-reload' as const), agent }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('gadget-hang' as const), agent }) },
  { weight: 1, arbitrary: fc.constant({ type: 'feed-break' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'feed-mend' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'restart' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('fault' as const),
      kind: fc.constantFrom('lose', 'double', 'late', 'refuse', 'slow'),
    }),
  },
  { weight: 10, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4_000 }) }) },
);

const runs = Number(process.env['BLENDING_RUNS'] ?? 10_000);

test(`7.0 in ${runs} interleavings: nobody is left away by us, taken without confirmation or offered on a call; polls keep their distance`, {
  timeout: 300_000,
}, () => {
  const seen = { taken: 0, failed: 0, interrupted: 0, polls: 0, commands: 0 };
  fc.assert(
    fc.property(
      fc.array(move, { minLength: 1, maxLength: 60, size: 'max' }),
      fc.integer(),
      fc.constantFrom('uccx' as const, 'ucce' as const),
      fc.constantFrom('gadget', 'both', 'all'),
      (moves, seed, deployment, ways) => {
        const world = new BlendingWorld(agents, { seed, deployment, ways });
        for (const each of moves) world.make(each);
        world.settle();
        expect(world.violations).toEqual([]);
        for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += world.counts[key];
      },
    ),
    { numRuns: runs, seed: Number(process.env['BLENDING_SEED'] ?? 20_261_120) },
  );
  // The interleavings went where it hurts.
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(runs / 10);
});
