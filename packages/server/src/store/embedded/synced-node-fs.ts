import { fsyncSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/**
 * A file system for PGlite on which a sync reaches the disk. PGlite's own has no fsync at all, and PGlite starts
 * PostgreSQL with fsync off: what was committed could be lost with the power.
 */
export class SyncedNodeFS extends NodeFS {
  /** How often something was synced, and how long that took in all. */
  readonly syncs = { count: 0, ms: 0 };

  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const syncOnRequest: PreRun = ({ NODEFS }) => {
      // Emscripten's type of a file system says nothing of its stream operations.
      const operations = Reflect.get(NODEFS, 'stream_ops') as { fsync?: (stream: { nfd: number }) => number };
      operations.fsync = ({ nfd }) => {
        const startedAt = performance.now();
        fsyncSync(nfd);
        this.syncs.count += 1;
        this.syncs.ms += performance.now() - startedAt;
        return 0;
      };
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), syncOnRequest];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

type PreRun = NonNullable<EmscriptenOptions['preRun']>[number];

/** PGlite's own parameters, but with fsync on. */
export const syncedStartParams: NonNullable<PGliteOptions['startParams']> = [
  ...PGlite.defaultStartParams.filter(param => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  // To fill each new file of the log with 16 MB of zeros would hold up those who wait for the commit.
  ...['-c', 'wal_init_zero=off'],
  // All of it is written when PostgreSQL starts. What is not in it is a read from the system's own memory.
  ...['-c', 'shared_buffers=16MB'],
];
