import type { DesktopRefusal, EventPayload } from '@eyeline/protocol';
import type { Page } from './page.ts';
import type { UcceAgent } from './ucce-agent.ts';
import { until } from './ucce-agent.ts';

type DesktopCommand = EventPayload<'desktop.commanded'>;

const actions = { accept: 'ACCEPT', start: 'START', 'wrap-up': 'WRAP_UP', close: 'CLOSE' } as const;

/** Does in an agent's page as the gadget does: asks Finesse in the agent's own name, and answers when Finesse shows it. */
export class UcceGadget {
  /** What changes something. */
  readonly changes: DesktopCommand[] = [];
  polls = 0;
  /** Says nothing at all. */
  isSilent = false;
  /** To all that would change something. */
  refusal: DesktopRefusal | null = null;
  readonly #page: Page;
  readonly #agent: UcceAgent;

  constructor(page: Page, agent: UcceAgent) {
    this.#page = page;
    this.#agent = agent;
    page.socket.on('desktop.commanded', command => {
      // A poll may be on its way when the test ends and its agent goes: what breaks then is nobody's fault.
      this.#receive(command).catch(error => {
        if (!agent.isStopped) throw error;
      });
    });
  }

  async attach(): Promise<void> {
    await this.#page.do('desktop.attach', { userId: this.#agent.userId });
  }

  async #receive(command: DesktopCommand): Promise<void> {
    if (command.of === 'poll') this.polls += 1;
    else this.changes.push(command);
    if (this.isSilent) return;
    const refusal = command.of === 'poll' ? null : this.refusal;
    const shown = refusal === null ? await this.#obey(command) : undefined;
    const answer = { desktopCommandId: command.desktopCommandId, refusal, ...(shown === undefined ? {} : { shown }) };
    // The test may be over.
    if (this.#page.socket.connected) await this.#page.do('desktop.answer', answer).catch(() => {});
  }

  async #obey(command: DesktopCommand): Promise<string | undefined> {
    const agent = this.#agent;
    const user = `/User/${agent.userId}`;
    switch (command.of) {
      case 'poll':
        return agent.read(command.at === 'media' ? `${user}/Media` : `${user}/Dialogs/Media`);
      case 'routable':
        await agent.setRoutable(command.mediaId, command.isRoutable);
        await until('it shows', async () => (await agent.isRoutable(command.mediaId)) === command.isRoutable);
        return undefined;
      case 'task':
        await agent.put(
          `/Dialog/${command.dialogId}`,
          `<Dialog><requestedAction>${actions[command.action]}</requestedAction></Dialog>`,
        );
        await until('it shows', async () => {
          const task = (await agent.tasks()).find(({ id }) => id === command.dialogId);
          return task?.state !== command.onlyIf.state;
        });
        return undefined;
      case 'voice':
        throw new Error('Nobody follows this phone.');
    }
  }
}
