import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts a copy of the folder `template` at `directory`, complete or not at all; one that is there already stays. In one
 * call and not file by file: a thousand small files cost ten times as much that way.
 * @returns resolves, when it may be used, with a promise of its being on the disk
 */
export function copyTemplate(template: string, directory: string): { readonly synced: Promise<void> } {
  if (existsSync(directory)) return { synced: Promise.resolve() };
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(template, draft, { recursive: true });
  renameSync(draft, directory);
  return { synced: syncAll(directory) };
}

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
