import { type FinesseMedia, readShownMedia, readShownTasks, type TaskDialog, type TaskStep } from '@eyeline/finesse';
import type { DesktopCommand } from '@eyeline/protocol';
import type { AgentsDesk } from './agents-desk.ts';

type Command<W> = W extends { readonly of: 'voice' }
  ? never
  : W extends DesktopCommand
    ? Omit<W, 'desktopCommandId' | 'expiresAt'>
    : never;

/** By the gadget in the agent's desktop. It refuses where Finesse shows something else than was thought here. */
export class GadgetDesk implements AgentsDesk {
  readonly #ask: (command: Command<DesktopCommand>) => Promise<string | undefined>;

  /** `ask` resolves, when the gadget has done it, with what was to be seen; it rejects with a FinesseError. */
  constructor(ask: (command: Command<DesktopCommand>) => Promise<string | undefined>) {
    this.#ask = ask;
  }

  async media(): Promise<readonly FinesseMedia[]> {
    return readShownMedia((await this.#ask({ of: 'poll', at: 'media' })) ?? '');
  }

  async tasks(): Promise<readonly TaskDialog[]> {
    return readShownTasks((await this.#ask({ of: 'poll', at: 'tasks' })) ?? '');
  }

  async setRoutable(mediaId: string, isRoutable: boolean): Promise<void> {
    await this.#ask({ of: 'routable', mediaId, isRoutable, onlyIf: { isRoutable: !isRoutable } });
  }

  async act({ id, state }: Pick<TaskDialog, 'id' | 'state'>, action: TaskStep): Promise<void> {
    await this.#ask({ of: 'task', dialogId: id, action, onlyIf: { state } });
  }
}
