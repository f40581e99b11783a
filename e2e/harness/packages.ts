import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Nothing of this project reaches its users: no conditions, no npm settings of the run that we are part of, nor what another journey's build says. */
const { NODE_OPTIONS: _, NODE_ENV: __, ...inherited } = process.env;
const env = Object.fromEntries(Object.entries(inherited).filter(([name]) => !name.startsWith('npm_')));

/** The packages as others get them: a tarball each, in a folder of their own. */
export async function packPackages(): Promise<{ readonly folder: string; readonly tarballs: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-packed-'));
  await run(process.execPath, ['packages/setup/src/pack.js', folder, '--built'], { cwd: root, env });
  const tarballs = (await readdir(folder)).map(name => join(folder, name));
  return { folder, tarballs };
}

const manifest = { name: 'application', private: true, type: 'module' };
const compilerOptions = {
  strict: true,
  module: 'ESNext',
  moduleResolution: 'bundler',
  target: 'ES2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  noEmit: true,
};

/** Somebody's application in an empty folder, with what npm installs there. */
export class Application {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(main: string, dependencies: readonly string[]): Promise<Application> {
    const application = new Application(await mkdtemp(join(tmpdir(), 'eyeline-application-')));
    await application.#write('package.json', JSON.stringify(manifest));
    await application.#write('tsconfig.json', JSON.stringify({ compilerOptions }));
    await application.#write(
      'index.html',
      '<!doctype html><title>A shop</title><script type="module" src="/main.ts"></script>',
    );
    await application.#write('main.ts', main);
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...dependencies], {
      cwd: application.folder,
      env,
    });
    return application;
  }

  /** Runs a command of an installed package; rejects when it does not end well. */
  async run(command: string, ...args: readonly string[]): Promise<void> {
    await run(process.execPath, [join('node_modules', command), ...args], { cwd: this.folder, env });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  #write(name: string, text: string): Promise<void> {
    return writeFile(join(this.folder, name), text);
  }
}

/** The applications of `examples/frameworks` in one empty folder, as their developers have them, with one installation for all. */
export class FrameworkApplications {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(names: readonly string[], server: string, tarballs: readonly string[]) {
    const applications = new FrameworkApplications(await mkdtemp(join(tmpdir(), 'eyeline-frameworks-')));
    const { folder } = applications;
    const workspaces = { ...manifest, workspaces: names };
    await writeFile(join(folder, 'package.json'), JSON.stringify(workspaces));
    for (const name of names) {
      await cp(join(root, 'examples/frameworks', name), join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'src/server.ts'), `export const server = ${JSON.stringify(server)};\n`);
    }
    const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...tarballs];
    await run('npm', args, { cwd: folder, env });
    return applications;
  }

  /** `npm run build`, which checks the types too. @returns the folder of what it made */
  async build(name: string): Promise<string> {
    await run('npm', ['run', 'build', `--workspace=${name}`], { cwd: this.folder, env });
    return join(this.folder, name, 'dist');
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
