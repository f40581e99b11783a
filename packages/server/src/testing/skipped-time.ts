import { SteadyClock } from '../process/steady-clock.ts';
import type { TestServer } from './test-server.ts';

/** A machine's time that passes as a test says, beside what really passes. */
export class SkippedTime {
  #skippedMs = 0;
  readonly clock = new SteadyClock({
    wall: () => Date.now() + this.#skippedMs,
    elapsed: () => performance.now() + this.#skippedMs,
  });

  /** So much time has passed, and routing looks at the clock. */
  skip(server: TestServer, ms: number): void {
    this.#skippedMs += ms;
    server.running.centre.interaction.carryOut(change => change.route({ type: 'clock.ticked' }));
  }
}
