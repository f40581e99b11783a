import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { ciscoSentences } from '../settings/sentences/cisco.ts';
import { StartupError } from '../settings/startup-error.ts';
import { renamedOutside } from '../store/migrations/renamed-words.ts';
import type { OutsideRecord, Store } from '../store/store.ts';

/** A file in which something was kept before it was in the store. */
export interface OldFile {
  readonly name: string;
  readonly system: string;
  /** What to do where it cannot be read. */
  readonly advice: string;
  /** @throws where it is not what was written */
  readonly read: (content: unknown) => readonly OutsideRecord[];
}

interface TakeOverOptions {
  readonly store: Pick<Store, 'append' | 'loadOutside'>;
  readonly dataDirectory: string;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly files: readonly OldFile[];
}

/**
 * What the store has of the outside, after it has taken over what a server of before kept in files: once, and then the file is
 * put out of the way. A file that is there and cannot be read is no empty one.
 * @throws StartupError
 */
export async function takeOverFiles(options: TakeOverOptions): Promise<readonly OutsideRecord[]> {
  const { store, files, dataDirectory, log } = options;
  const stored = await store.loadOutside();
  let isMore = false;
  for (const file of files) {
    // A file that was left behind is older than what is stored.
    if (stored.some(({ system }) => system === file.system)) continue;
    const path = join(dataDirectory, file.name);
    const outside = recordsIn(path, file);
    if (!outside) continue;
    await store.append({
      facts: [],
      inputs: [],
      commands: [],
      sessions: [],
      interactions: [],
      invitations: [],
      outside,
      snapshot: null,
    });
    isMore = true;
    try {
      renameSync(path, `${path}.taken-over`);
    } catch {
      log.warn(`${path} is in the store now and is not read again. Delete it.`);
    }
    log.info(`What was kept in ${path} is in the store now.`);
  }
  return isMore ? store.loadOutside() : stored;
}

function recordsIn(path: string, { read, advice }: OldFile): readonly OutsideRecord[] | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    if (code === 'ENOENT') return null;
    throw new StartupError(ciscoSentences.fileUnreadable(path, String(code), advice));
  }
  try {
    return read(renamedOutside(JSON.parse(text)));
  } catch {
    throw new StartupError(ciscoSentences.fileDamaged(path, advice));
  }
}
