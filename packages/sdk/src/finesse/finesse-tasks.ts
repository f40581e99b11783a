import { DesktopError, type DesktopTasks } from '@eyeline/machines';
import type { TaskCommand, TaskStanding } from '@eyeline/protocol';
import { desktopSentences } from '../sentences/desktop.ts';
import type { AskFinesse } from './finesse-rest.ts';
import type { ShownTasks } from './shown-tasks.ts';

export interface FinesseTasksOptions {
  readonly userId: string;
  readonly ask: AskFinesse;
  readonly shown: ShownTasks;
  /** How long a change may stay without being shown, in ms. */
  readonly timeoutMs: number;
  /** Between two looks for it, in ms. */
  readonly pollMs?: number;
}

// Finesse's spellings (Developer Guide: Media, Task Routing), and nowhere else in a page.
const standings: Readonly<Record<string, TaskStanding>> = {
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  ACTIVE: 'active',
  PAUSED: 'held',
  WRAPPING_UP: 'wrapping-up',
  INTERRUPTED: 'interrupted',
  CLOSED: 'closed',
};
const actions: Readonly<Record<TaskCommand['action'], string>> = {
  accept: 'ACCEPT',
  start: 'START',
  'wrap-up': 'WRAP_UP',
  close: 'CLOSE',
};

/** The agent's Task Routing, as UCCE's Finesse has it. Its 202 is no more than a promise: a change is looked for until it shows. */
export function createFinesseTasks(options: FinesseTasksOptions): DesktopTasks {
  const { userId, ask, shown, timeoutMs, pollMs = 150 } = options;
  const user = `/User/${encodeURIComponent(userId)}`;
  const paths = { media: `${user}/Media`, tasks: `${user}/Dialogs/Media` };
  const mediaPath = (mediaId: string) => `${paths.media}/${encodeURIComponent(mediaId)}`;

  const isRoutable = async (mediaId: string): Promise<boolean> => {
    const routable = shown.routable(await ask('GET', mediaPath(mediaId)));
    if (routable !== 'true' && routable !== 'false')
      throw new DesktopError('failed', desktopSentences.notRoutableKnown(mediaId));
    return routable === 'true';
  };

  const stateOf = async (dialogId: string): Promise<TaskStanding> => {
    const state = shown.state(await ask('GET', paths.tasks), dialogId);
    return state === undefined ? 'closed' : (standings[state] ?? 'unknown');
  };

  const until = async (what: string, isShown: () => Promise<boolean>): Promise<void> => {
    for (const end = performance.now() + timeoutMs; performance.now() < end; ) {
      if (await isShown()) return;
      await new Promise(resolve => setTimeout(resolve, pollMs));
    }
    throw new DesktopError('not-confirmed', desktopSentences.notShown(what));
  };

  return {
    poll: at => ask('GET', paths[at]),
    isRoutable,
    stateOf,
    async setRoutable(mediaId, wanted) {
      await ask('PUT', mediaPath(mediaId), `<Media><routable>${wanted}</routable></Media>`);
      await until(`routable is ${wanted} in ${mediaId}`, async () => (await isRoutable(mediaId)) === wanted);
    },
    async act({ dialogId, action, onlyIf }) {
      const body = `<Dialog><requestedAction>${actions[action]}</requestedAction></Dialog>`;
      await ask('PUT', `/Dialog/${encodeURIComponent(dialogId)}`, body);
      await until(`${dialogId} followed ${action}`, async () => (await stateOf(dialogId)) !== onlyIf.state);
    },
  };
}
