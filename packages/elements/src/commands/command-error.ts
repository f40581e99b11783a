import type { FailureCode } from '@eyeline/protocol';

/** Why a command was not carried out: a code of the widget's own, or with which the server refused. */
export type CommandErrorCode =
  | 'unknown-command'
  | 'unknown-event'
  | 'invalid-arguments'
  | 'not-loaded'
  | 'no-session'
  | 'no-conversation'
  | 'not-offered'
  | 'cancelled'
  | 'destroyed'
  | FailureCode;

export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;

  constructor(code: CommandErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
