import type { Desktop, DesktopTasks } from '@eyeline/machines';
import type { DesktopCommand, DesktopCommandId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { prepareAction } from './action.ts';

/** An agent who is routable in 5001 and has an offered task; what is asked is written down. */
function start() {
  const asked: unknown[] = [];
  const ask = async (...what: unknown[]) => void asked.push(what);
  const tasks: DesktopTasks = {
    poll: async at => `<${at}/>`,
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

const commanded = { desktopCommandId: 'w-1' as DesktopCommandId, expiresAt: 1 };
const voice: DesktopCommand = { ...commanded, of: 'voice', state: 'not-ready', reason: { code: 1 }, onlyIf: 'free' };
const routable: DesktopCommand = {
  ...{ ...commanded, of: 'routable', mediaId: '5001' },
  ...{ isRoutable: false, onlyIf: { isRoutable: true } },
};
const task: DesktopCommand = {
  ...commanded,
  of: 'task',
  dialogId: '1_1',
  action: 'accept',
  onlyIf: { state: 'offered' },
};

test.each<[DesktopCommand, unknown[]]>([
  [voice, ['not-ready']],
  [routable, ['5001', false]],
  [task, ['1_1', 'accept']],
])('%o is carried out when all is as expected, and not before it is said', async (command, done) => {
  const { desktop, asked } = start();
  const action = await prepareAction(desktop, command);
  expect([action.isAsExpected, asked]).toEqual([true, []]);
  expect(await action.act()).toBeUndefined();
  expect(asked).toEqual([done]);
});

test.each<DesktopCommand>([
  { ...voice, onlyIf: 'held' },
  { ...routable, isRoutable: true, onlyIf: { isRoutable: false } },
  { ...task, action: 'start', onlyIf: { state: 'accepted' } },
  { ...task, dialogId: '2_1' },
])('%o finds something else', async command => {
  expect((await prepareAction(start().desktop, command)).isAsExpected).toBe(false);
});

test('a look tells what is to be seen', async () => {
  const action = await prepareAction(start().desktop, { ...commanded, of: 'poll', at: 'tasks' });
  expect([action.isAsExpected, await action.act()]).toEqual([true, '<tasks/>']);
});
