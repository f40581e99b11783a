import { fileURLToPath } from 'node:url';
import { defaultClientConditions, type UserConfig } from 'vite';
import { slimLiterals } from './vite.slim-literals.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/**
 * What Cisco's desktop loads: `dist-page/gadget/eyeline.js`, one classic script with everything in it, so that it can also be
 * put on a Finesse node beside its XML. Built after the page, which empties the folder.
 */
export const gadget = {
  configFile: false,
  root: folder,
  publicDir: false,
  plugins: [slimLiterals],
  resolve: { conditions: ['@eyeline/source', ...defaultClientConditions] },
  build: {
    target: ['chrome125', 'firefox128', 'safari18'],
    outDir: 'dist-page/gadget',
    chunkSizeWarningLimit: 1000,
    emptyOutDir: true,
    // What is bundled asks that its licence goes with it.
    license: { fileName: 'licenses.md' },
    modulePreload: false,
    rolldownOptions: {
      input: { eyeline: `${folder}src/finesse/embed.ts` },
      // Only the helper that would load parts later asks for it, and there are none.
      transform: { define: { 'import.meta': '{}' } },
      output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
} satisfies UserConfig & { configFile: false };
