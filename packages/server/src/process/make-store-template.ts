import { StartupError } from '../settings/startup-error.ts';
import { storeTemplate } from '../store/embedded/store-template.ts';
import { runProgram } from './command-line.ts';

// make-store-template PATH: the folder that EYELINE_STORE_TEMPLATE names to the server.
await runProgram(async () => {
  const [path] = process.argv.slice(2);
  if (!path) throw new StartupError('Usage: make-store-template PATH');
  await storeTemplate.make(path);
});
