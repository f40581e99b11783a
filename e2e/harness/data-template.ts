import { cpSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Map<string, Promise<string>>();

/** A folder that is made once in this process, by the programs that a person uses, and copied for whoever needs one like it. */
export async function copyOf(key: string, to: string, make: (folder: string) => Promise<void>): Promise<void> {
  const template = made.get(key) ?? makeOnce(make);
  made.set(key, template);
  cpSync(await template, to, { recursive: true });
}

async function makeOnce(make: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-e2e-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await make(folder);
  return folder;
}
