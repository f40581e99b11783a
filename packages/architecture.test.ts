import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import {
  findImportCycle,
  type Lockfile,
  lockedVersions,
  missingFromLockfile,
  packageOf,
  readJson,
  readManifest,
  readPackages,
  readSources,
  type SourceFile,
  withoutComments,
  workspaceDirectory,
} from '@eyeline/testing';
import { describe, expect, test } from 'vitest';

// X: [Y] means X may import Y. `types` after the name: only its types, outside of tests. Nothing points up or sideways.
const arrows: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  routing: ['protocol'],
  machines: ['protocol'],
  finesse: [],
  sdk: ['machines', 'protocol'],
  elements: ['machines', 'protocol', 'sdk'],
  sfu: ['protocol types'],
  server: ['protocol', 'routing', 'sfu', 'finesse'],
  simulators: ['finesse'],
  setup: [],
  testing: ['protocol', 'routing', 'machines'],
  bench: ['protocol', 'routing', 'sdk', 'elements', 'sfu', 'server', 'finesse', 'simulators', 'testing'],
};
const purePackages = ['protocol', 'routing', 'machines'];
const impurities =
  /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bsetTimeout\b|\bsetInterval\b|\bcrypto\b|\bperformance\b/;
const isBuild = (path: string): boolean => posix.basename(path).startsWith('vite.');
const configurations = ['vite.config.ts', 'playwright.config.ts'];
const longestFile = 400;

const packages = readPackages();
const pages = readSources('examples');
const journeys = readSources('e2e');
const everything = [...packages.flatMap(({ files }) => files), ...pages, ...journeys];

