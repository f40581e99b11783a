import type { Plugin } from 'vite';

/** What Vite puts around `import()` so that style sheets are fetched with it; what is imported, by name. */
const wrapped =
  /async\(\)=>\{let\{[^{}]*\}=await (import\([^()]*\));return\{[^{}]*\}\}(?=,\S{1,20},import\.meta\.url\))/g;
const preloaded = /,(?:\[\]|__VITE_PRELOAD__),import\.meta\.url\)/g;

/** There are no style sheets: every import is what it says, and shorter. */
export const plainImports: Plugin = {
  name: 'eyeline-plain-imports',
  apply: 'build',
  generateBundle(_, bundle) {
    if (!this.environment.config.isProduction) return;
    let count = 0;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replace(wrapped, '()=>$1').replace(preloaded, () => {
        count += 1;
        return ')';
      });
    }
    // Vite says it otherwise now.
    if (count === 0) throw new Error('vite.plain-imports.ts: no import was found');
  },
};
