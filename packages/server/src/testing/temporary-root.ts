import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
/** What the tests that run side by side need at most, with room to spare. */
const roomBytes = 2 * 2 ** 30;

/**
 * Where tests keep their stores: in memory where there is such a place. A store is a thousand files, and copying it costs
 * twenty times as much on a disk; what is synced and what a killed process leaves is the same there.
 */
export function temporaryRoot(): string {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > roomBytes ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
