import type { Caller } from '../people/caller.ts';
import { Refusal } from '../people/refusal.ts';

/** One command on its way to its reply. */
export class Request {
  readonly caller: Caller;
  #isHolding = false;
  #isReplied = false;

  constructor(caller: Caller) {
    this.caller = caller;
  }

  /**
   * From here to the reply the caller is told nothing. For a reply that says how things stand now: what happens after
   * that must come after it.
   * @throws Refusal when it was answered meanwhile, because it took too long
   */
  holdUntilReplied(): void {
    if (this.#isReplied) throw new Refusal('server-busy');
    if (this.#isHolding) return;
    this.#isHolding = true;
    this.caller.hold();
  }

  /** It was answered, because it took too long, or its page is gone: nobody will hear what comes of it. */
  get isOver(): boolean {
    return this.#isReplied || !this.caller.isConnected;
  }

  replied(): void {
    this.#isReplied = true;
    if (this.#isHolding) this.caller.release();
    this.#isHolding = false;
  }
}
