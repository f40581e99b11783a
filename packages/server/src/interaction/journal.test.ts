import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Batch } from '../store/store.ts';
import { Journal, type Records } from './journal.ts';

const records = (n: number): Records => ({
  facts: [],
  inputs: [{ number: n, at: 0, input: { type: 'clock.ticked' } }],
  commands: [],
  sessions: [],
  interactions: [],
});
const nothing: Records = { facts: [], inputs: [], commands: [], sessions: [], interactions: [] };

let stored: Batch[];
let failures: number;
let done: number[];
let upToDate: boolean[];
let journal: Journal;

beforeEach(() => {
  stored = [];
  failures = 0;
  done = [];
  upToDate = [];
  journal = new Journal({
    store: {
      append: async batch => {
        await new Promise(resolve => setTimeout(resolve, 5));
        if (failures > 0) {
          failures -= 1;
          throw new Error('disk full');
        }
        stored.push(batch);
      },
    },
    log: pino({ level: 'silent' }),
    takeSnapshot: isUpToDate => {
      upToDate.push(isUpToDate);
      return null;
    },
  });
});

const submit = (n: number) =>
  new Promise<void>(resolve => {
    journal.submit(records(n), () => {
      done.push(n);
      resolve();
    });
  });
const numbers = () => stored.map(batch => batch.inputs.map(one => one.number));

describe('the journal', () => {
  test('all of one turn of the event loop is one batch; what comes meanwhile is the next', async () => {
    const first = [submit(1), submit(2), submit(3)];
    await new Promise(resolve => setTimeout(resolve, 2));
    await Promise.all([...first, submit(4), submit(5)]);
    expect(numbers()).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  test('too much for one batch becomes several, in order; no snapshot begins before the last', async () => {
    const count = Array.from({ length: 4000 }, (_, n) => n);
    await Promise.all(count.map(submit));
    expect(numbers().map(batch => batch.length)).toEqual([1500, 1500, 1000]);
    expect(numbers().flat()).toEqual(count);
    expect(done).toEqual(count);
    expect(upToDate).toEqual([false, false, true]);
  });

  test('nothing is let through before it is stored', async () => {
    const storedWhenDone: number[] = [];
    await new Promise<void>(resolve => {
      journal.submit(records(1), () => {
        storedWhenDone.push(stored.length);
        resolve();
      });
      expect(stored).toEqual([]);
    });
    expect(storedWhenDone).toEqual([1]);
  });

  test('without records it is let through at once, but never past what waits', async () => {
    journal.submit(nothing, () => done.push(0));
    expect(done).toEqual([0]);
    const first = submit(1);
    const second = new Promise<void>(resolve => {
      journal.submit(nothing, () => {
        done.push(2);
        resolve();
      });
    });
    expect(done).toEqual([0]);
    await Promise.all([first, second]);
    expect(done).toEqual([0, 1, 2]);
    expect(stored).toHaveLength(1);
  });

  test('while the store fails it tries again, says so, and keeps the order', async () => {
    failures = 2;
    const first = submit(1);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(journal.isHealthy).toBe(false);
    expect(done).toEqual([]);
    await Promise.all([first, submit(2)]);
    expect(journal.isHealthy).toBe(true);
    expect(done).toEqual([1, 2]);
    expect(numbers()).toEqual([[1], [2]]);
  });

  test('closing stores what is there', async () => {
    void submit(1);
    await journal.close();
    expect(numbers()).toEqual([[1]]);
  });

  test('closing does not wait for a store that fails', async () => {
    failures = Number.POSITIVE_INFINITY;
    void submit(1);
    await new Promise(resolve => setTimeout(resolve, 50));
    await journal.close();
    expect(done).toEqual([]);
  });
});
