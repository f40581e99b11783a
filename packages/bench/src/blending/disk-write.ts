import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long small files take, in ms, until they are on the disk under their name: what is kept before anything is asked. */
export function measureDiskWrites(count: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-bench-'));
  const path = join(folder, 'kept.json');
  const times = Array.from({ length: count }, () => {
    const start = performance.now();
    writeFileSync(`${path}.new`, 'x'.repeat(300), { flush: true });
    renameSync(`${path}.new`, path);
    return performance.now() - start;
  });
  rmSync(folder, { recursive: true });
  return times;
}
