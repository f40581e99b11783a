import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, defaultClientConditions, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { loaderCss } from './src/loader/loader-css.ts';
import { early } from './vite.early.ts';
import { emptyNamespaces } from './vite.empty-namespace.ts';
import { hostProofJson, hostProofLibraries, hostProofPackets, ownTrustedTypes } from './vite.host-proof.ts';
import { slimLit } from './vite.lit.ts';
import { plainImports } from './vite.plain-imports.ts';
import { replacing } from './vite.replace.ts';
import { slimLiterals } from './vite.slim-literals.ts';
import { slimSocketIo } from './vite.socket-io.ts';
import { slimXState } from './vite.xstate.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const target = ['chrome125', 'firefox128', 'safari18'];

/** What a customer's page may cost at most, in bytes. */
const budgets = { loaderBrotli: 1500, clickBrotli: 44_900 };

/** So many files come with the click and a chat after it: each of them is a way there and back. */
const mostChatFiles = 3;

const blur = '@twilio/video-processors/dist/build';
const noise = '@sapphi-red/web-noise-suppressor';

/** Every browser that is supported has SIMD. */
const effectFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'twilio-gaussian-blur-background-processor-pipeline-worker.js',
      'tflite-simd-1-0-0.js',
      'tflite-simd-1-0-0.wasm',
      'selfie_segmentation_landscape.tflite',
    ].map(file => [file, `${blur}/${file}`]),
  ),
  'gtcrn.wasm': `${noise}/gtcrn.wasm`,
  'gtcrn-worklet.js': `${noise}/gtcrnWorklet.js`,
};

/** The loader knows the name of the widget's code, so it is built when that is known. */
async function buildLoader(embedPath: string, commandsPath: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      EYELINE_EMBED: JSON.stringify(embedPath),
      EYELINE_COMMANDS: JSON.stringify(commandsPath),
      EYELINE_CSS: JSON.stringify(loaderCss),
    },
    build: {
      target,
      write: false,
      rolldownOptions: { input: `${folder}src/loader/loader.ts`, output: { format: 'iife' } },
    },
  });
  const output = [result].flat().flatMap(one => ('output' in one ? one.output : []));
  const chunk = output.find(one => one.type === 'chunk');
  if (!chunk) throw new Error('the loader was built into nothing');
  return chunk.code;
}

function entryNamed(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputChunk {
  const entry = Object.values(bundle).find(one => one.type === 'chunk' && one.isEntry && one.name === name);
  if (entry?.type !== 'chunk') throw new Error(`${name} was built into nothing`);
  return entry;
}

/** A file and what it imports at once. */
function loadedWith(bundle: Rolldown.OutputBundle, entry: Rolldown.OutputChunk): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>([entry]);
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = bundle[name];
      // Some imports were only planned.
      if (imported?.type === 'chunk' && chunk.code.includes(basename(name))) found.add(imported);
    }
  }
  return [...found];
}

function checkBudget(what: string, bytes: number, atMost: number): void {
  if (bytes > atMost)
    throw new Error(`${what}: ${bytes} bytes, ${bytes - atMost} more than the ${atMost} it may cost.`);
}

function checkBudgets(loaderCode: string, clicked: readonly Rolldown.OutputChunk[]): void {
  checkBudget('The loader, brotli', brotliCompressSync(loaderCode).length, budgets.loaderBrotli);
  const sizes = clicked.map(({ code }) => brotliCompressSync(code).length);
  checkBudget(
    'The widget on click, brotli',
    sizes.reduce((sum, bytes) => sum + bytes, 0),
    budgets.clickBrotli,
  );
}

function checkFiles(bundle: Rolldown.OutputBundle, clicked: readonly Rolldown.OutputChunk[]): void {
  const later = ['/widget/page-events.ts', '/widget/define-chat.ts'].flatMap(name => {
    const chunk = Object.values(bundle).find(
      one => one.type === 'chunk' && one.moduleIds.some(id => id.endsWith(name)),
    );
    if (chunk?.type !== 'chunk') throw new Error(`${name} was built into nothing`);
    return loadedWith(bundle, chunk);
  });
  const files = new Set([...clicked, ...later]);
  if (files.size <= mostChatFiles) return;
  const names = [...files].map(one => one.fileName).join(', ');
  throw new Error(`A chat comes in ${files.size} files, ${mostChatFiles} are the most: ${names}. See ofChat.`);
}