describe.each(packages)('$name', ({ name, manifest, files }) => {
  test('imports only what its arrows allow', () => {
    const allowed = arrows[name] ?? [];
    const wrong = ownImports(files).filter(({ file, target, isTypeOnly }) => {
      if (target === name) return true;
      if (file.isTest && (target === 'testing' || (name === 'server' && target === 'simulators'))) return false;
      return !(allowed.includes(target) || ((isTypeOnly || file.isTest) && allowed.includes(`${target} types`)));
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('imports other packages by their published entries', () => {
    const wrong = ownImports(files).filter(({ specifier, target }) => !isPublished(specifier, target));
    expect(wrong.map(describeImport)).toEqual([]);
    const outside = relativeImports(files).filter(({ path }) => !path.startsWith(`packages/${name}/`));
    expect(outside.map(({ file, path }) => `${file.path} -> ${path}`)).toEqual([]);
  });

  test('declares every package that it imports', () => {
    const shipped = { ...manifest.dependencies, ...manifest.peerDependencies };
    const tools = { ...manifest.devDependencies, ...readManifest('.').devDependencies };
    const undeclared = files.flatMap(file =>
      file.imports.flatMap(({ specifier, isTypeOnly }) => {
        const dependency = packageOf(specifier);
        const own = file.isTest && dependency === '@eyeline/testing';
        if (dependency === undefined || dependency in shipped || own) return [];
        const isTool = file.isTest || isTypeOnly || manifest.private === true || isBuild(file.path);
        return isTool && dependency in tools ? [] : [`${file.path}: ${dependency}`];
      }),
    );
    expect(undeclared).toEqual([]);
  });

  test('has no import cycle', () => {
    const graph = new Map(files.map(file => [file.path, relativeImports([file]).map(({ path }) => path)]));
    expect(findImportCycle(graph)).toBeUndefined();
  });

  test('is TypeScript, except for the setup, which runs before anything is installed, and what the box sends as it is', () => {
    const extension = name === 'setup' ? '.js' : '.ts';
    const sentAsItIs = 'packages/simulators/src/desktop/browser/';
    const paths = files.map(({ path }) => path).filter(path => !path.startsWith(sentAsItIs));
    expect(paths.filter(path => !path.endsWith(extension))).toEqual([]);
  });

  test('has a README', () => {
    expect(existsSync(join(workspaceDirectory, 'packages', name, 'README.md'))).toBe(true);
  });
});

describe('the rooms of the server', () => {
  const inside = 'packages/server/src/';
  const files = packages.flatMap(one => one.files).filter(({ path }) => path.startsWith(inside));
  const modules = files.filter(({ isTest, path }) => !isTest && !path.startsWith(`${inside}testing/`));
  const roomOf = (path: string): string => /^([a-z]+)\//.exec(path.slice(inside.length))?.[1] ?? 'entry';
  const table = readRooms(readFileSync(join(workspaceDirectory, 'packages/README.md'), 'utf8'));

  test('are those of the table in README.md, each with one floor below it at most', () => {
    expect([...new Set(modules.map(({ path }) => roomOf(path)))].sort()).toEqual([...table.keys()].sort());
    expect(new Set(files.map(({ path }) => roomOf(path)).filter(room => room !== 'entry')).size).toBeLessThanOrEqual(
      11,
    );
    expect(modules.map(({ path }) => path).filter(path => path.slice(inside.length).split('/').length > 3)).toEqual([]);
  });

  test('import what the table says, which goes one way', () => {
    const rooms = [...table.keys()];
    for (const [room, allowed] of table)
      for (const other of allowed)
        expect(rooms.indexOf(other), `${room} -> ${other}`).toBeLessThan(rooms.indexOf(room));
    const wrong = relativeImports(modules).filter(({ file, path }) => {
      const [from, to] = [roomOf(file.path), roomOf(path)];
      return from !== to && !table.get(from)?.includes(to);
    });
    expect(wrong.map(({ file, path }) => `${file.path} -> ${path}`)).toEqual([]);
  });

  test('hold no folder with more than twenty modules, tests not counted', () => {
    const counts = new Map<string, number>();
    for (const { path } of modules) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
  });
});

test('README.md names files that are there, ten of the server at most on each way', () => {
  const text = readFileSync(join(workspaceDirectory, 'packages/README.md'), 'utf8');
  const ways = text.split(/^### /m).filter(part => part.startsWith('The way of'));
  expect(ways).toHaveLength(3);
  for (const way of ways) {
    const named = [...way.matchAll(/`([a-z-]+\/src\/[a-z-/]+\.ts)`/g)].map(([, path]) => path ?? '');
    expect(named.filter(path => !existsSync(join(workspaceDirectory, 'packages', path)))).toEqual([]);
    const ofServer = named.filter(path => path.startsWith('server/'));
    expect(ofServer.length).toBeGreaterThan(0);
    expect(ofServer.length).toBeLessThanOrEqual(10);
  }
});

describe.each(packages.filter(({ name }) => purePackages.includes(name)))('$name is pure', ({ name, files }) => {
  test('compiles without a browser, Node or timers', () => {
    type Configuration = { compilerOptions?: { lib?: string[]; types?: string[] } };
    const base = readJson<Configuration>('packages/tsconfig.base.json').compilerOptions;
    const own = readJson<Configuration>(`packages/${name}/tsconfig.json`).compilerOptions;
    const { lib, types } = { ...base, ...own };
    expect({ lib, types }).toEqual({ lib: ['ES2023'], types: [] });
  });

  test('takes time and chance as inputs', () => {
    const sources = files.filter(({ isTest }) => !isTest);
    const found = sources.flatMap(({ path, text }) =>
      withoutComments(text)
        .split('\n')
        .filter(line => impurities.test(line))
        .map(line => `${path}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
    expect(sources.flatMap(({ imports }) => imports).filter(({ specifier }) => specifier.startsWith('node:'))).toEqual(
      [],
    );
  });
});

test('only the files named embed.ts bring the sdk to the elements', () => {
  const elements = packages.filter(({ name }) => name === 'elements').flatMap(({ files }) => files);
  const wrong = ownImports(elements).filter(
    ({ file, target }) => target === 'sdk' && !file.isTest && !file.path.endsWith('/embed.ts'),
  );
  expect(wrong.map(describeImport)).toEqual([]);
});

test('examples import only what is published', () => {
  const wrong = ownImports(pages).filter(({ specifier, target }) => {
    const isPrivate = packages.find(({ name }) => name === target)?.manifest.private === true;
    return isPrivate || !isPublished(specifier, target);
  });
  expect(wrong.map(describeImport)).toEqual([]);
  const outside = relativeImports(pages).filter(({ path }) => !path.startsWith('examples/'));
  expect(outside.map(({ file, path }) => `${file.path} -> ${path}`)).toEqual([]);
});

describe('sentences that people read', () => {
  const readers = ['protocol', 'machines', 'sdk', 'finesse', 'server'];
  const beside = (name: string) => `packages/${name}/src/${name === 'server' ? 'settings/' : ''}sentences/`;

  test.each(readers)('of %s stand in one folder, and are not written where a failure is made', name => {
    const files = packages.find(one => one.name === name)?.files ?? [];
    expect(files.some(({ path }) => path.startsWith(beside(name)))).toBe(true);
    const others = files.filter(({ path, isTest }) => !isTest && !path.startsWith(beside(name)));
    expect(others.flatMap(({ path, text }) => failureTexts(text).map(found => `${path}: ${found}`))).toEqual([]);
  });

  test('are found wherever a failure is made', () => {
    expect(failureTexts("throw new Refusal('closed');")).toEqual([]);
    expect(failureTexts("throw new Refusal('closed', words.closed(at ?? 'noon'));")).toEqual([]);
    expect(failureTexts("throw new Refusal('closed', 'We are closed.');")).toEqual(["'We are closed.'"]);
    expect(failureTexts("failure('closed', `Until noon (at ten).`)")).toEqual(['`Until noon (at ten).`']);
    expect(failureTexts("[{ path, sentence: 'Rename one.' }]")).toEqual(["'Rename one.'"]);
  });
});

test('journeys reach into no package', () => {
  expect(
    relativeImports(journeys)
      .filter(({ path }) => path.startsWith('packages/'))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('nothing is exported by default, except where a tool asks for it', () => {
  const wrong = everything.filter(
    ({ path, text }) =>
      !configurations.includes(posix.basename(path)) && /^export default\b|\bas default\b/m.test(text),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test(`no file is longer than ${longestFile} lines`, () => {
  const lengths = everything.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > longestFile)).toEqual([]);
});

describe('the lockfile', () => {
  const { packages: lockfile } = readJson<{ packages: Lockfile }>('package-lock.json');

  test('holds no socket.io part with a known port', () => {
    const floors = { 'engine.io': [6, 6, 10], 'socket.io-parser': [4, 2, 7] };
    for (const [name, floor] of Object.entries(floors)) {
      const versions = lockedVersions(lockfile, name);
      expect(versions, name).not.toEqual([]);
      expect(
        versions.filter(version => isBelow(version, floor)),
        name,
      ).toEqual([]);
    }
  });

  test('names every dependency of every platform', () => {
    expect(missingFromLockfile(lockfile)).toEqual([]);
  });
});

/** The table of the server's rooms: each with those that it may import. */
function readRooms(text: string): ReadonlyMap<string, readonly string[]> {
  const [, part = ''] = text.split('## The rooms of the server');
  const rows = [...part.matchAll(/^\| `([a-z]+)` +\|[^|]*\|([^|]*)\|$/gm)];
  return new Map(
    rows.map(([, room = '', allowed = '']) => [
      room,
      [...allowed.matchAll(/`([a-z]+)`/g)].map(([, name]) => name ?? ''),
    ]),
  );
}

/** The imports of this workspace's packages. */
function ownImports(files: readonly SourceFile[]) {
  return files.flatMap(file =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith('@eyeline/'))
      .map(entry => ({ file, ...entry, target: packageOf(entry.specifier)?.slice('@eyeline/'.length) ?? '' })),
  );
}

/** The imports of other files, as paths from the root of the checkout. */
function relativeImports(files: readonly SourceFile[]) {
  return files.flatMap(file =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => ({ file, path: posix.join(dirname(file.path), specifier.replace(/\?.*$/, '')) })),
  );
}

function isPublished(specifier: string, target: string): boolean {
  const entry = `.${specifier.slice(`@eyeline/${target}`.length)}`;
  return entry in (packages.find(({ name }) => name === target)?.manifest.exports ?? {});
}

function describeImport({ file, specifier }: { file: SourceFile; specifier: string }): string {
  return `${file.path} -> ${specifier}`;
}

function isBelow(version: readonly number[], floor: readonly number[]): boolean {
  const index = floor.findIndex((part, position) => (version[position] ?? 0) !== part);
  return index !== -1 && (version[index] ?? 0) < (floor[index] ?? 0);
}

/** Texts of more than one word within what makes a failure for a person to read. */
function failureTexts(source: string): readonly string[] {
  const text = withoutComments(source);
  const made = /\b(?:new (?:StartupError|Refusal|FinesseError|XmlError|DesktopError|DeviceError)|failure|refused)\(/g;
  const calls = [...text.matchAll(made)].map(({ index, 0: { length } }) => argumentsAt(text, index + length));
  const fields = [...text.matchAll(/\b(?:sentence|expected):\s*('[^']*'|`[^`]*`)/g)].map(([, field = '']) => field);
  return [...calls, ...fields]
    .flatMap(part => [...part.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)].map(([literal]) => literal))
    .filter(literal => literal.includes(' '));
}

/** From behind an opening bracket to the one that closes it. */
function argumentsAt(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; end < text.length && depth > 0; end += 1) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  return text.slice(start, end - 1);
}
