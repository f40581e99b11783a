import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import { StartupError } from '../../settings/startup-error.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/migrations.ts';
import { SqlStore } from '../sql-store.ts';
import type { Store } from '../store.ts';
import { DirectoryLock } from './directory-lock.ts';
import { PgliteThread } from './pglite-thread.ts';
import { storeTemplate } from './store-template.ts';

/**
 * PostgreSQL inside this process, on a thread of its own; its files in `directory`. A new one begins as a copy of `template`,
 * where there is one.
 * @throws StartupError when another process has the directory open, or it cannot be opened
 */
export async function openEmbeddedStore(directory: string, template?: string): Promise<Store> {
  const lock = await lockDirectory(directory);
  const files = join(directory, 'postgres');
  let pglite: PgliteThread | undefined;
  try {
    const isCopied = template !== undefined && existsSync(template) && !existsSync(files);
    const copy = isCopied ? await storeTemplate.copy(template, files) : null;
    pglite = new PgliteThread(files);
    await Promise.all([pglite.waitReady, copy?.synced]);
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    await migrate(db);
    return new SqlStore({ engine: 'PGlite', db, vacuums: true, afterClose: () => lock.release() });
  } catch (error) {
    await pglite?.abandon();
    lock.release();
    const why = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `The store in ${directory} cannot be opened (${why}). Restore it from a backup, or choose another with --data.`,
    );
  }
}

async function lockDirectory(directory: string): Promise<DirectoryLock> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const lock = DirectoryLock.take(directory);
    if (lock) return lock;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartupError(`The directory ${directory} cannot be written (${why}). Choose another with --data.`);
  }
  throw new StartupError(
    `Another process has the store in ${directory} open. Stop it first, or choose another directory with --data.`,
  );
}
