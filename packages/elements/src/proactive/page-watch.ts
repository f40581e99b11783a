import type { PageVisit } from './due.ts';

const everyMs = 1000;

/** Watches how a page is visited; a page that a router puts in the place of another is another one. */
export class PageWatch {
  readonly #onMoment: (isLeaving: boolean) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #path = location.pathname;
  #seenMs = 0;
  #scrolled = 0;

  constructor(onMoment: (isLeaving: boolean) => void) {
    this.#onMoment = onMoment;
    this.#timer = setInterval(this.#tick, everyMs);
    addEventListener('scroll', this.#scroll, { passive: true, capture: true });
    document.addEventListener('mouseout', this.#leave);
  }

  visit(isLeaving: boolean, events: ReadonlySet<string>): PageVisit {
    return { seenMs: this.#seenMs, scrolled: this.#scrolled, path: this.#path, isLeaving, events };
  }

  end(): void {
    clearInterval(this.#timer);
    removeEventListener('scroll', this.#scroll, { capture: true });
    document.removeEventListener('mouseout', this.#leave);
  }

  readonly #tick = (): void => {
    if (location.pathname !== this.#path) {
      this.#path = location.pathname;
      this.#seenMs = 0;
      this.#scrolled = 0;
    }
    if (document.hidden) return;
    this.#seenMs += everyMs;
    this.#onMoment(false);
  };

  readonly #scroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    const most = scrollHeight - clientHeight;
    if (most > 0) this.#scrolled = Math.max(this.#scrolled, Math.min(1, scrollTop / most));
  };

  readonly #leave = ({ relatedTarget, clientY }: MouseEvent): void => {
    if (relatedTarget === null && clientY <= 0) this.#onMoment(true);
  };
}
