/** What was given cannot be written down at all: no store would take it. */
export class UnwritableRecord extends Error {
  override readonly name = 'UnwritableRecord';
}

/**
 * Classes of SQLSTATE that speak of what was given, and not of the store: a statement that touches a row twice, data, what
 * tables demand of it, and what is too large. Connections, disks and shutdowns have classes of their own.
 */
const aboutContent = /^(21|22|23|54)[0-9A-Z]{3}$/;

/** PostgreSQL's code of an error; null when it has none. */
export const sqlStateOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Does the store refuse what it was given, so that trying again is no use? */
export const isRefusedRecord = (error: unknown): boolean =>
  error instanceof UnwritableRecord || aboutContent.test(sqlStateOf(error) ?? '');
