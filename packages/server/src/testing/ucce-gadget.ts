import type { DesktopRefusal, EventPayload } from '@eyeline/protocol';
import type { Page } from './page.ts';
import type { UcceAgent } from './ucce-agent.ts';
import { until } from './ucce-agent.ts';

type DesktopWish = EventPayload<'desktop.wished'>;

const actions = { accept: 'ACCEPT', start: 'START', 'wrap-up': 'WRAP_UP', close: 'CLOSE' } as const;

/** Does in an agent's page as the gadget does: asks Finesse in the agent's own name, and answers when Finesse shows it. */
export class UcceGadget {
  /** What changes something. */
  readonly changes: DesktopWish[] = [];
  looks = 0;
  /** Says nothing at all. */
  isSilent = false;
  /** To all that would change something. */
  refusal: DesktopRefusal | null = null;
  readonly #page: Page;
  readonly #agent: UcceAgent;

  constructor(page: Page, agent: UcceAgent) {
    this.#page = page;
    this.#agent = agent;
    page.socket.on('desktop.wished', wish => void this.#hear(wish));
  }

  async attach(): Promise<void> {
    await this.#page.do('desktop.attach', { userId: this.#agent.userId });
  }

  async #hear(wish: DesktopWish): Promise<void> {
    if (wish.of === 'look') this.looks += 1;
    else this.changes.push(wish);
    if (this.isSilent) return;
    const refusal = wish.of === 'look' ? null : this.refusal;
    const shown = refusal === null ? await this.#obey(wish) : undefined;
    const answer = { wishId: wish.wishId, refusal, ...(shown === undefined ? {} : { shown }) };
    // The test may be over.
    if (this.#page.socket.connected) await this.#page.do('desktop.answer', answer).catch(() => {});
  }

  async #obey(wish: DesktopWish): Promise<string | undefined> {
    const agent = this.#agent;
    const user = `/User/${agent.userId}`;
    switch (wish.of) {
      case 'look':
        return agent.read(wish.at === 'media' ? `${user}/Media` : `${user}/Dialogs/Media`);
      case 'routable':
        await agent.setRoutable(wish.mediaId, wish.isRoutable);
        await until('it shows', async () => (await agent.isRoutable(wish.mediaId)) === wish.isRoutable);
        return undefined;
      case 'task':
        await agent.put(
          `/Dialog/${wish.dialogId}`,
          `<Dialog><requestedAction>${actions[wish.action]}</requestedAction></Dialog>`,
        );
        await until('it shows', async () => {
          const task = (await agent.tasks()).find(({ id }) => id === wish.dialogId);
          return task?.state !== wish.onlyIf.state;
        });
        return undefined;
      case 'voice':
        throw new Error('Nobody follows this telephone.');
    }
  }
}
