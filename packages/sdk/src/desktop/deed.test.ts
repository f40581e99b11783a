import type { Desktop, DesktopTasks } from '@eyeline/machines';
import type { DesktopWish, DesktopWishId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { prepareDeed } from './deed.ts';

/** An agent who is routable in 5001 and has an offered task; what is asked is written down. */
function start() {
  const asked: unknown[] = [];
  const ask = async (...what: unknown[]) => void asked.push(what);
  const tasks: DesktopTasks = {
    look: async at => `<${at}/>`,
    isRoutable: async () => true,
    stateOf: async dialogId => (dialogId === '1_1' ? 'offered' : 'closed'),
    setRoutable: ask,
    act: ({ dialogId, action }) => ask(dialogId, action),
  };
  const desktop: Desktop = {
    ...{ userId: '1001', isReached: true, tasks },
    ...{
      findReason: async () => {},
      standing: () => 'free',
      follow: () => () => {},
      change: ({ state }) => ask(state),
    },
  };
  return { desktop, asked };
}

const wished = { wishId: 'w-1' as DesktopWishId, expiresAt: 1 };
const voice: DesktopWish = { ...wished, of: 'voice', state: 'not-ready', reason: { code: 1 }, onlyIf: 'free' };
const routable: DesktopWish = {
  ...{ ...wished, of: 'routable', mediaId: '5001' },
  ...{ isRoutable: false, onlyIf: { isRoutable: true } },
};
const task: DesktopWish = { ...wished, of: 'task', dialogId: '1_1', action: 'accept', onlyIf: { state: 'offered' } };

test.each<[DesktopWish, unknown[]]>([
  [voice, ['not-ready']],
  [routable, ['5001', false]],
  [task, ['1_1', 'accept']],
])('%o is carried out when all is as expected, and not before it is said', async (wish, done) => {
  const { desktop, asked } = start();
  const deed = await prepareDeed(desktop, wish);
  expect([deed.isAsExpected, asked]).toEqual([true, []]);
  expect(await deed.act()).toBeUndefined();
  expect(asked).toEqual([done]);
});

test.each<DesktopWish>([
  { ...voice, onlyIf: 'ours' },
  { ...routable, isRoutable: true, onlyIf: { isRoutable: false } },
  { ...task, action: 'start', onlyIf: { state: 'accepted' } },
  { ...task, dialogId: '2_1' },
])('%o finds something else', async wish => {
  expect((await prepareDeed(start().desktop, wish)).isAsExpected).toBe(false);
});

test('a look tells what is to be seen', async () => {
  const deed = await prepareDeed(start().desktop, { ...wished, of: 'look', at: 'tasks' });
  expect([deed.isAsExpected, await deed.act()]).toEqual([true, '<tasks/>']);
});
