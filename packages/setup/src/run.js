import { provideWorkerInBackground } from './background-worker.js';
import { makeDist } from './dist.js';
import { enter } from './entry.js';
import { provideMediasoupWorker } from './mediasoup-worker.js';
import { provision } from './provision.js';
import { runTask, tasks } from './task.js';

/**
 * The tasks behind each `npm run` name; arguments go to the last.
 * @type {Record<string, readonly import('./task.js').Task[]>}
 */
const scripts = {
  build: [tasks.build],
  check: [tasks.types, tasks.lint],
  unit: [tasks.unit],
  e2e: [tasks.build, tasks.e2e],
  bench: [tasks.build, tasks.bench],
  box: [tasks.box],
  sync: [tasks.sync],
  accounts: [tasks.accounts],
  doctor: [tasks.doctor],
  tokens: [tasks.tokens],
  applications: [tasks.applications],
  webhooks: [tasks.webhooks],
  dev: [tasks.dev],
  format: [tasks.format],
};

// npm run NAME [-- args]: one step, with what that step needs. `worker` provides the mediasoup worker and
// ends, `dist` makes what the packages ship.
enter(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === 'worker') {
    await provideMediasoupWorker();
    return 0;
  }
  if (name === 'dist') return makeDist(await provision());
  const script = scripts[name];
  if (!script) {
    console.error(`There is no step ${name}. Choose one of: ${Object.keys(scripts).join(' ')} dist worker`);
    return 1;
  }
  const machine = await provision(script.flatMap(task => task.needs));
  if (name === 'dev') await provideWorkerInBackground(machine);
  for (const [index, task] of script.entries()) {
    const code = await runTask(task, machine, index === script.length - 1 ? args : []);
    if (code !== 0) return code;
  }
  return 0;
});
