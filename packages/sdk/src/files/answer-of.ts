import type { Command, CommandName, CommandOutput } from '@eyeline/protocol';
import type { Connection } from '../connection/connection.ts';

/** Rejects where the server refuses, or does not answer. */
export const answerOf = <N extends CommandName>(
  connection: Connection,
  command: Command<N>,
): Promise<CommandOutput<N>> =>
  new Promise((resolve, reject) => {
    connection.ask(command, answer => {
      if (answer !== 'lost' && answer.ok) resolve(answer.value);
      else reject(new Error(answer === 'lost' ? answer : answer.error.code));
    });
  });
