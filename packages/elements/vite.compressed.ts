import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this the headers are most of it, in bytes. */
const worthIt = 512;

/** Puts beside each file of `folder` what the server sends of it: as small as it gets, which takes too long to do with each answer. */
export async function compress(folder: string): Promise<void> {
  const names = globSync('**/*.{js,css,html,svg,wasm,tflite}', { cwd: folder });
  await Promise.all(
    names.map(async name => {
      const path = join(folder, name);
      const content = await readFile(path);
      if (content.length < worthIt) return;
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}
