import { type Failure, type FailureCode, failure } from '@eyeline/protocol';

/** A command cannot be carried out, and the one who asked is told why. Thrown before anything is changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly failure: Failure;
  /** When it is worth trying again; programs are told over HTTP. */
  readonly retryAfterMs: number | undefined;

  /** `message`: where there is more to say than the code's own sentence. */
  constructor(code: FailureCode, message?: string, retryAfterMs?: number) {
    super(code);
    this.failure = failure(code, message);
    this.retryAfterMs = retryAfterMs;
  }
}
