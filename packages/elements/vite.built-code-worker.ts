import { parentPort, workerData } from 'node:worker_threads';
import { build } from 'vite';
import { pageCode } from './vite.page.ts';

export interface BuiltCode {
  /** Source file, or name of a package -> its chunk. */
  readonly names: ReadonlyMap<string, string>;
  /** Name -> code. */
  readonly chunks: ReadonlyMap<string, string>;
}

const entries = workerData as readonly string[];

const result = await build({
  ...pageCode,
  logLevel: 'warn',
  build: {
    ...pageCode.build,
    write: false,
    rolldownOptions: {
      ...pageCode.build.rolldownOptions,
      input: Object.fromEntries(entries.map((entry, index) => [`entry-${index}`, entry])),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
    },
  },
});
const chunks = [result]
  .flat()
  .flatMap(one => ('output' in one ? one.output : []))
  .filter(one => one.type === 'chunk');
const built: BuiltCode = {
  names: new Map(entries.map((entry, index) => [entry, `entry-${index}.js`])),
  chunks: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
};
parentPort?.postMessage(built);
