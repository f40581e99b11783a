import { Kysely, PGliteDialect } from 'kysely';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { appendStatement } from '../append-batch.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/migrations.ts';
import { SqlStore } from '../sql-store.ts';
import type { Batch, Store } from '../store.ts';
import type { PgliteThread } from './pglite-thread.ts';
import { type StartedPostgres, startEmbedded } from './start-embedded.ts';

/**
 * PostgreSQL inside this process, as `startEmbedded` starts it, with the tables in it.
 * @throws StartupError when another process has the directory open, or it cannot be opened
 */
export const openEmbeddedStore = async (directory: string, template?: string): Promise<Store> =>
  openStarted(startEmbedded(directory, template));

/** The tables have to be up to date. */
export function storeOn(pglite: PgliteThread, db: Kysely<Database>, afterClose?: () => void): SqlStore {
  const append = (batch: Batch) => {
    const { sql, parameters } = appendStatement(batch).compile(db);
    return pglite.repeat(sql, parameters);
  };
  return new SqlStore({ engine: 'PGlite', db, vacuums: true, append, ...(afterClose ? { afterClose } : {}) });
}

/**
 * The store on a PostgreSQL that was started before; it ends with it.
 * @throws StartupError when it cannot be opened
 */
export async function openStarted({ directory, pglite, close, release }: StartedPostgres): Promise<Store> {
  try {
    await pglite.waitReady;
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    await migrate(db);
    return storeOn(pglite, db, release);
  } catch (error) {
    await pglite.abandon();
    await close();
    const why = error instanceof Error ? error.message : String(error);
    throw new StartupError(startupSentences.storeBroken(directory, why));
  }
}
