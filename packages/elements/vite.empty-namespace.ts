import type { Plugin } from 'vite';

const runtime = /^import \{ \w+ as __exportAll \} from "\.\/rolldown-runtime-[^"]+";\n/;
const namespace = /\/\* @__PURE__ \*\/ __exportAll\((.*)\)/g;

/**
 * A file that is loaded later exports its module as a whole, though there is nothing in it, and would fetch the bundler's runtime for
 * that: one more way there and back. An empty object does.
 */
export const emptyNamespaces: Plugin = {
  name: 'eyeline-empty-namespaces',
  apply: 'build',
  renderChunk(code) {
    const empty = [...code.matchAll(namespace)].every(([, exported]) => exported === '{}');
    return runtime.test(code) && empty ? code.replace(runtime, '').replace(namespace, '$1') : null;
  },
};
