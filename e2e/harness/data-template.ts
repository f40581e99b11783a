import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the templates of one run of all journeys are; the process that starts the others names it, and they inherit the name. */
const folder = process.env['EYELINE_E2E_TEMPLATES'] ?? ownFolder();

function ownFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'eyeline-e2e-templates-'));
  process.env['EYELINE_E2E_TEMPLATES'] = path;
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A folder that is made once in a run, by the programs that a person uses, and copied for whoever needs one like it. */
export async function copyOf(key: string, to: string, make: (folder: string) => Promise<void>): Promise<void> {
  const template = join(folder, key || 'nobody');
  while (!existsSync(template)) {
    if (!isFirst(`${template}.part`)) await sleep(100);
    else await makeAt(template, make);
  }
  cpSync(template, to, { recursive: true });
}

/** Of the processes that want one, one makes it. */
function isFirst(part: string): boolean {
  try {
    mkdirSync(part);
    return true;
  } catch {
    return false;
  }
}

/** There is a whole one or none: after a failure somebody else may try. */
async function makeAt(template: string, make: (folder: string) => Promise<void>): Promise<void> {
  const part = `${template}.part`;
  try {
    await make(part);
    await rename(part, template);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}
