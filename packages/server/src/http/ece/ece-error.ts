/** A failure in ECE's form: an HTTP status, a code that begins with it, and a sentence for the developer. */
export class EceError extends Error {
  override readonly name = 'EceError';
  readonly status: number;
  /** As `409-100`. */
  readonly code: string;

  constructor(status: number, number: number, developerMessage: string) {
    super(developerMessage);
    this.status = status;
    this.code = `${status}-${number}`;
  }

  get body() {
    return { code: this.code, developerMessage: this.message };
  }
}

/** ECE's own sentence, which clients look for: they fetch the configuration again and repeat. */
export const staleConfiguration = (): EceError =>
  new EceError(
    409,
    100,
    'Last modified date provided in the request body for the following  do not match : conversation.entryPointConfiguration.',
  );
