import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const integrityOf = (content: Uint8Array): string => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Puts beside `eyeline.js` the same file under a name of this build, and into `eyeline/pinned.json` what a browser checks each file
 * by: a site that pins the build loads these bytes or nothing.
 */
export function pin(folder: string): void {
  const loader = readFileSync(join(folder, 'eyeline.js'));
  const name = `eyeline-${createHash('sha256').update(loader).digest('base64url').slice(0, 8)}.js`;
  writeFileSync(join(folder, name), loader);
  const files = globSync('eyeline/*.js', { cwd: folder }).toSorted();
  const integrity = Object.fromEntries(files.map(file => [file, integrityOf(readFileSync(join(folder, file)))]));
  writeFileSync(
    join(folder, 'eyeline', 'pinned.json'),
    JSON.stringify({ script: name, integrity: integrityOf(loader), files: integrity }),
  );
}
