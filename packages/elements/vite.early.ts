import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin, type Rolldown, type UserConfig } from 'vite';

/** What a page may cost at most, brotli, that wants to know how its entry point stands before anything was opened. */
const earlyBrotli = 7_000;

const name = 'early';

/**
 * What runs in a page that has only the loader's button, `src/launcher/early.ts`, is built by itself, with copies of what it shares
 * with the widget: it must not load the widget for them. The commands know its path.
 */
export const early = (pageCode: UserConfig & { readonly root: string }): Plugin => {
  let files: Rolldown.OutputBundle[string][] = [];
  const entry = () => files.find(one => one.type === 'chunk' && one.isEntry);
  return {
    name: 'eyeline-early',
    apply: 'build',
    async buildStart() {
      const result = await build({
        ...pageCode,
        base: './',
        logLevel: 'warn',
        build: {
          ...pageCode.build,
          license: false,
          write: false,
          rolldownOptions: {
            ...pageCode.build?.rolldownOptions,
            input: { [name]: `${pageCode.root}src/launcher/early.ts` },
            preserveEntrySignatures: 'strict',
            output: {
              entryFileNames: 'eyeline/[name]-[hash].js',
              chunkFileNames: 'eyeline/[name]-[hash].js',
            },
          },
        },
      });
      files = [result].flat().flatMap(one => ('output' in one ? one.output : []));
      const code = entry();
      const bytes = code?.type === 'chunk' ? brotliCompressSync(code.code).length : 0;
      if (this.environment.config.isProduction && bytes > earlyBrotli)
        this.error(`What is loaded before the widget: ${bytes} bytes, more than the ${earlyBrotli} it may cost.`);
    },
    // Not sooner: Vite would have whatever is imported preloaded, and the commands load the widget for that.
    renderChunk(code) {
      if (!code.includes('EYELINE_EARLY()')) return null;
      const path = entry()?.fileName.replace(/^.*\//, './');
      return { code: code.replaceAll('EYELINE_EARLY()', `import(${JSON.stringify(path)})`), map: null };
    },
    generateBundle() {
      for (const one of files)
        this.emitFile({ type: 'asset', fileName: one.fileName, source: one.type === 'chunk' ? one.code : one.source });
    },
  };
};
