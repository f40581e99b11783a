import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Housekeeping } from './housekeeping.ts';

test('what fails is said once until it works again, counted each time, and stops nothing else', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: line => lines.push(JSON.parse(line).msg) });
  let isFailing = true;
  let done = 0;
  const housekeeping = new Housekeeping(log, {
    dust: () => {
      if (isFailing) throw new Error('no broom');
    },
    windows: async () => {
      if (isFailing) throw new Error('no water');
    },
    floors: () => {
      done += 1;
    },
  });
  for (let round = 0; round < 3; round += 1) await housekeeping.run();
  expect(housekeeping.failures).toBe(6);
  expect(done).toBe(3);
  expect(lines).toEqual([
    'Housekeeping failed: dust. It is tried again each minute.',
    'Housekeeping failed: windows. It is tried again each minute.',
  ]);
  isFailing = false;
  await housekeeping.run();
  await housekeeping.run();
  expect(lines.slice(2)).toEqual(['Housekeeping works again: dust.', 'Housekeeping works again: windows.']);
});
