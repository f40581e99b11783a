import { existsSync } from 'node:fs';
import { provideWorkerInBackground } from './background-worker.js';
import { runInForeground } from './children.js';
import { enter } from './entry.js';
import { projectPath } from './project.js';
import { provision } from './provision.js';
import { provideStoreTemplate, storeTemplatePath } from './store-template.js';
import { runTask, tasks } from './task.js';

// npm start: the server, from a fresh clone on. Without a configuration it is the demo.
enter(async () => {
  const given = process.argv.slice(2);
  const isConfigured = given.some(arg => arg === '--config' || arg.startsWith('--config=') || arg === '--demo');
  // Made by the first start, and by none after it.
  if (!existsSync(storeTemplatePath()))
    console.log(
      'The first start takes a few minutes: it installs the packages, builds the pages, makes the template of new stores,\n' +
        'and has a worker for video through the server fetched or built beside that. Later starts take seconds.',
    );
  const machine = await provision();
  // Nothing is served, so nothing has to be built.
  if (given.some(arg => arg === '--check' || arg.startsWith('--check=')))
    return runInForeground(machine.node, [projectPath('packages/server/src/main.ts'), ...given], { env: machine.env });
  await provideWorkerInBackground(machine);
  const building = runTask(tasks.build, machine, ['--logLevel', 'warn']);
  const [built] = await Promise.all([building, provideStoreTemplate(machine)]);
  if (built !== 0) return built;
  const args = [projectPath('packages/server/src/main.ts'), ...given, ...(isConfigured ? [] : ['--demo'])];
  const env = { ...machine.env, PORT: process.env.PORT || '8080' };
  return runInForeground(machine.node, args, { env });
});
