import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileDist, makeDist, publicPackages } from './dist.js';
import { enter } from './entry.js';
import { nodeEnvironment } from './node-runtime.js';
import { npm } from './npm.js';
import { projectDirectory } from './project.js';
import { provision } from './provision.js';

// npm run pack [-- FOLDER] [--built]: a tarball of each package that others may install, complete, for an application's
// `npm install`. `--built`: with the pages that the last build made.
enter(async () => {
  const isBuilt = process.argv.includes('--built');
  const [folder = 'dist'] = process.argv.slice(2).filter(arg => arg !== '--built');
  const destination = resolve(projectDirectory, folder);
  const machine = await provision();
  const code = await (isBuilt ? compileDist(machine) : makeDist(machine));
  if (code !== 0) return code;
  mkdirSync(destination, { recursive: true });
  const workspaces = publicPackages().map(name => `--workspace=packages/${name}`);
  // What `prepack` would do is done, once for all of them.
  const args = ['pack', '--ignore-scripts', '--silent', `--pack-destination=${destination}`, ...workspaces];
  await npm(args, { node: machine.node, env: nodeEnvironment(machine.node), cwd: projectDirectory });
  console.log(`Packed ${publicPackages().length} packages. An application with a page installs four of them:
  npm install ${destination}/eyeline-{protocol,machines,sdk,elements}-*.tgz
The others are for servers and tools.`);
  return 0;
});
