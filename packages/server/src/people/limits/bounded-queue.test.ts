import { expect, test } from 'vitest';
import { BoundedQueue } from './bounded-queue.ts';

/** Work that goes on until it is told to end. */
function slowWork() {
  const ends: (() => void)[] = [];
  let most = 0;
  let now = 0;
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>(end => ends.push(end));
    now -= 1;
    return 'done';
  };
  return { work, ends, most: () => most };
}

test('so many at once and never more; what does not fit is refused and not done', async () => {
  const queue = new BoundedQueue({ atOnce: 2, places: 4 });
  const { work, ends, most } = slowWork();
  const answers = Array.from({ length: 9 }, (_, index) => queue.run(`owner-${index}`, work));
  expect([queue.running, queue.waiting]).toEqual([2, 4]);
  expect(await Promise.all(answers.slice(6))).toEqual([null, null, null]);
  for (let done = 0; done < 6; done += 1) {
    await expect.poll(() => ends.length).toBe(Math.min(done + 2, 6));
    ends[done]?.();
  }
  expect(await Promise.all(answers.slice(0, 6))).toEqual(Array.from({ length: 6 }, () => 'done'));
  expect(most()).toBe(2);
  expect([queue.running, queue.waiting]).toEqual([0, 0]);
});

test('what nobody waits for any more is not begun, and makes room for others', async () => {
  const queue = new BoundedQueue({ atOnce: 1, places: 4 });
  const { work, ends } = slowWork();
  const gone = new Set<string>();
  const run = (name: string) => queue.run(name, work, () => gone.has(name));
  const first = run('first');
  const [second, third] = [run('second'), run('third')];
  for (const name of ['fourth', 'fifth']) void run(name);
  expect(queue.waiting).toBe(4);
  for (const name of ['second', 'fourth', 'fifth']) gone.add(name);
  const sixth = run('sixth');
  expect([await second, queue.waiting]).toEqual([null, 2]);
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  gone.add('sixth');
  ends[1]?.();
  expect(await Promise.all([first, third, sixth])).toEqual(['done', 'done', null]);
  expect([ends.length, queue.running, queue.waiting]).toEqual([2, 0, 0]);
});

test('one owner takes half of the places, and what fails gives its place back', async () => {
  const queue = new BoundedQueue({ atOnce: 1, places: 4 });
  const { work, ends } = slowWork();
  const first = queue.run('busy', work);
  const failing = queue.run('busy', () => Promise.reject(new Error('no')));
  const third = queue.run('busy', work);
  expect(await queue.run('busy', work)).toBeNull();
  const other = queue.run('other', work);
  ends[0]?.();
  await expect(failing).rejects.toThrow('no');
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await expect.poll(() => ends.length).toBe(3);
  ends[2]?.();
  expect(await Promise.all([first, third, other])).toEqual(['done', 'done', 'done']);
});
