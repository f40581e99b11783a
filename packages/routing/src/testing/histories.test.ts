import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { snapshot } from '../record/snapshot.ts';
import { emptyRouting } from '../record/state.ts';
import { live } from './actions.ts';
import { History } from './history.ts';
import { configurations } from './history-configuration.ts';
import { Tally } from './tally.ts';

/** `EYELINE_HISTORIES=100000` runs as many. */
const runs = Number(process.env['EYELINE_HISTORIES'] ?? 1_000);
const seed = Number(process.env['EYELINE_SEED'] ?? 20_261_120);

/** How often what must at least happen in a thousand histories. */
const least: Readonly<Record<string, number>> = {
  'offer.made': 1_000,
  'offer.closed declined': 40,
  'offer.closed expired': 300,
  'offer.closed withdrawn': 300,
  'callback became due': 300,
  'callback paused by closing': 90,
  'callback moved by other hours': 12,
  'callback to be tried again': 50,
  'callback.recorded no-answer': 80,
  'callback.recorded reached': 30,
  'callback.recorded line-busy': 30,
  'callback.recorded failed': 30,
  'task.changed attempts-used-up': 5,
  'task.changed window-passed': 100,
  'task.changed max-wait': 5,
  'task.changed flushed': 20,
  'task.moved max-wait': 100,
  'task.moved queue-full': 12,
  'task.moved flushed': 15,
  'task left hands to be served again': 70,
  'went back from an escalation': 25,
  'task.domain-refused gone': 50,
  'task.domain-refused no-room': 3,
  'task.domain-refused not-eligible': 90,
  'task.domain-refused not-ready': 40,
  'task.domain-refused voice-not-ready': 15,
  picked: 70,
  'pick.refused gone': 10,
  'pick.refused no-room': 40,
  'pick.refused not-eligible': 50,
  'pick.refused not-ready': 70,
  'pick.refused taken': 50,
  'pick.refused voice-not-ready': 50,
  'input task.transferred': 150,
  'input consult.completed': 5,
  'input task.prioritised': 120,
  'age outweighed priority': 1,
  'drain began': 200,
  'drain ended': 140,
  'drain taken back': 60,
  'agent.changed connection-lost': 150,
  'input server.started': 80,
  'restart with an offer open': 35,
  'restart with an offer preparing': 15,
  'input configuration.changed': 30,
  'fallback.offered agent-absent': 50,
  'fallback.offered no-skill': 20,
  'fallback.offered no-media': 10,
  'fallback.taken-back': 3,
  'external-task.request': 500,
};

/** The same inputs at the same instants, from an empty state. */
function replay({ inputs }: History, configuration: number) {
  const state = emptyRouting(configurations[configuration]);
  for (const { input, at } of inputs) decide(state, input, at);
  return snapshot(state);
}

test(`${runs} random histories keep every promise`, { timeout: 3_600_000 }, () => {
  let decisions = 0;
  const tally = new Tally();
  const numbers = fc.array(fc.nat(2 ** 31 - 1), { minLength: 5, maxLength: 60, size: 'max' });
  fc.assert(
    fc.property(numbers, fc.nat(60), fc.nat(configurations.length - 1), (actions, at, configuration) => {
      const history = new History(configuration, tally);
      history.begin();
      live(history, actions.slice(0, at));
      history.takeTwin();
      live(history, actions.slice(at));
      if (at % 4 === 0)
        expect(replay(history, configuration), 'what a replay comes to').toEqual(snapshot(history.state));
      history.end();
      decisions += history.inputs.length;
      expect(history.phones.held(), 'phones that are still off voice for us').toEqual([]);
      expect(history.ledger.open(), 'tasks that are not closed').toEqual([]);
      expect([...history.state.externalTasks.values()], 'external tasks that nobody ends').toEqual([]);
      expect([...history.state.voices.values()].filter(({ hold }) => hold !== 'none')).toEqual([]);
      if (history.twin) expect(snapshot(history.twin)).toEqual(snapshot(history.state));
    }),
    { numRuns: runs, seed },
  );
  const rates = Object.entries(tally.counts).map(([kind, count]) => `${kind}: ${Math.round((count * 1_000) / runs)}`);
  console.log(`${runs} histories, ${decisions} decisions; of each kind in 1 000:\n${rates.join('\n')}`);
  expect(tally.counts['external-task.release'], 'external tasks that were released').toBe(
    tally.counts['external-task.request'],
  );
  const rare = Object.entries(least).filter(([kind, count]) => (tally.counts[kind] ?? 0) * 1_000 < count * runs);
  expect(
    rare.map(([kind]) => kind),
    'what happens too rarely to be tested',
  ).toEqual([]);
});
