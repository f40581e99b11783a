import type { ReactiveController, ReactiveControllerHost } from 'lit';

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

  /** Milliseconds since the epoch, by this device's clock. */
  get now(): number {
    return Date.now();
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#periodMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
