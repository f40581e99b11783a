import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlendingWorld } from '../testing/blending-world.ts';
import { emptyCount, type WorldKind } from '../testing/world-count.ts';
import type { AgentMove, WorldMove } from '../testing/world-move.ts';

const agents = ['alice', 'bob'] as const;
const agent = fc.constantFrom(...agents);

const often = (weight: number, ...types: AgentMove[]) =>
  types.map(type => ({ weight, arbitrary: fc.record({ type: fc.constant(type), agent }) }));

const move: fc.Arbitrary<WorldMove> = fc.oneof(
  ...often(8, 'voiceHold'),
  ...often(3, 'release', 'call'),
  ...often(5, 'hang-up'),
  ...often(2, 'manual-call', 'agent-not-ready', 'gadget-reload'),
  ...often(4, 'agent-ready'),
  ...often(1, 'outbound-call', 'sign-out', 'sign-in', 'gadget-hang'),
  {
    weight: 3,
    arbitrary: fc.constantFrom(...(['feed-break', 'failover', 'restart'] as const)).map(type => ({ type })),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'feed-mend' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('fault' as const),
      kind: fc.constantFrom('lose', 'double', 'late', 'refuse', 'slow', 'between', 'between'),
    }),
  },
  { weight: 14, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4_000 }) }) },
);

const runs = Number(process.env['BLENDING_RUNS'] ?? 40_000);
const seed = Number(process.env['BLENDING_SEED'] ?? 20_261_120);

test(`7.0 in ${runs} interleavings: nobody is left not ready by us, taken without confirmation or offered on a call; polls keep their distance`, {
  timeout: 3_600_000,
}, () => {
  const total = emptyCount();
  fc.assert(
    fc.property(
      fc.array(move, { minLength: 1, maxLength: 60, size: 'max' }),
      fc.integer(),
      fc.constantFrom('uccx' as const, 'ucce' as const),
      fc.constantFrom(
        ['gadget'] as const,
        ['supervisor'] as const,
        ['gadget', 'supervisor'] as const,
        ['gadget', 'supervisor', 'own-credential'] as const,
      ),
      (moves, chance, deployment, ways) => {
        const world = new BlendingWorld(agents, { seed: chance, deployment, ways });
        for (const each of moves) world.make(each);
        world.settle();
        for (const kind of Object.keys(total) as WorldKind[]) total[kind] += world.count[kind];
        expect(world.violations).toEqual([]);
      },
    ),
    { numRuns: runs, seed },
  );
  if (process.env['BLENDING_COUNTS']) console.table(total);
  // The interleavings went where it hurts.
  const rare = Object.entries(total).filter(([, count]) => count < runs / 100);
  expect(rare).toEqual([]);
});
