import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DrivenTime } from '../../testing/driven-time.ts';
import { pauseAfter } from './backoff.ts';
import { Loop, type LoopOptions } from './loop.ts';

const backoff = { firstMs: 100, longestMs: 1_000 };

let time: DrivenTime;
/** When turns began. */
let at: number[];
let faults: unknown[];
let isFailing: boolean;
beforeEach(() => {
  time = new DrivenTime();
  at = [];
  faults = [];
  isFailing = false;
});

const loopOf = (next: number | null, more: Partial<LoopOptions> = {}) =>
  new Loop({
    turn: () => {
      at.push(Math.round(time.now()));
      if (isFailing) throw new Error('no');
      return next;
    },
    backoff,
    onFault: error => faults.push(error),
    time,
    ...more,
  });

/** A turn that lasts until it is ended. */
function held() {
  let end = () => {};
  const turn = () => {
    at.push(Math.round(time.now()));
    return new Promise<null>(resolve => {
      end = () => resolve(null);
    });
  };
  return { turn, end: () => end() };
}

const distances = () => at.slice(1).map((one, index) => one - (at[index] ?? 0));

describe('the pause after a failure', () => {
  test('doubles up to a limit, and is anything up to that by chance', () => {
    const most = [1, 2, 3, 4, 5, 6, 1_000_000].map(failures => pauseAfter(failures, backoff, 1));
    expect(most).toEqual([100, 200, 400, 800, 1_000, 1_000, 1_000]);
    expect([0, 0.25, 0.5].map(chance => pauseAfter(3, backoff, chance))).toEqual([0, 100, 200]);
  });

  test('a thousand that failed together come back spread over all of it', () => {
    const pauses = Array.from({ length: 1_000 }, (_, n) => pauseAfter(4, backoff, n / 1_000));
    const tenths = Array.from({ length: 10 }, (_, n) => pauses.filter(ms => Math.floor(ms / 80) === n).length);
    expect(tenths).toEqual(Array(10).fill(100));
  });
});

describe('a loop', () => {
  test('does nothing until something is due', async () => {
    const loop = loopOf(10);
    await time.pass(1_000);
    expect([at, time.pending]).toEqual([[], 0]);
    loop.due(5);
    await time.pass(26);
    expect(at).toEqual([1_005, 1_015, 1_025]);
  });

  test('what is due last counts, sooner or later; null: nothing is', async () => {
    const loop = loopOf(null);
    loop.due(50);
    loop.due(10);
    loop.due(80);
    await time.pass(79);
    expect(at).toEqual([]);
    await time.pass(1);
    loop.due(10);
    loop.due(null);
    await time.pass(1_000);
    expect([at, time.pending]).toEqual([[80], 0]);
  });

  test('after failures it waits longer and longer up to the limit, and begins anew after a success', async () => {
    const loop = loopOf(100);
    isFailing = true;
    loop.wake();
    await time.pass(100 + 200 + 400 + 800 + 1_000 + 1_000);
    expect(distances()).toEqual([100, 200, 400, 800, 1_000, 1_000]);
    expect(faults).toHaveLength(7);
    isFailing = false;
    await time.pass(1_000);
    isFailing = true;
    at = [];
    await time.pass(100 + 100 + 200 + 10);
    expect(distances().slice(-2)).toEqual([100, 200]);
  });

  test('woken, it tries at once, also in the pause after a failure; what is only due waits for its end', async () => {
    const loop = loopOf(null);
    isFailing = true;
    loop.wake();
    await time.pass(350);
    expect(at).toEqual([0, 100, 300]);
    loop.due(1);
    await time.pass(50);
    expect(at).toHaveLength(3);
    loop.wake();
    await time.pass(0);
    expect(at).toEqual([0, 100, 300, 400]);
    loop.wake(30);
    await time.pass(30);
    expect(at.at(-1)).toBe(430);
  });

  test('nothing due any more: not even after a failure', async () => {
    const loop = loopOf(null);
    isFailing = true;
    loop.wake();
    await time.pass(0);
    loop.due(null);
    await time.pass(10_000);
    expect(at).toEqual([0]);
  });

  test('there are never two turns at once; woken in one, there is another one after it', async () => {
    const { turn, end } = held();
    const loop = loopOf(null, { turn });
    loop.wake();
    await time.pass(0);
    loop.wake();
    loop.wake();
    loop.due(0);
    await time.pass(500);
    expect(at).toEqual([0]);
    end();
    await time.pass(10);
    expect(at).toEqual([0, 500]);
    end();
    await time.pass(1_000);
    expect(at).toEqual([0, 500]);
  });

  test('woken in a turn that fails, it does not wait for the pause', async () => {
    const loop: Loop = loopOf(null, {
      turn: () => {
        at.push(time.now());
        if (at.length === 1) loop.wake(30);
        throw new Error('no');
      },
    });
    loop.wake();
    await time.pass(60);
    expect(at).toEqual([0, 30]);
  });

  test('stopped, it begins no turn, and waits for the one that is under way', async () => {
    const { turn, end } = held();
    const loop = loopOf(null, { turn });
    loop.wake();
    await time.pass(0);
    let isStopped = false;
    const stopped = loop.stop().then(() => {
      isStopped = true;
    });
    loop.wake();
    loop.due(0);
    await time.pass(1_000);
    expect([at.length, isStopped]).toEqual([1, false]);
    end();
    await stopped;
    await time.pass(1_000);
    expect([at.length, time.pending]).toEqual([1, 0]);
  });

  test('whoever asks, and however often: turns keep their distance, and none is forgotten', async () => {
    const loop = loopOf(null, { apartMs: 100 });
    for (let n = 0; n < 50; n += 1) {
      loop.wake();
      await time.pass(7);
    }
    await time.pass(1_000);
    expect(at).toEqual([0, 100, 200, 300, 400]);
    loop.rest(100);
    loop.wake();
    await time.pass(99);
    expect(at).toHaveLength(5);
    await time.pass(1);
    expect(at).toHaveLength(6);
  });

  test('whatever is asked, and whatever fails: one turn at a time, one timer, and each wake is followed by a turn', async () => {
    const step = fc.constantFrom('wake', 'due', 'none', 'fail', 'succeed', 'pass', 'rest');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
        time = new DrivenTime();
        let running = 0;
        let turns = 0;
        isFailing = false;
        const loop = loopOf(null, {
          turn: async () => {
            running += 1;
            turns += 1;
            expect(running).toBe(1);
            await Promise.resolve();
            running -= 1;
            if (isFailing) throw new Error('no');
            return null;
          },
        });
        for (const one of steps) {
          if (one === 'due') loop.due(20);
          if (one === 'none') loop.due(null);
          if (one === 'rest') loop.rest(10);
          if (one === 'pass') await time.pass(15);
          if (one === 'fail' || one === 'succeed') isFailing = one === 'fail';
          if (one === 'wake') {
            const before = turns;
            loop.wake();
            await time.pass(10);
            expect(turns).toBeGreaterThan(before);
          }
          expect(time.pending).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
