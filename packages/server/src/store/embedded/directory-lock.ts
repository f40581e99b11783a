import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** "database is locked" of SQLite. */
const busy = 5;

/**
 * Holds a directory for this process alone. The lock is the operating system's, on a file (`fcntl`, on Windows `LockFileEx`),
 * taken by SQLite because Node has no way to ask for one. It ends with its process however that ends, so there is none
 * that is stale, and it is seen by all who share the file system: other containers too, other machines only where the
 * file system passes locks on, as NFS 4 does.
 */
export class DirectoryLock {
  readonly #file: DatabaseSync;

  private constructor(file: DatabaseSync) {
    this.#file = file;
  }

  /** Null when another process, or this one, holds the directory. */
  static take(directory: string): DirectoryLock | null {
    const file = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 });
    try {
      file.exec('begin exclusive');
      return new DirectoryLock(file);
    } catch (error) {
      file.close();
      if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null;
      throw error;
    }
  }

  release(): void {
    if (this.#file.isOpen) this.#file.close();
  }
}
