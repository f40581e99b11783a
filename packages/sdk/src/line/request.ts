import type { CommandName, CommandOutput, FailureCode, Wish } from '@eyeline/protocol';
import type { Line } from './line.ts';

/** A command that was refused, or that nobody answered (`lost`). */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly code: FailureCode | 'lost';

  constructor(code: FailureCode | 'lost', message: string) {
    super(message);
    this.code = code;
  }
}

/** Asks over a line, as a promise. Rejects with a `RequestError`. */
export const request = <N extends CommandName>(line: Line, wish: Wish<N>): Promise<CommandOutput<N>> =>
  new Promise((resolve, reject) => {
    line.ask<N>(wish, answer => {
      if (answer === 'lost') reject(new RequestError('lost', `"${wish.type}" was not answered`));
      else if (answer.ok) resolve(answer.value);
      else reject(new RequestError(answer.error.code, answer.error.message));
    });
  });
