import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PgliteThread } from './pglite-thread.ts';

/**
 * An empty PostgreSQL as a folder. To make one takes most of the time of a new store's first start, and it is the same for
 * all stores: it is made once and copied.
 */
export const storeTemplate = {
  /** Makes the folder at `path`; one that is there already stays. */
  async make(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const draft = await mkdtemp(`${path}.`);
    try {
      const pglite = new PgliteThread(join(draft, 'postgres'));
      await pglite.waitReady;
      await pglite.close();
      await rename(join(draft, 'postgres'), path).catch(error => {
        // Somebody else was first.
        if (!existsSync(path)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  },

  /**
   * Puts a copy at `directory`, where there is nothing yet; complete or not at all.
   * @returns resolves, when it may be used, with a promise of its being on the disk
   */
  async copy(path: string, directory: string): Promise<{ readonly synced: Promise<void> }> {
    const draft = `${directory}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(path, draft, { recursive: true });
    await rename(draft, directory);
    return { synced: syncAll(directory) };
  },
};

/** What was copied is in the system's memory: what is stored on top of it must not be lost with the power. */
async function syncAll(directory: string): Promise<void> {
  const names = await readdir(directory, { recursive: true });
  await Promise.all(
    [directory, ...names.map(name => join(directory, name))].map(async path => {
      // PostgreSQL may have removed it meanwhile.
      const file = await open(path, 'r').catch(() => null);
      try {
        await file?.sync();
      } finally {
        await file?.close();
      }
    }),
  );
}
