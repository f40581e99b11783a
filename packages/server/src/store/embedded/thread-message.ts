/** What the thread is started with: where PostgreSQL's files are, and what they are copied from where there are none. */
export interface ThreadFiles {
  readonly directory: string;
  readonly template: string | undefined;
}

/** A statement for the thread that PGlite runs on; without one it is to close. */
export interface ThreadRequest {
  readonly sql: string | null;
  readonly parameters: readonly unknown[];
  /** It comes again and again, and nobody wants its rows: see `RepeatedStatements`. */
  readonly isRepeated?: boolean;
}

export interface ThreadResult {
  readonly rows: readonly unknown[];
  readonly affectedRows?: number | undefined;
}

/** How long a statement took in its thread, and how much of that was spent waiting for the disk. */
export interface StatementTiming {
  readonly ms: number;
  readonly syncs: number;
  readonly syncMs: number;
}

/** Requests are answered in their order. The first answer is to none: PGlite is open, or why it is not. */
export interface ThreadAnswer {
  readonly result?: ThreadResult;
  readonly error?: Error;
  /** PostgreSQL's code of the error, which an error loses on its way between threads. */
  readonly code?: string | undefined;
  /** PGlite itself has ended, or never began: the thread is of no more use. */
  readonly isOver?: boolean;
  readonly timing: StatementTiming;
}
