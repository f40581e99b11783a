/** The store gave no answer: whether it did what it was asked to, nobody knows. The same may be asked again a little later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message || reasonOf(cause) : String(cause), { cause });
  }
}

/** Where several addresses were tried, Node says in `code` alone what went wrong. */
const reasonOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);
