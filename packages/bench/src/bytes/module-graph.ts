import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'vite';

/** What a script asks for: `now` with it, `later` when its code comes to an `import()`. */
interface Imports {
  readonly now: readonly string[];
  readonly later: readonly string[];
}

/** The path in the text of an `import(…)`: a literal, or a literal inside of what makes a URL of it. */
const pathIn = (expression: string, file: string): string => {
  const [, path] = /["'`]([^"'`$]+\.m?js)["'`]/.exec(expression) ?? [];
  if (path === undefined) throw new Error(`${file} imports ${expression}, which cannot be followed`);
  return path;
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
    later: module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      within(pathIn(code.slice(start, end), file)),
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
