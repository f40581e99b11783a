import { type Desktop, isVoiceAsExpected } from '@eyeline/machines';
import type { DesktopWish } from '@eyeline/protocol';

/** A wish that can be carried out now. */
export interface Deed {
  /** Is what the desktop shows as the wish wants it? */
  readonly isAsExpected: boolean;
  /** Resolves when the desktop shows it; with what was seen, for a look. @throws DesktopError */
  act(): Promise<string | undefined>;
}

/** Looks at what the desktop shows, and changes nothing yet. @throws DesktopError */
export async function prepareDeed(desktop: Desktop, wish: DesktopWish): Promise<Deed> {
  const { tasks } = desktop;
  switch (wish.of) {
    case 'voice':
      await desktop.findReason(wish.reason);
      return { isAsExpected: isVoiceAsExpected(wish, desktop), act: () => silently(desktop.change(wish)) };
    case 'routable': {
      const { mediaId, isRoutable, onlyIf } = wish;
      return {
        isAsExpected: (await tasks.isRoutable(mediaId)) === onlyIf.isRoutable,
        act: () => silently(tasks.setRoutable(mediaId, isRoutable)),
      };
    }
    case 'task':
      return {
        isAsExpected: (await tasks.stateOf(wish.dialogId)) === wish.onlyIf.state,
        act: () => silently(tasks.act(wish)),
      };
    case 'look':
      return { isAsExpected: desktop.isReached, act: () => tasks.look(wish.at) };
  }
}

const silently = async (work: Promise<void>): Promise<undefined> => {
  await work;
  return undefined;
};
