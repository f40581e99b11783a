import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { copyTemplate } from './copy-template.ts';
import { RepeatedStatements } from './repeated-statements.ts';
import { SyncedNodeFS, syncedStartParams } from './synced-node-fs.ts';
import type { ThreadAnswer, ThreadFiles, ThreadRequest, ThreadResult } from './thread-message.ts';

// What runs in the thread of PgliteThread. Imports nothing that has to be resolved by a condition.

const { directory, template }: ThreadFiles = workerData;
// Before PGlite makes the folder.
const copy = template !== undefined && existsSync(template) ? copyTemplate(template, directory) : null;
const fs = new SyncedNodeFS(directory);

let isOpen = false;

/** After these PostgreSQL has ended, and answers nothing any more. */
const isFatal = (error: Error): boolean =>
  error.name === 'RuntimeError' || ('severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC'));

async function answer(run: () => Promise<ThreadResult>): Promise<void> {
  const startedAt = performance.now();
  const { count, ms } = fs.syncs;
  const timing = () => ({ ms: performance.now() - startedAt, syncs: fs.syncs.count - count, syncMs: fs.syncs.ms - ms });
  try {
    const result = await run();
    parentPort?.postMessage({ result, timing: timing() } satisfies ThreadAnswer);
  } catch (error) {
    const why = error instanceof Error ? error : new Error(String(error));
    const code = 'code' in why && typeof why.code === 'string' ? why.code : undefined;
    const isOver = !isOpen || isFatal(why);
    parentPort?.postMessage({ error: why, code, isOver, timing: timing() } satisfies ThreadAnswer);
  }
}

async function open(): Promise<PGlite> {
  const [pglite] = await Promise.all([PGlite.create({ fs, startParams: syncedStartParams }), copy?.synced]);
  return pglite;
}

const opening = open();
const repeating = opening.then(pglite => new RepeatedStatements(pglite));
// Whoever asks is told below.
repeating.catch(() => {});
let turn = answer(async () => {
  await opening;
  isOpen = true;
  // A thread has a cache of its own, and is ended from outside.
  flushCompileCache();
  return { rows: [] };
});

parentPort?.on('message', ({ sql, parameters, isRepeated }: ThreadRequest) => {
  turn = turn.then(() =>
    answer(async () => {
      if (sql !== null && isRepeated) {
        await (await repeating).run(sql, parameters);
        return { rows: [] };
      }
      const pglite = await opening;
      if (sql !== null) {
        const { rows, affectedRows } = await pglite.query(sql, [...parameters]);
        return { rows, affectedRows };
      }
      parentPort?.unref();
      await pglite.close();
      return { rows: [] };
    }),
  );
});
