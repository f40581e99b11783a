import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pageCode } from './vite.page.ts';

const packages = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The sources of what a package exports. */
function entriesOf(name: string): string[] {
  const { exports } = JSON.parse(readFileSync(`${packages}${name}/package.json`, 'utf8')) as Manifest;
  return Object.values(exports).flatMap(one => {
    const source = typeof one === 'object' && one['@eyeline/source'];
    return source ? [`${packages}${name}/${source.slice(2)}`] : [];
  });
}

/** A module keeps its place where it is the package's own; what it brings with it stands below `vendor`. */
const placeIn = (name: string, id: string): string =>
  id
    .replaceAll('\\', '/')
    .replace(/\0/g, '')
    .replace(`${packages}${name}/src/`, '')
    .replace(packages, 'vendor/')
    .replace(/^.*\/node_modules\//, 'vendor/')
    .replace(/^(?=rolldown\/)/, 'vendor/')
    .replace('/src/', '/')
    .replace(/\.[mc]?[jt]s$/, '.js');

/**
 * What npm ships of the sdk and the elements: the modules of a customer's page as they are there, socket.io, XState and Lit with
 * what is replaced in them included, one file each, so that a bundler leaves out what an application does not use.
 */
process.env['NODE_ENV'] = 'production';
for (const name of ['sdk', 'elements'])
  await build({
    ...pageCode,
    logLevel: 'warn',
    build: {
      ...pageCode.build,
      outDir: `${packages}${name}/dist`,
      emptyOutDir: false,
      license: { fileName: 'vendor/LICENSES.md' },
      minify: false,
      lib: { entry: entriesOf(name), formats: ['es'] },
      rolldownOptions: {
        ...pageCode.build.rolldownOptions,
        output: {
          preserveModules: true,
          entryFileNames: ({ facadeModuleId, name: chunk }) => placeIn(name, facadeModuleId ?? `${chunk}.js`),
          chunkFileNames: ({ facadeModuleId, name: chunk }) => placeIn(name, facadeModuleId ?? `${chunk}.js`),
        },
      },
    },
  });
