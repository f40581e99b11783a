import { setImmediate as turn } from 'node:timers/promises';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Batch } from '../store/store.ts';
import { DrivenTime } from '../testing/driven-time.ts';
import { type Entry, Journal, nothing, type Records } from './journal.ts';

const records = (n: number): Records => ({
  facts: [],
  inputs: [{ number: n, at: 0, input: { type: 'clock.ticked' } }],
  commands: [],
  sessions: [],
  interactions: [],
  outside: [],
  invitations: [],
});

let stored: Batch[];
let failures: number;
let done: number[];
let upToDate: boolean[];
/** Batches with one of these are refused for what is in them. */
let poison: Set<number>;
let refused: number[];
let journal: Journal;

beforeEach(() => {
  stored = [];
  failures = 0;
  done = [];
  upToDate = [];
  poison = new Set();
  refused = [];
  journal = new Journal({
    store: {
      append: async batch => {
        await new Promise(resolve => setTimeout(resolve, 5));
        if (failures > 0) {
          failures -= 1;
          throw new Error('disk full');
        }
        if (batch.inputs.some(({ number }) => poison.has(number)))
          throw Object.assign(new Error('no'), { code: '22P05' });
        stored.push(batch);
      },
    },
    log: pino({ level: 'silent' }),
    takeSnapshot: isUpToDate => {
      upToDate.push(isUpToDate);
      return null;
    },
    dropSnapshot: () => {},
    onRefused: (entry, later) => {
      refused.push(entry.records.inputs[0]?.number ?? 0);
      for (const one of later) journal.submit(one);
    },
  });
});

const submit = (n: number) =>
  new Promise<void>(resolve => {
    const committed = () => {
      done.push(n);
      resolve();
    };
    journal.submit({ records: records(n), committed });
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

  test('a few that wait when a commit ends take along what comes in the same turn; many do not wait', async () => {
    const first = submit(1);
    await turn();
    const waiting = submit(2);
    await Promise.all([waiting, first.then(() => submit(3))]);
    expect(numbers()).toEqual([[1], [2, 3]]);

    const other = submit(4);
    await turn();
    const many = Array.from({ length: 32 }, (_, n) => n + 5);
    await Promise.all([...many.map(submit), other.then(() => submit(50))]);
    expect(numbers().slice(2)).toEqual([[4], many, [50]]);
  });

  test('under load a small commit waits for company, and no longer than until there is enough', async () => {
    const time = new DrivenTime();
    let commits = 0;
    const append = async ({ inputs }: Batch) => {
      if (inputs.length > 0) commits += 1;
    };
    journal = new Journal({
      ...{ time, store: { append }, log: pino({ level: 'silent' }), takeSnapshot: () => null },
      ...{ dropSnapshot: () => {}, onRefused: () => {} },
    });
    for (let n = 0; n < 12; n += 1) void submit(n);
    await time.pass(0);
    for (const n of [12, 13, 14]) {
      void submit(n);
      await time.pass(0);
    }
    expect([commits, journal.backlog]).toEqual([1, 3]);
    await time.pass(3);
    expect([commits, journal.backlog]).toEqual([2, 0]);
    // The last one was small: the next does not wait.
    void submit(15);
    await time.pass(0);
    expect(commits).toBe(3);
    for (let n = 16; n < 28; n += 1) void submit(n);
    await time.pass(0);
    for (let n = 28; n < 60; n += 1) void submit(n);
    await time.pass(0);
    expect([commits, journal.backlog]).toEqual([5, 0]);
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
      const committed = () => {
        storedWhenDone.push(stored.length);
        resolve();
      };
      journal.submit({ records: records(1), committed });
      expect(stored).toEqual([]);
    });
    expect(storedWhenDone).toEqual([1]);
  });

  test('without records it is let through at once, but never past what waits', async () => {
    journal.submit({ records: nothing, committed: () => done.push(0) } satisfies Entry);
    expect(done).toEqual([0]);
    const first = submit(1);
    const second = new Promise<void>(resolve => {
      const committed = () => {
        done.push(2);
        resolve();
      };
      journal.submit({ records: nothing, committed });
    });
    expect(done).toEqual([0]);
    await Promise.all([first, second]);
    expect(done).toEqual([0, 1, 2]);
    expect(stored).toHaveLength(1);
  });

  test('while the store fails it tries again, says so, and keeps the order', async () => {
    failures = Number.POSITIVE_INFINITY;
    const first = submit(1);
    await expect.poll(() => journal.isHealthy, { timeout: 60_000 }).toBe(false);
    expect(done).toEqual([]);
    failures = 0;
    await Promise.all([first, submit(2)]);
    expect(journal.isHealthy).toBe(true);
    expect(done).toEqual([1, 2]);
    expect(numbers()).toEqual([[1], [2]]);
  });

  test('a record that the store refuses is found by halves; all others are stored, in order', async () => {
    poison = new Set([7, 300, 301]);
    const numbersOf = Array.from({ length: 1000 }, (_, n) => n);
    const good = numbersOf.filter(n => !poison.has(n));
    void Promise.all(numbersOf.map(submit));
    await expect.poll(() => done.length, { timeout: 60_000 }).toBe(good.length);
    expect(done).toEqual(good);
    expect(numbers().flat()).toEqual(good);
    expect(refused).toEqual([7, 300, 301]);
    expect(journal.isHealthy).toBe(true);
    // Not one by one.
    expect(upToDate.length).toBeLessThan(80);
  });

  test('a snapshot that the store refuses is given up, and what came with it is stored', async () => {
    const dropped: unknown[] = [];
    let part: Batch['snapshot'] = { number: 1, at: 0, part: 0, text: 'x', isLast: true };
    journal = new Journal({
      store: {
        append: async batch => {
          if (batch.snapshot) throw Object.assign(new Error('no'), { code: '54000' });
          stored.push(batch);
        },
      },
      log: pino({ level: 'silent' }),
      takeSnapshot: () => part,
      dropSnapshot: error => {
        part = null;
        dropped.push(error);
      },
      onRefused: entry => refused.push(entry.records.inputs.length),
    });
    await Promise.all([submit(1), submit(2)]);
    expect(numbers()).toEqual([[1, 2]]);
    expect(dropped).toHaveLength(1);
    expect(refused).toEqual([]);
  });

  test('closing stores what is there', async () => {
    void submit(1);
    await journal.close();
    expect(numbers()).toEqual([[1]]);
  });

  test('closing does not wait for a store that fails', async () => {
    failures = Number.POSITIVE_INFINITY;
    void submit(1);
    await expect.poll(() => journal.isHealthy, { timeout: 60_000 }).toBe(false);
    await journal.close();
    expect(done).toEqual([]);
  });
});
