import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapshot } from '../record/snapshot.ts';
import { History } from './history.ts';

/** `EYELINE_HISTORIES=100000` runs as many. */
const runs = Number(process.env['EYELINE_HISTORIES'] ?? 1_500);
const seed = Number(process.env['EYELINE_SEED'] ?? 20_261_120);

test(`${runs} random histories keep every promise`, { timeout: 3_600_000 }, () => {
  let decisions = 0;
  const told: Record<string, number> = {};
  const numbers = fc.array(fc.nat(2 ** 31 - 1), { minLength: 5, maxLength: 60, size: 'max' });
  fc.assert(
    fc.property(numbers, fc.nat(60), (deeds, at) => {
      const history = new History(told);
      history.begin();
      history.live(deeds.slice(0, at));
      history.takeTwin();
      history.live(deeds.slice(at));
      history.end();
      decisions += history.decisions;
      expect(history.phones.held(), 'telephones that are still off voice for us').toEqual([]);
      expect(history.ledger.open(), 'tasks that are not closed').toEqual([]);
      expect([...history.state.errands.values()], 'errands that nobody ends').toEqual([]);
      expect([...history.state.voices.values()].filter(({ hold }) => hold !== 'none')).toEqual([]);
      if (history.twin) expect(snapshot(history.twin)).toEqual(snapshot(history.state));
    }),
    { numRuns: runs, seed },
  );
  console.log(`${runs} histories, ${decisions} decisions`, told);
  expect(told['offer.made'], 'offers').toBeGreaterThan(runs);
  expect(told['errand.request'], 'errands').toBeGreaterThan(runs / 2);
  expect(told['errand.release'], 'errands that were released').toBe(told['errand.request']);
});
