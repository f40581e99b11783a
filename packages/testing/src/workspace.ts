import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Import, importsOf } from './imports.ts';

/** The root of the checkout. */
export const workspaceDirectory = fileURLToPath(new URL('../../..', import.meta.url));

/** What a package.json says that the import law asks for. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** One source file. */
export interface SourceFile {
  /** From the root of the checkout, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly isTest: boolean;
}

/** A package of this workspace. */
export interface WorkspacePackage {
  /** Its folder's name, such as `protocol`. */
  readonly name: string;
  readonly manifest: Manifest;
  readonly files: readonly SourceFile[];
}

/** The packages that have a first source file. */
export function readPackages(): readonly WorkspacePackage[] {
  return readdirSync(join(workspaceDirectory, 'packages'))
    .filter(name => existsSync(join(workspaceDirectory, 'packages', name, 'package.json')))
    .map(name => ({ name, manifest: readManifest(`packages/${name}`), files: readSources(`packages/${name}`) }))
    .filter(({ files }) => files.length > 0);
}

/** A folder's package.json. */
export function readManifest(folder: string): Manifest {
  return readJson<Manifest>(`${folder}/package.json`);
}

/** A JSON file of the checkout, trusted to have the shape that is asked for. */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(workspaceDirectory, path), 'utf8'));
}

/** The source files in a folder of the checkout, without what was built or installed. */
export function readSources(folder: string): readonly SourceFile[] {
  const pattern = join(workspaceDirectory, folder, '**/*.{ts,js,tsx,jsx,mts,cts,mjs,cjs}');
  return globSync(pattern, { exclude: path => /(^|[/\\])(node_modules|dist|dist-page)$/.test(String(path)) })
    .map(path => {
      const text = readFileSync(path, 'utf8');
      return {
        path: relative(workspaceDirectory, path).split(sep).join('/'),
        text,
        imports: importsOf(text),
        isTest: /\.test\.[jt]s$|\/src\/testing\//.test(path),
      };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}
