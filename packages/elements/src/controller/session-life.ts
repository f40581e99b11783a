import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an element needs of a session to answer for its life. A page that leaves both out keeps the session to itself. */
export interface SessionWithLife {
  /** Ends the session in this page. */
  close?(): void;
  /** The same visit once more after it was closed. */
  again?(): this;
}

/** How long an element may be off the page and count as being moved, in ms. */
const moveMs = 1000;

/**
 * An element owns the session that it was given: a session that is replaced is closed, and one whose element was taken
 * off the page and not put back in a moment. An element that comes back later takes the visit up again.
 */
export class SessionLife<S extends SessionWithLife> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { session: S | null };
  #shown: S | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(host: ReactiveControllerHost & { session: S | null }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    clearTimeout(this.#leaving);
    if (this.#isOver) this.#host.session = this.#host.session?.again?.() ?? null;
  }

  hostUpdate(): void {
    const { session } = this.#host;
    if (session === this.#shown) return;
    this.#close();
    this.#shown = session;
    this.#isOver = false;
  }

  hostDisconnected(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#close(), moveMs);
  }

  /** For good. */
  end(): void {
    clearTimeout(this.#leaving);
    this.#host.session?.close?.();
    this.#isOver = true;
    this.#host.session = null;
  }

  #close(): void {
    if (this.#isOver || !this.#shown) return;
    this.#isOver = true;
    this.#shown.close?.();
  }
}
