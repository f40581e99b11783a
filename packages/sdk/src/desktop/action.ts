import { type Desktop, isVoiceAsExpected } from '@eyeline/machines';
import type { DesktopCommand } from '@eyeline/protocol';

/** A command that can be carried out now. */
export interface Action {
  /** Is what the desktop shows as the command wants it? */
  readonly isAsExpected: boolean;
  /** Resolves when the desktop shows it; with what was seen, for a look. @throws DesktopError */
  act(): Promise<string | undefined>;
}

/** Looks at what the desktop shows, and changes nothing yet. @throws DesktopError */
export async function prepareAction(desktop: Desktop, command: DesktopCommand): Promise<Action> {
  const { tasks } = desktop;
  switch (command.of) {
    case 'voice':
      await desktop.findReason(command.reason);
      return { isAsExpected: isVoiceAsExpected(command, desktop), act: () => silently(desktop.change(command)) };
    case 'routable': {
      const { mediaId, isRoutable, onlyIf } = command;
      return {
        isAsExpected: (await tasks.isRoutable(mediaId)) === onlyIf.isRoutable,
        act: () => silently(tasks.setRoutable(mediaId, isRoutable)),
      };
    }
    case 'task':
      return {
        isAsExpected: (await tasks.stateOf(command.dialogId)) === command.onlyIf.state,
        act: () => silently(tasks.act(command)),
      };
    case 'poll':
      return { isAsExpected: desktop.isReached, act: () => tasks.poll(command.at) };
  }
}

const silently = async (work: Promise<void>): Promise<undefined> => {
  await work;
  return undefined;
};
