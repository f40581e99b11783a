import type { Command, CommandName, CommandOutput, FailureCode } from '@eyeline/protocol';
import type { Connection } from './connection.ts';

/** A command that was refused, or that nobody answered (`lost`). */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly code: FailureCode | 'lost';

  constructor(code: FailureCode | 'lost', message: string) {
    super(message);
    this.code = code;
  }
}

/** Asks over a connection, as a promise. Rejects with a `RequestError`. */
export const request = <N extends CommandName>(
  connection: Connection,
  command: Command<N>,
): Promise<CommandOutput<N>> =>
  new Promise((resolve, reject) => {
    connection.ask<N>(command, answer => {
      if (answer === 'lost') reject(new RequestError('lost', `"${command.type}" was not answered`));
      else if (answer.ok) resolve(answer.value);
      else reject(new RequestError(answer.error.code, answer.error.message));
    });
  });
