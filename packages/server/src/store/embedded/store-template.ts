import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/migrations.ts';
import { PgliteThread } from './pglite-thread.ts';

/**
 * An empty store as a folder: PostgreSQL with the tables of now. To make one takes most of the time of a new store's first
 * start, and it is the same for all stores: it is made once and copied. One with the tables of before is no harm.
 */
export const storeTemplate = {
  /** Makes the folder at `path`; one that is there already stays. */
  async make(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const draft = await mkdtemp(`${path}.`);
    try {
      const pglite = new PgliteThread(join(draft, 'postgres'));
      await pglite.waitReady;
      await migrate(new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }));
      await pglite.close();
      await rename(join(draft, 'postgres'), path).catch(error => {
        // Somebody else was first.
        if (!existsSync(path)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  },
};
