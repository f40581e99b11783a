import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';

/** So many builds are kept, this one among them. */
const mostKept = 10;

const hashed = /^[\w.-]+-[\w-]{8}\.\w+$/;
const pinned = v.object({ script: v.pipe(v.string(), v.regex(/^eyeline-[\w-]{8}\.js$/)) });

const agesOf = (folder: string) =>
  readdirSync(folder)
    .map(name => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at);

/**
 * Keeps this build beside those before it, under the name of its script, and removes the oldest beyond the most that are kept.
 * What a page loads in a call for effects is large, and is the same under the same name: of that there is only this build's.
 */
function keep(elementsDirectory: string, folder: string): void {
  const { script } = v.parse(pinned, JSON.parse(readFileSync(join(elementsDirectory, 'eyeline/pinned.json'), 'utf8')));
  const own = join(folder, script);
  // Of a copy that was broken off the script is missing, which is last.
  if (!existsSync(join(own, script))) {
    mkdirSync(own, { recursive: true });
    const filter = (source: string) => basename(source) !== 'effects';
    cpSync(join(elementsDirectory, 'eyeline'), join(own, 'eyeline'), { recursive: true, filter });
    for (const name of [`${script}.br`, `${script}.gz`, script])
      if (existsSync(join(elementsDirectory, name))) cpSync(join(elementsDirectory, name), join(own, name));
  }
  const now = new Date();
  utimesSync(own, now, now);
  for (const { path } of agesOf(folder).slice(mostKept)) rmSync(path, { recursive: true });
}

/** Where files of earlier builds are, by their paths: each has a name that changes with what is in it, so that one is as good as another. */
export type KeptFiles = ReadonlyMap<string, string>;

/** What is kept in `folder`, after this build was put there. */
export function keepBuild(elementsDirectory: string, folder: string): KeptFiles {
  mkdirSync(folder, { recursive: true });
  keep(elementsDirectory, folder);
  const files = new Map<string, string>();
  for (const { path } of agesOf(folder).toReversed())
    for (const within of ['.', 'eyeline'].filter(one => existsSync(join(path, one))))
      for (const name of readdirSync(join(path, within)).filter(one => hashed.test(one)))
        files.set(join(within, name), path);
  return files;
}