const loader: Plugin = {
  name: 'eyeline-loader',
  apply: 'build',
  async generateBundle(_, bundle) {
    const entry = entryNamed(bundle, 'embed');
    const code = await buildLoader(entry.fileName, entryNamed(bundle, 'run').fileName);
    // What developers look at is larger, and no customer loads it.
    if (this.environment.config.isProduction) {
      const clicked = loadedWith(bundle, entry);
      checkBudgets(code, clicked);
      checkFiles(bundle, clicked);
    }
    this.emitFile({ type: 'asset', fileName: 'eyeline.js', source: code });
  },
};

/** The files of the effects, which are fetched as they are when one is switched on. Their names are those that they ask for each other by. */
export const effects: Plugin = {
  name: 'eyeline-effects',
  apply: 'build',
  generateBundle() {
    for (const [fileName, file] of Object.entries(effectFiles))
      this.emitFile({
        type: 'asset',
        fileName: `eyeline/effects/${fileName}`,
        source: readFileSync(fileURLToPath(import.meta.resolve(file))),
      });
  },
};

/** Preloads of style sheets, of which there are none. */
const notForPages = replacing(
  'vite.page.ts',
  [{ package: 'vite', module: 'preload-helper.js', code: 'export const __vitePreload = load => load();' }],
  [],
);

/** How everything is built that runs in a customer's page. */
export const pageCode = {
  configFile: false,
  root: folder,
  publicDir: false,
  plugins: [
    ...[slimSocketIo(), slimXState(), slimLit(), slimLiterals, notForPages],
    ...[hostProofLibraries, hostProofJson, hostProofPackets(), ownTrustedTypes()],
  ],
  resolve: { conditions: ['@eyeline/source', ...defaultClientConditions] },
  build: {
    target,
    // Nothing before the click, and after it only what is needed.
    modulePreload: false,
    // What is bundled asks that its licence goes with it.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // Else parts that load each other in a row export themselves as a whole, and with them a file more is loaded for every chat.
      experimental: { chunkOptimization: { mergeCommonChunks: true, avoidRedundantChunkLoads: false } },
      // Modules that do nothing until they are called, which their packages do not say of themselves.
      treeshake: { moduleSideEffects: [{ test: /\/(engine\.io|socket\.io)[\w-]*\/build\//, sideEffects: false }] },
    },
  },
} satisfies UserConfig & { configFile: false };

/** A chat, and what it shares with what there is instead of it and with calls: one way there and back. */
const ofChat =
  /\/src\/(widget\/define-chat|sentences\/(chat|milestone|moment)|parts\/(announce|draft|file-size|hidden-number|isolated?|menu-toggled|message-text|message-tokens|milestone-sentence|moment|request|save-file|say|timeline|writes-to-customer)|icons\/chat-paths|widget\/(chat-styles|wait-words)|controller\/(clock-controller|keep-focus))\.ts$|\/protocol\/src\/masking\/|\/lit(-html)?\/directive/;

/** The files that a customer's page loads: `dist-page/eyeline.js`, and what it asks for from `dist-page/eyeline/`. */
export const page = {
  ...pageCode,
  // Chunks name each other by relative addresses, since any site may load them.
  base: './',
  plugins: [...pageCode.plugins, emptyNamespaces, plainImports, early(pageCode), loader, effects],
  build: {
    ...pageCode.build,
    outDir: 'dist-page',
    emptyOutDir: true,
    rolldownOptions: {
      ...pageCode.build.rolldownOptions,
      input: { embed: `${folder}src/loader/embed.ts`, run: `${folder}src/commands/page-commands.ts` },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'eyeline/[name]-[hash].js',
        chunkFileNames: 'eyeline/[name]-[hash].js',
        // All that comes with the click in one file, and what a chat has in common with other parts in another: each is fetched at once,
        // and compresses better than its parts.
        codeSplitting: {
          groups: [
            {
              name: 'widget',
              tags: ['$initial'],
              test: id =>
                !/\/(commands\/|sentences\/commands|protocol\/src\/(known-customer|customer-lengths))/.test(id),
              priority: 2,
            },
            { name: 'chat', test: ofChat, priority: 1 },
            { name: 'require-who', test: /\/(require-(who|form)|plain-copy|customer-lengths)\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
} satisfies UserConfig & { configFile: false };
