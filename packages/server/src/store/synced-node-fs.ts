import { fsyncSync } from 'node:fs';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/**
 * A file system for PGlite on which a sync reaches the disk. PGlite's own has no fsync at all, and PGlite starts
 * PostgreSQL with fsync off: what was committed could be lost with the power.
 */
export class SyncedNodeFS extends NodeFS {
  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), syncOnRequest];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

type EmscriptenModule = Parameters<NonNullable<EmscriptenOptions['preRun']>[number]>[0];

function syncOnRequest({ NODEFS }: EmscriptenModule): void {
  // Emscripten's type of a file system says nothing of its stream operations.
  const operations = Reflect.get(NODEFS, 'stream_ops') as { fsync?: (stream: { nfd: number }) => number };
  operations.fsync = ({ nfd }) => {
    fsyncSync(nfd);
    return 0;
  };
}

/** PGlite's own parameters, but with fsync on. */
export const syncedStartParams = (defaults: readonly string[]): NonNullable<PGliteOptions['startParams']> => [
  ...defaults.filter(param => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];
