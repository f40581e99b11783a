/** What a lockfile says of each package, by its path: `node_modules/pg`, `packages/server`. */
export type Lockfile = Readonly<
  Record<
    string,
    {
      readonly version?: string;
      readonly dependencies?: Readonly<Record<string, string>>;
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    }
  >
>;

/** The versions of a package that a lockfile names, each as numbers. */
export function lockedVersions(lockfile: Lockfile, name: string): readonly (readonly number[])[] {
  return Object.entries(lockfile)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version.split('.').map(Number));
}

/**
 * The dependencies that a lockfile leaves out, as `path: name`. `npm ci` refuses such a lockfile, and npm writes one when it
 * cannot see a binary that is meant for another platform.
 */
export function missingFromLockfile(lockfile: Lockfile): readonly string[] {
  return Object.entries(lockfile).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter(name => !resolves(lockfile, path, name))
      .map(name => `${path}: ${name}`),
  );
}

/** Node's own rule: beside the package, else in the folder above, up to the root. */
function resolves(lockfile: Lockfile, path: string, name: string): boolean {
  if (`${path}/node_modules/${name}` in lockfile) return true;
  const above = path.lastIndexOf('/node_modules/');
  return above === -1 ? `node_modules/${name}` in lockfile : resolves(lockfile, path.slice(0, above), name);
}
