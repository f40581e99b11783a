import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** `lost`: it is being tried again. `back`: for a moment after that. */
export type ConnectionNews = 'lost' | 'back';

/** How long it stays to be read that the connection is back, in ms. */
const backMs = 4000;

/** What there is to say of the connection to the server; null while there is nothing. */
export class ConnectionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isOnline: () => boolean | undefined;
  #wasOnline = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  news: ConnectionNews | null = null;

  /** `isOnline` is asked before each rendering of `host`; undefined while nobody knows. */
  constructor(host: ReactiveControllerHost, isOnline: () => boolean | undefined) {
    this.#host = host;
    this.#isOnline = isOnline;
    host.addController(this);
  }

  hostUpdate(): void {
    const online = this.#isOnline();
    if (online === undefined) return;
    if (online !== (this.news !== 'lost')) {
      clearTimeout(this.#timer);
      this.news = !online ? 'lost' : this.#wasOnline ? 'back' : null;
      if (this.news === 'back') this.#timer = setTimeout(() => this.#forget(), backMs);
    }
    this.#wasOnline ||= online;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    if (this.news === 'back') this.news = null;
  }

  #forget(): void {
    this.news = null;
    this.#host.requestUpdate();
  }
}
