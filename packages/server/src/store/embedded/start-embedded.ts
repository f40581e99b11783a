import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { DirectoryLock } from './directory-lock.ts';
import { PgliteThread } from './pglite-thread.ts';

/** Another process has it open, as a server does that starts. */
export class DirectoryInUse extends StartupError {}

/** A directory that is held, and PostgreSQL in it: open, or on its way there. */
export interface StartedPostgres {
  readonly directory: string;
  /** There was none in this directory. */
  readonly isNew: boolean;
  readonly pglite: PgliteThread;
  /** Ends it, and leaves the directory to others; what was not open yet is given up, and one that is new removed. */
  close(): Promise<void>;
  /** Leaves the directory to others, when PostgreSQL has ended. */
  release(): void;
}

/**
 * Starts PostgreSQL inside this process, on a thread of its own; its files in `directory`. A new one begins as a copy of
 * `template`, where there is one. It starts while this process goes on, so that a program begins with it and then loads
 * what else it needs: for that reason nothing is imported here but the thread.
 * @throws StartupError when another process has the directory open, or it cannot be written
 */
export function startEmbedded(directory: string, template?: string): StartedPostgres {
  const lock = lockDirectory(directory);
  const files = join(directory, 'postgres');
  const isNew = !hasStore(directory);
  const pglite = new PgliteThread(files, isNew ? { template } : {});
  // Who opens the store is told.
  pglite.waitReady.catch(() => {});
  const release = () => lock.release();
  const close = async () => {
    if (pglite.ready) await pglite.close();
    else {
      await pglite.abandon();
      // Nothing was ever stored in it.
      if (isNew) await rm(files, { recursive: true, force: true });
    }
    release();
  };
  return { directory, isNew, pglite, close, release };
}

/** Whether a store is there already. */
export const hasStore = (directory: string): boolean => existsSync(join(directory, 'postgres'));

function lockDirectory(directory: string): DirectoryLock {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = DirectoryLock.take(directory);
    if (lock) return lock;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartupError(startupSentences.directoryNotWritable(directory, why));
  }
  throw new DirectoryInUse(startupSentences.directoryInUse(directory));
}
