import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from '../store.ts';
import type { FileStore } from './file-store.ts';

/** What is written and not in a log yet ends with this. */
const unsettled = '.new';

/**
 * Files in a folder, one folder for each conversation. An embedded store has no place for them: 10 MB took it four seconds and
 * half a gigabyte of memory, here they take some ten milliseconds.
 */
export class FileFolder implements FileStore {
  readonly #path: string;
  readonly #before: Pick<FileStore, 'load'>;

  /** `before`: where files are from before there was a folder. */
  constructor(path: string, before: Pick<FileStore, 'load'>) {
    this.#path = path;
    this.#before = before;
  }

  async add({ interactionId, fileId, content }: StoredFile): Promise<void> {
    const folder = join(this.#path, interactionId);
    await mkdir(folder, { recursive: true });
    const file = await open(join(folder, fileId + unsettled), 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(folder);
  }

  async keep(interactionId: string, fileId: string): Promise<void> {
    const path = join(this.#path, interactionId, fileId);
    await rename(path + unsettled, path);
  }

  async drop(interactionId: string, fileId: string): Promise<void> {
    await rm(join(this.#path, interactionId, fileId + unsettled), { force: true });
  }

  async load(interactionId: string, fileId: string): Promise<Uint8Array | null> {
    const path = join(this.#path, interactionId, fileId);
    // Who is told of it may be quicker than its last name.
    return (await read(path)) ?? (await read(path + unsettled)) ?? this.#before.load(interactionId, fileId);
  }

  async settle(isShared: (interactionId: string, fileId: string) => Promise<boolean>): Promise<void> {
    for (const interactionId of await namesIn(this.#path))
      for (const name of await namesIn(join(this.#path, interactionId))) {
        if (!name.endsWith(unsettled)) continue;
        const fileId = name.slice(0, -unsettled.length);
        if (await isShared(interactionId, fileId)) await this.keep(interactionId, fileId);
        else await this.drop(interactionId, fileId);
      }
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A name is on disk only when its folder is. Windows has no such thing, and does it by itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
