import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageNow } from './page-clock.ts';

/** Renders its element again every `periodMs`, for times that are told relative to now. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #periodMs: number;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, periodMs: number) {
    this.#host = host;
    this.#periodMs = periodMs;
    host.addController(this);
  }

  /** ms since the epoch, by the server's clock as soon as it is known. */
  get now(): number {
    return pageNow();
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#periodMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
