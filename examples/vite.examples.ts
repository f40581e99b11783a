import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, type Plugin, type UserConfig } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The server has this file, and the pages' own tags stay as an integrator writes them. */
const leaveLoaderAlone: Plugin = {
  name: 'leave-loader-alone',
  transformIndexHtml: {
    order: 'pre',
    handler: html => html.replace(' src="/eyeline.js"', ' vite-ignore src="/eyeline.js"'),
  },
};

/** Every page of this folder, built from the packages' sources into `dist`. */
export const examples = {
  root: folder,
  // Pages name the server's own addresses, such as /eyeline.js, and each other by relative ones.
  base: './',
  plugins: [leaveLoaderAlone],
  resolve: { conditions: ['@eyeline/source', ...defaultClientConditions] },
  build: {
    target: ['chrome125', 'firefox128', 'safari18'],
    outDir: 'dist',
    emptyOutDir: true,
    // The server allows pages no inline scripts.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: globSync('*.html', { cwd: folder }).map(page => `${folder}${page}`) },
  },
} satisfies UserConfig;
