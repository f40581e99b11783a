import { type ConversationActor, unreadOf } from '@eyeline/machines';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost {
  readonly conversation: ConversationActor | null;
  readonly renderRoot: ParentNode;
}

/** Of so many unread messages it is looked whether they are in sight: who sees one has what is above it behind them. */
const watchedMost = 20;

/** Of a message that is taller than the list, so much in px is enough. */
const enoughPx = 120;

/**
 * Tells the conversation what was seen: messages of others that stand in sight, in a page that is in front. Hidden elements,
 * what is scrolled away and pages in the background show nothing to anybody.
 */
export class ReadWatch implements ReactiveController {
  readonly #host: Host;
  readonly #seqs = new Map<Element, number>();
  readonly #inSight = new Set<Element>();
  #observer: IntersectionObserver | undefined;
  #conversation: ConversationActor | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tell);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tell);
    this.#forget();
  }

  hostUpdated(): void {
    const { conversation, renderRoot } = this.#host;
    if (conversation !== this.#conversation) this.#forget();
    this.#conversation = conversation;
    const context = conversation?.getSnapshot().context;
    if (!context) return;
    this.#observer ??= new IntersectionObserver(entries => this.#look(entries), { threshold: [0, 0.25, 0.5, 1] });
    const watched = new Set(this.#seqs.values());
    for (const { messageId, seq } of unreadOf(context).slice(-watchedMost)) {
      const bubble = watched.has(seq) ? null : renderRoot.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
      if (!bubble) continue;
      this.#seqs.set(bubble, seq);
      this.#observer.observe(bubble);
    }
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio, intersectionRect } of entries) {
      if (intersectionRatio >= 0.5 || intersectionRect.height > enoughPx) this.#inSight.add(target);
      else this.#inSight.delete(target);
    }
    this.#tell();
  }

  readonly #tell = (): void => {
    if (document.visibilityState !== 'visible' || this.#inSight.size === 0) return;
    const throughSeq = Math.max(...[...this.#inSight].map(one => this.#seqs.get(one) ?? 0));
    for (const [bubble, seq] of this.#seqs) {
      if (seq > throughSeq) continue;
      this.#observer?.unobserve(bubble);
      this.#seqs.delete(bubble);
      this.#inSight.delete(bubble);
    }
    this.#conversation?.send({ type: 'see', throughSeq });
  };

  #forget(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#seqs.clear();
    this.#inSight.clear();
  }
}
