import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A page's script as one file: `entry` beside this module, bundled and minified as an integrator would. */
export const bundlePage = async (entry: string): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // The entry for Node needs shims in a browser; this is the bundle that simple-peer publishes for it.
    resolve: { alias: { 'simple-peer': 'simple-peer/simplepeer.min.js' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL(entry, import.meta.url)) },
    },
  });
  const outputs = [result].flat().flatMap(output => ('output' in output ? output.output : []));
  const scripts = outputs.filter(file => file.type === 'chunk');
  const [script] = scripts;
  if (!script || scripts.length > 1) throw new Error(`${entry} became ${scripts.length} files instead of one`);
  return script.code;
};
