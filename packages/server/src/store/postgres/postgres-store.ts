import { Kysely } from 'kysely';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { appendBatch, appendInEpoch } from '../append-batch.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/migrations.ts';
import { SqlStore } from '../sql-store.ts';
import type { Batch, Store } from '../store.ts';
import { createPostgresDialect } from './postgres-dialect.ts';
import { Writer, type WriterTimes } from './writer.ts';

export interface PostgresOptions extends Partial<WriterTimes> {
  /** The server itself: there is one writer of a database. Tools beside it are not. Default: true. */
  readonly writer?: boolean;
  /** How long the database may take for anything, in ms. */
  readonly timeoutMs?: number;
}

/**
 * A PostgreSQL server, or a pooler before it.
 * @throws StartupError when the database cannot be reached or another server uses it
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { writer: isWriter = true, timeoutMs = 5_000, beatMs = 1_000, silenceMs = 5_000 } = options;
  const connect = (max: number, isRepeating: boolean) =>
    new Kysely<Database>({ dialect: createPostgresDialect(url, { max, timeoutMs, isRepeating }) });
  const db = connect(2, false);
  // Commits wait for nobody's reading.
  const commits = connect(1, true);
  try {
    await migrate(db);
    if (!isWriter)
      return new SqlStore({ engine: 'PostgreSQL', db, vacuums: false, append: batch => appendBatch(db, batch) });
    const writer = await Writer.take(db, { beatMs, silenceMs });
    if (!writer) throw new WriterPresent();
    const append = (batch: Batch) => writer.run(epoch => appendInEpoch(commits, batch, epoch));
    return new SqlStore({ engine: 'PostgreSQL', db, vacuums: false, append, writing: { writer, db: commits } });
  } catch (error) {
    await Promise.all([db.destroy(), commits.destroy()]);
    throw new StartupError(describe(error));
  }
}

class WriterPresent extends Error {}

function describe(error: unknown): string {
  if (error instanceof WriterPresent) return startupSentences.databaseInUse;
  const why = error instanceof Error ? error.message : String(error);
  return startupSentences.databaseBroken(why);
}
