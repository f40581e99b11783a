import type { DeskTask } from '@eyeline/machines';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { callOf } from '../call/call-of.ts';
import { callSceneOf } from '../call/call-scene.ts';
import { peerOf } from '../parts/peer.ts';
import { KeptChoice } from '../reach/kept-choice.ts';
import { PageTitle } from '../reach/page-title.ts';
import { askPermission, permission, SystemNotice } from '../reach/system-notice.ts';
import { desk } from '../sentences/desk.ts';
import { deskReach } from '../sentences/desk-reach.ts';
import { followCall } from './desk-events.ts';
import type { DeskSounds } from './desk-sounds.ts';
import { offerSentence } from './offer-announcement.ts';
import type { DeskState } from './select-desk.ts';

const ringMs = 3000;

/** What of a desk its agent has to learn who looks elsewhere. */
export interface DeskNews extends Pick<DeskState, 'offers' | 'tasks'> {
  /** How many messages stand unread. */
  readonly unread: number;
}

/** A desk's way to an agent who looks elsewhere: the title of its page, a ringing call, notifications of the system's. */
export class DeskReach implements ReactiveController {
  readonly #choice = new KeptChoice('eyeline.desk.notifications');
  readonly #title = new PageTitle();
  readonly #notice = new SystemNotice();
  readonly #host: ReactiveControllerHost;
  readonly #sounds: DeskSounds;
  #followed: readonly DeskTask[] = [];
  #unfollow: readonly (() => void)[] = [];
  #told: ReadonlySet<string> = new Set();
  #unread = 0;
  #rings: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, sounds: DeskSounds) {
    this.#host = host;
    this.#sounds = sounds;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#title.restore();
    this.#notice.close();
    this.#ring(false);
    this.#followCalls([]);
  }

  /** Whether the browser has notifications, and has not been told never to show any. */
  get canNotify(): boolean {
    return permission() !== null && permission() !== 'denied';
  }

  get isNotifying(): boolean {
    return permission() === 'granted' && this.#choice.isOn;
  }

  /** From the agent's press. */
  async switch(isOn: boolean): Promise<void> {
    this.#choice.switch(isOn);
    if (isOn && permission() === 'default') await askPermission();
  }

  follow({ offers, tasks, unread }: DeskNews): void {
    if (tasks !== this.#followed) this.#followCalls(tasks);
    const callers = tasks.filter(({ conversation }) => {
      const call = callOf(conversation)?.getSnapshot();
      return call !== undefined && callSceneOf(call) === 'invited';
    });
    this.#ring(callers.length > 0);
    const count = unread + offers.length;
    if (count > 0) this.#title.show(`(${count})`, ' ');
    else this.#title.restore();

    const open = new Map([
      ...offers.map(offer => [offer.offerId as string, offerSentence(offer)] as const),
      ...callers.map(({ interactionId, conversation }) => {
        const name = peerOf(conversation.getSnapshot().context)?.name || desk.customer;
        return [`${interactionId} call`, deskReach.calls(name)] as const;
      }),
    ]);
    for (const [id, sentence] of open) if (!this.#told.has(id)) this.#tell(sentence);
    if (unread > this.#unread) this.#tell(deskReach.unread(unread));
    if (open.size === 0 && unread === 0) this.#notice.close();
    this.#told = new Set(open.keys());
    this.#unread = unread;
  }

  #followCalls(tasks: readonly DeskTask[]): void {
    for (const unfollow of this.#unfollow) unfollow();
    this.#followed = tasks;
    this.#unfollow = tasks.map(task => followCall(task, () => this.#host.requestUpdate()));
  }

  /** Only to who looks elsewhere, and never what a customer has written: others see the agent's screen too. */
  #tell(sentence: string): void {
    if (this.isNotifying && !(document.visibilityState === 'visible' && document.hasFocus()))
      this.#notice.show(sentence, '', () => {});
  }

  #ring(isRinging: boolean): void {
    if (isRinging === (this.#rings !== undefined)) return;
    clearInterval(this.#rings);
    this.#rings = undefined;
    if (!isRinging) return;
    this.#sounds.play('call');
    this.#rings = setInterval(() => this.#sounds.play('call'), ringMs);
  }
}
