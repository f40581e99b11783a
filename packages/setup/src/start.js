import { provideWorkerInBackground } from './background-worker.js';
import { runInForeground } from './children.js';
import { enter } from './entry.js';
import { projectPath } from './project.js';
import { provision } from './provision.js';
import { provideStoreTemplate } from './store-template.js';
import { runTask, tasks } from './task.js';

// npm start: the server, from a fresh clone on. Without a configuration it is the demo.
enter(async () => {
  const given = process.argv.slice(2);
  const isConfigured = given.some(arg => arg === '--config' || arg.startsWith('--config=') || arg === '--demo');
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
