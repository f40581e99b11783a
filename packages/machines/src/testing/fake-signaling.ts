import type { Command, Failure } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { SignalingReport } from '../signaling.ts';
import { outcomeOf } from './outcome-of.ts';

/** In the place of the connection: keeps what it is sent and reports what the test says. */
export class FakeSignaling {
  #report: (report: SignalingReport) => void = () => {};
  #asked: Command[] = [];
  isClosed = false;

  readonly port = fromCallback<Command & EventObject>(({ receive, sendBack }) => {
    this.#report = sendBack;
    receive(command => this.#asked.push(command));
    return () => {
      this.isClosed = true;
    };
  });

  /** What was asked since the last time. */
  asked(): Command[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }

  notify(report: SignalingReport): void {
    this.#report(report);
  }

  answer(command: Command | undefined, value: unknown): void {
    if (!command) throw new Error('nothing was asked');
    this.#report(outcomeOf(command, { ok: true, value }));
  }

  refuse(command: Command | undefined, error: Failure): void {
    if (!command) throw new Error('nothing was asked');
    this.#report(outcomeOf(command, { ok: false, error }));
  }
}
