import { StartupError } from '../settings/startup-error.ts';
import { storeTemplate } from '../store/embedded/store-template.ts';
import { runProgram } from './command-line.ts';

const usage = 'Usage: make-store-template PATH';

// make-store-template PATH: the folder that EYELINE_STORE_TEMPLATE names to the server.
await runProgram(async () => {
  const [path] = process.argv.slice(2);
  if (!path) throw new StartupError(usage);
  await storeTemplate.make(path);
});
