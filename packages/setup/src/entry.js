import { ProvisionError } from './provision-error.js';

/**
 * Runs a program to its exit code. What cannot be provided is said in its own sentence, everything else with its trace.
 * @param {() => Promise<number>} program
 */
export function enter(program) {
  program().then(
    code => process.exit(code),
    error => {
      console.error(error instanceof ProvisionError ? error.message : error);
      process.exit(1);
    },
  );
}
