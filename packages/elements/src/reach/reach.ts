import { pageNow } from '../controller/page-clock.ts';
import { announce } from '../parts/announce.ts';
import { reach } from '../sentences/reach.ts';
import { claim, type Step } from './claim.ts';
import { KeptChoice } from './kept-choice.ts';
import { PageTitle } from './page-title.ts';
import { askPermission, permission, SystemNotice } from './system-notice.ts';
import { Tones } from './tones.ts';

/** What the site wants of it, as attributes of the widget. */
export interface ReachHost extends EventTarget {
  readonly renderRoot: HTMLElement | DocumentFragment;
  open: boolean;
  /** `data-sound` and `data-notifications`. */
  readonly dataset: DOMStringMap;
}

/** What of a visit somebody who does not look has to learn. */
export interface ReachNews {
  readonly interactionId: string;
  /** Who has written last, or calls, in a sentence. */
  readonly name: string;
  readonly unread: number;
  /** The last message of theirs; null where there is none. */
  readonly last: { readonly seq: number; readonly at: number; readonly text: string } | null;
  /** The call that rings. */
  readonly callId: string | null;
}

/** What came into the log within this time, ms, came now: what is older was there when the page came. */
const freshMs = 8000;
/** So often a call is heard, ms. */
const ringMs = 3000;
/** A page that somebody looks at goes first, ms. */
const headStartMs = 300;
const shownCharacters = 120;

const isInFront = () => document.visibilityState === 'visible' && document.hasFocus();

/** A widget's way to a customer who looks elsewhere: the page's title, a sound, a notification. Of a site's pages one tells. */
export class Reach {
  readonly sound = new KeptChoice('eyeline.sound');
  readonly notice = new KeptChoice('eyeline.notifications');
  readonly #host: ReachHost;
  readonly #title = new PageTitle();
  readonly #tones = new Tones(0.06);
  readonly #notice = new SystemNotice();
  #toldSeq = 0;
  #ringing: string | null = null;
  #rings: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReachHost) {
    this.#host = host;
    for (const type of ['pointerdown', 'keydown']) host.addEventListener(type, () => void this.#wake());
  }

  /** Whether the site leaves it to the customer. */
  get hasSound(): boolean {
    return this.#host.dataset['sound'] !== 'off';
  }

  get hasNotifications(): boolean {
    return ['on', 'text'].includes(this.#host.dataset['notifications'] ?? '') && permission() !== null;
  }

  get isNotified(): boolean {
    return this.hasNotifications && this.notice.isOn && permission() === 'granted';
  }

  /** From the customer's press. What came of it: `denied` is the browser's no. */
  async switchNotifications(isOn: boolean): Promise<NotificationPermission | null> {
    this.notice.switch(isOn);
    return isOn && permission() === 'default' ? askPermission() : permission();
  }

  switchSound(isOn: boolean): void {
    this.sound.switch(isOn);
    if (isOn) void this.#wake().then(() => this.#tones.play('message'));
  }

  follow(news: ReachNews): void {
    const { name, unread, last, callId } = news;
    if (callId) this.#title.show(reach.calls(name));
    else if (unread > 0) this.#title.show(reach.unread(unread, name));
    else this.#title.restore();
    if (unread === 0 && !callId) this.#notice.close();
    this.#ring(callId, name);
    const isNew = last !== null && last.seq > this.#toldSeq;
    if (!isNew) return;
    this.#toldSeq = last.seq;
    if (last.at <= pageNow() - freshMs) return;
    // Open, the messages themselves say it.
    if (!this.#host.open) announce(this.#host, `${name}: ${last.text}`);
    void this.#tellMessage(news, last);
  }

  /** Nothing of it stays on the page. */
  end(): void {
    this.#title.restore();
    this.#notice.close();
    this.#ring(null, '');
    this.#tones.close();
  }

  async #tellMessage({ interactionId, name }: ReachNews, { seq, text }: NonNullable<ReachNews['last']>) {
    const step = { of: interactionId, number: seq };
    const isTold = { sound: this.#host.open && isInFront(), notice: isInFront() };
    if (isTold.sound) await claim('sound', step);
    if (isTold.notice) await claim('notice', step);
    if (!isTold.notice) await new Promise(done => setTimeout(done, headStartMs));
    if (!isTold.sound && (await this.#canSound()) && (await claim('sound', step))) this.#tones.play('message');
    if (!isTold.notice && this.isNotified && (await claim('notice', step))) {
      const body = this.#host.dataset['notifications'] === 'text' ? text.slice(0, shownCharacters) : '';
      this.#notice.show(reach.from(name), body, this.#come);
    }
  }

  #ring(callId: string | null, name: string): void {
    if (callId === this.#ringing) return;
    this.#ringing = callId;
    clearInterval(this.#rings);
    if (!callId) return;
    const ring = () => void this.#ringOnce(callId);
    this.#rings = setInterval(ring, ringMs);
    ring();
    if (!this.#host.open) announce(this.#host, reach.calls(name), 'assertive');
    void this.#tellCall({ of: callId, number: 1 }, name);
  }

  /** Each stretch of time is heard from one page: when that is closed, from another. */
  async #ringOnce(callId: string): Promise<void> {
    if (document.hidden) await new Promise(done => setTimeout(done, headStartMs));
    const step = { of: callId, number: Math.floor(pageNow() / ringMs) };
    if (this.#ringing === callId && (await this.#canSound()) && (await claim('ring', step))) this.#tones.play('call');
  }

  async #tellCall(step: Step, name: string): Promise<void> {
    if (!isInFront()) await new Promise(done => setTimeout(done, headStartMs));
    if ((await claim('notice', step)) && !isInFront() && this.isNotified)
      this.#notice.show(reach.calls(name), '', this.#come);
  }

  async #canSound(): Promise<boolean> {
    if (!this.hasSound || !this.sound.isOn) return false;
    // Never before a press, wherever on the page: the browser would say no, and in its console.
    if (navigator.userActivation?.hasBeenActive) await this.#tones.wake();
    return this.#tones.canPlay;
  }

  async #wake(): Promise<void> {
    if (this.hasSound && this.sound.isOn) await this.#tones.wake();
  }

  readonly #come = (): void => {
    this.#host.open = true;
  };
}
