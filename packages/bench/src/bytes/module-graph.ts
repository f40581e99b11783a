import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'vite';

/** What a script asks for: `now` with it, `later` when its code comes to an `import()`. */
interface Imports {
  readonly now: readonly string[];
  readonly later: readonly string[];
}

const pathLiteral = /["'`]([^"'`$\s]+\.m?js)["'`]/g;
const pathsIn = (code: string): string[] => [...code.matchAll(pathLiteral)].flatMap(([, path]) => path ?? []);

/** What an `import(…)` asks for: a path inside it, else each path to a file that the script names anywhere. */
const pathsOf = (expression: string, code: string, file: string): readonly string[] => {
  const [within] = pathsIn(expression);
  if (within !== undefined) return [within];
  const named = new Set(pathsIn(code).filter(path => existsSync(resolve(dirname(file), path))));
  if (named.size === 0) throw new Error(`${file} imports ${expression}, which cannot be followed`);
  return [...named];
};

export const importsOf = (file: string): Imports => {
  const code = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, code);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  const within = (path: string) => resolve(dirname(file), path);
  const reexported = module.staticExports.flatMap(({ entries }) => entries.flatMap(entry => entry.moduleRequest ?? []));
  return {
    now: [...module.staticImports.map(({ moduleRequest }) => moduleRequest), ...reexported].map(({ value }) =>
      within(value),
    ),
    later: module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) =>
      pathsOf(code.slice(start, end), code, file).map(within),
    ),
  };
};

/** `files` and all that they import, however deep. */
export const closure = (files: Iterable<string>): Set<string> => {
  const reached = new Set(files);
  for (const file of reached) for (const next of importsOf(file).now) reached.add(next);
  return reached;
};

/** What `files` load when their code comes to it. */
export const laterOf = (files: Iterable<string>): Set<string> =>
  new Set([...files].flatMap(file => importsOf(file).later));
