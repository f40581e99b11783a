import type { Failure, Wish } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { SignalingReport } from '../signaling.ts';
import { outcomeOf } from './outcome-of.ts';

/** In the place of the line: keeps what it is sent and reports what the test says. */
export class FakeSignaling {
  #report: (report: SignalingReport) => void = () => {};
  #asked: Wish[] = [];
  isClosed = false;

  readonly hole = fromCallback<Wish & EventObject>(({ receive, sendBack }) => {
    this.#report = sendBack;
    receive(wish => this.#asked.push(wish));
    return () => {
      this.isClosed = true;
    };
  });

  /** What was asked since the last time. */
  asked(): Wish[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }

  tell(report: SignalingReport): void {
    this.#report(report);
  }

  answer(wish: Wish | undefined, value: unknown): void {
    if (!wish) throw new Error('nothing was asked');
    this.#report(outcomeOf(wish, { ok: true, value }));
  }

  refuse(wish: Wish | undefined, error: Failure): void {
    if (!wish) throw new Error('nothing was asked');
    this.#report(outcomeOf(wish, { ok: false, error }));
  }
}
