import type { EntryPointStanding, FallbackOption, ProactiveInvite } from '@eyeline/protocol';
import { canBeHad } from './can-be-had.ts';
import { isDue } from './due.ts';
import { inviteCard } from './invite-card.ts';
import { inviteWords } from './invite-words.ts';
import { PageWatch } from './page-watch.ts';
import type { ShownInvites } from './shown-invites.ts';

/** Which invitation it is about. */
export interface InviteDetail {
  readonly inviteId: string;
}

/** Where invitations stand: beside the loader's button, or the widget's. */
export interface ProactivePlace {
  readonly element: Pick<HTMLElement, 'shadowRoot' | 'dispatchEvent'>;
  readonly isLeft: boolean;
  readonly shown: ShownInvites;
  /** Another has taken its place, or it was taken off the page. */
  isOver(): boolean;
  /** Nobody is invited now: the panel is open, a conversation goes on, or nothing is to be seen. */
  isBusy(): boolean;
  standing(): Promise<EntryPointStanding | null>;
  open(mode: FallbackOption | undefined): Promise<unknown>;
}

/** Who could not be had is asked for again after so long. */
const againMs = 60_000;

/** Invites the visitor when a rule says so, somebody is there, and it was not too often. */
export class Proactive {
  readonly #place: ProactivePlace;
  readonly #watch: PageWatch;
  readonly #events = new Set<string>();
  #invites: readonly ProactiveInvite[] = [];
  #card: HTMLElement | null = null;
  #isAsking = false;
  #quietUntil = 0;

  constructor(place: ProactivePlace) {
    this.#place = place;
    this.#watch = new PageWatch(isLeaving => this.#look(isLeaving));
  }

  /** Those of the same id are replaced. */
  add(invites: readonly ProactiveInvite[]): void {
    const ids = new Set(invites.map(({ inviteId }) => inviteId));
    this.#invites = [...this.#invites.filter(({ inviteId }) => !ids.has(inviteId)), ...invites];
  }

  /** The page itself says that something has happened. */
  tell(event: string): void {
    this.#events.add(event);
    this.#look(false);
  }

  end(): void {
    this.#watch.end();
    this.#remove();
  }

  #look(isLeaving: boolean): void {
    const place = this.#place;
    if (place.isOver()) this.end();
    if (place.isBusy()) this.#remove();
    if (place.isOver() || place.isBusy() || this.#card || this.#isAsking || performance.now() < this.#quietUntil)
      return;
    const visit = this.#watch.visit(isLeaving, this.#events);
    const invite = this.#invites.find(one => isDue(one, visit) && place.shown.allows(one, Date.now()));
    if (invite) void this.#offer(invite);
  }

  async #offer(invite: ProactiveInvite): Promise<void> {
    this.#isAsking = true;
    const standing = await this.#place.standing();
    this.#isAsking = false;
    if (!canBeHad(invite, standing)) this.#quietUntil = performance.now() + againMs;
    else if (!this.#place.isOver() && !this.#place.isBusy()) this.#show(invite);
  }

  #show(invite: ProactiveInvite): void {
    const { element, shown, isLeft } = this.#place;
    const { inviteId, mode } = invite;
    const detail: InviteDetail = { inviteId };
    shown.remember(invite, Date.now());
    this.#card = inviteCard({
      ...inviteWords(invite),
      isLeft,
      onAccept: () => {
        this.#remove();
        element.dispatchEvent(new CustomEvent('eyeline-invite-accepted', { detail, bubbles: true, composed: true }));
        this.#place.open(mode).catch(console.error);
      },
      onDismiss: () => {
        this.#dismiss(invite, detail);
      },
    });
    element.shadowRoot?.append(this.#card);
    element.dispatchEvent(new CustomEvent('eyeline-invite-shown', { detail, bubbles: true, composed: true }));
  }

  #dismiss(invite: ProactiveInvite, detail: InviteDetail): void {
    const { element, shown } = this.#place;
    const hadFocus = this.#card?.shadowRoot?.activeElement != null;
    this.#remove();
    shown.dismiss(invite);
    // Who pressed a key goes on where they were.
    if (hadFocus) element.shadowRoot?.querySelector<HTMLElement>('.launcher, button')?.focus();
    element.dispatchEvent(new CustomEvent('eyeline-invite-dismissed', { detail, bubbles: true, composed: true }));
  }

  #remove(): void {
    this.#card?.remove();
    this.#card = null;
  }
}
